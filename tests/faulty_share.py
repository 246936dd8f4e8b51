"""A share with selectable faults: a FUSE file system over a folder, in a process of its own.

with FaultyShare(tmp_path) as share:      # files put into share.source appear in share.folder
    share.set_mode("trickle")             # one of MODES, from the next request on

As a program it is the server: `python -m tests.faulty_share SOURCE FOLDER MODE_FILE`.
"""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

MODES = {
    "sound": "as any other",
    "hang-open": "opening a file never comes back",
    "hang-read": "reading never comes back",
    "hang-readdir": "listing a folder never comes back",
    "trickle": "a byte a second",
    "slow": "a fifth of a second for every read",
    "lie": "a file opened for the second time holds something else",
    "zeros": "between its first and last 64 KiB every file is zeros",
    "half": "of every file the second half is not there yet",
    "EIO": "opening, reading, writing and listing fail; so with every other name of an error",
}
EDGE_BYTES = 65536


class FaultyShare:
    """A mounted share; the end of the `with` statement unmounts it and ends its server."""

    def __init__(self, folder: Path) -> None:
        if not shutil.which("fusermount3") or not os.access("/dev/fuse", os.R_OK | os.W_OK):
            pytest.skip("FUSE is not available")
        self.source, self.folder = folder / "source", folder / "share"
        self._mode = folder / "mode"
        self.source.mkdir(parents=True)
        self.folder.mkdir()

    def __enter__(self) -> Self:
        self.set_mode("sound")
        command = [sys.executable, "-m", "tests.faulty_share", self.source, self.folder, self._mode]
        self._server = subprocess.Popen(command, cwd=Path(__file__).parents[1])
        wait_until(lambda: self._device() or self._server.poll() is not None)
        assert self._device(), "the server has not mounted anything"
        return self

    def __exit__(self, *_: object) -> None:
        abort = Path(f"/sys/fs/fuse/connections/{self._device().rpartition(':')[2]}/abort")
        if abort.exists():
            abort.write_text("1")
        self.set_mode("sound")
        subprocess.run(["fusermount3", "-u", "-z", self.folder], check=True)
        self._server.kill()
        self._server.wait()

    def set_mode(self, mode: str) -> None:
        """Set the mode for the next requests; requests that hang continue."""
        new = self._mode.with_suffix(".new")
        new.write_text(mode)
        new.replace(self._mode)

    def kill_server(self) -> None:
        """Kill the server: from now on every request ends with ENOTCONN."""
        self._server.kill()
        self._server.wait()

    def signal_server(self, number: int) -> None:
        """Send the server a signal, such as SIGSTOP or SIGCONT."""
        self._server.send_signal(number)

    def _device(self) -> str:
        """Return the device number of the mount, '' if it is not mounted."""
        mounts = (line.split() for line in Path("/proc/self/mountinfo").read_text().splitlines())
        return next((mount[2] for mount in mounts if mount[4] == str(self.folder)), "")


def wait_until(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until `condition` is true; fail after `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def serve_share(source: Path, folder: Path, mode_file: Path) -> None:
    """Serve `source` at `folder` until it is unmounted."""
    import mfusepy

    class Share(mfusepy.Operations):
        use_ns = True

        def __init__(self) -> None:
            self._opened: set[str] = set()
            self._corrupted: set[int] = set()

        def _mode(self, hanging: str = "") -> str:
            while (mode := mode_file.read_text()) == hanging:
                time.sleep(0.02)
            if mode.isupper():
                raise OSError(getattr(errno, mode), mode)
            return mode

        def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
            found = os.lstat(source / path[1:])
            facts = {name: getattr(found, name) for name in dir(found) if name.startswith("st_")}
            if mode_file.read_text() == "half" and path.endswith(".kpack"):
                facts["st_size"] //= 2
            return facts | {"st_mtime": found.st_mtime_ns, "st_atime": 0, "st_ctime": 0}

        def readdir(self, path: str, fh: int) -> list[str]:
            self._mode("hang-readdir")
            return [".", "..", *(file.name for file in (source / path[1:]).iterdir())]

        def open(self, path: str, flags: int) -> int:
            corrupt = self._mode("hang-open") == "lie"
            file = os.open(source / path[1:], flags)
            if corrupt and path in self._opened:
                self._corrupted.add(file)
            if corrupt:
                self._opened.add(path)
            return file

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            mode = self._mode("hang-read")
            length = os.fstat(fh).st_size
            if mode == "half":
                return os.pread(fh, max(min(size, length // 2 - offset), 0), offset)
            if mode == "trickle":
                time.sleep(1)
                return os.pread(fh, 1, offset)
            if mode == "slow":
                time.sleep(0.2)
            data = os.pread(fh, size, offset)
            if mode == "zeros":
                first, last = max(EDGE_BYTES - offset, 0), max(length - EDGE_BYTES - offset, 0)
                return data[:first] + bytes(len(data[first:last])) + data[max(first, last) :]
            return bytes(255 - byte for byte in data) if fh in self._corrupted else data

        def create(self, path: str, mode: int, fi: object = None) -> int:
            self._mode("hang-open")
            return os.open(source / path[1:], os.O_CREAT | os.O_RDWR | os.O_TRUNC, mode)

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
            self._mode()
            return os.pwrite(fh, data, offset)

        def fsync(self, path: str, datasync: int, fh: int) -> int:
            self._mode()
            os.fsync(fh)
            return 0

        def mkdir(self, path: str, mode: int) -> int:
            self._mode()
            (source / path[1:]).mkdir(mode)
            return 0

        def rename(self, old: str, new: str) -> int:
            self._mode()
            (source / old[1:]).replace(source / new[1:])
            return 0

        def unlink(self, path: str) -> int:
            self._mode()
            (source / path[1:]).unlink()
            return 0

        def release(self, path: str, fh: int) -> int:
            self._corrupted.discard(fh)
            os.close(fh)
            return 0

    mfusepy.FUSE(Share(), str(folder), foreground=True, direct_io=True, attr_timeout=0, entry_timeout=0)


if __name__ == "__main__":
    serve_share(*map(Path, sys.argv[1:]))
