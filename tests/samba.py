"""A real Samba server on loopback, and its share mounted in user space: read by smbprotocol, shown by FUSE.

As a program it is the mount: `python -m tests.samba FOLDER PORT`.
"""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import pytest

from tests.faulty_share import wait_until

USER, PASSWORD, NAME = "root", "reading-room", "packs"
CONFIG = """[global]
server role = standalone server
bind interfaces only = yes
interfaces = 127.0.0.1/8
smb ports = {port}
disable netbios = yes
load printers = no
disable spoolss = yes
pid directory = {state}
lock directory = {state}
state directory = {state}
cache directory = {state}
private dir = {state}
ncalrpc dir = {state}/ncalrpc
log file = {state}/log
[{name}]
path = {source}
read only = no
"""


class Samba:
    """A server of the files in `source`, mounted at `folder`; after the `with` statement both are gone."""

    def __init__(self, folder: Path) -> None:
        if os.geteuid() != 0 or not shutil.which("smbd") or not os.access("/dev/fuse", os.R_OK | os.W_OK):
            pytest.skip("a Samba server and a mount need root, smbd and FUSE")
        self.source, self.folder = folder / "source", folder / "share"
        self._state = folder / "state"
        for place in (self.source, self.folder, self._state):
            place.mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._config = folder / "smb.conf"
        text = CONFIG.format(port=self._port, state=self._state, name=NAME, source=self.source)
        self._config.write_text(text)

    def __enter__(self) -> Self:
        words = ["smbpasswd", "-s", "-a", "-c", str(self._config), USER]
        subprocess.run(words, input=f"{PASSWORD}\n" * 2, text=True, check=True, capture_output=True)
        server = ["smbd", "--foreground", "--no-process-group", "-s", self._config]
        # when it ends it ends its whole process group: that must not be ours
        self._server = subprocess.Popen(
            server, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        wait_until(self._answers)
        mount = [sys.executable, "-m", "tests.samba", self.folder, str(self._port)]
        self._mount = subprocess.Popen(mount, cwd=Path(__file__).parents[1])
        wait_until(lambda: self.folder.is_mount() or self._mount.poll() is not None)
        if not self.folder.is_mount():
            self.__exit__()
            raise AssertionError("nothing was mounted")
        return self

    def __exit__(self, *_: object) -> None:
        self.signal(signal.SIGCONT)
        if self.folder.is_mount():
            subprocess.run(["fusermount3", "-u", "-z", self.folder], check=True)
        for process in (self._mount, self._server):
            process.terminate()
            process.wait()
        with suppress(ProcessLookupError):
            os.killpg(self._server.pid, signal.SIGKILL)

    def signal(self, number: int) -> None:
        """Stop the server and all its processes, or let them go on."""
        found = subprocess.run(["pgrep", "-f", str(self._config)], capture_output=True, text=True)
        for process in found.stdout.split():
            os.kill(int(process), number)

    def _answers(self) -> bool:
        with socket.socket() as asked:
            return asked.connect_ex(("127.0.0.1", self._port)) == 0


def serve(folder: Path, port: int) -> None:
    """Be the mount until it is taken away."""
    import mfusepy
    import smbclient
    from smbprotocol.exceptions import SMBOSError

    def at(path: str) -> str:
        return rf"\\127.0.0.1\{NAME}" + path.rstrip("/").replace("/", "\\")

    def asked(act: Any, *words: Any, **more: Any) -> Any:
        try:
            return act(*words, port=port, **more)
        except SMBOSError as error:
            raise OSError(error.errno or errno.EIO, str(error)) from error

    class Share(mfusepy.Operations):
        use_ns = True

        def __init__(self) -> None:
            self._files: dict[int, Any] = {}

        def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
            found = asked(smbclient.stat, at(path))
            facts = {name: getattr(found, name) for name in ("st_mode", "st_size", "st_nlink")}
            return facts | {"st_mtime": found.st_mtime_ns, "st_atime": 0, "st_ctime": 0}

        def readdir(self, path: str, fh: int) -> list[str]:
            return [".", "..", *asked(smbclient.listdir, at(path))]

        def open(self, path: str, flags: int) -> int:
            return self._keep(path, "rb" if flags & os.O_ACCMODE == os.O_RDONLY else "r+b")

        def create(self, path: str, mode: int, fi: Any = None) -> int:
            return self._keep(path, "xb")

        def _keep(self, path: str, mode: str) -> int:
            file = asked(smbclient.open_file, at(path), mode=mode, buffering=0, share_access="rwd")
            number = len(self._files) + 1
            self._files[number] = file
            return number

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            self._files[fh].seek(offset)
            return bytes(self._files[fh].read(size))

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
            self._files[fh].seek(offset)
            return int(self._files[fh].write(data))

        def release(self, path: str, fh: int) -> None:
            self._files[fh].close()

        def mkdir(self, path: str, mode: int) -> None:
            asked(smbclient.mkdir, at(path))

        def unlink(self, path: str) -> None:
            asked(smbclient.remove, at(path))

        def rename(self, old: str, new: str) -> None:
            try:
                smbclient.rename(at(old), at(new), port=port)
            except SMBOSError as error:
                raise OSError(error.errno or errno.EIO, str(error)) from error

    smbclient.register_session("127.0.0.1", username=USER, password=PASSWORD, port=port)
    mfusepy.FUSE(Share(), str(folder), foreground=True, nothreads=True)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
