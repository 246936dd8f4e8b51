"""A disk that logs every write and every flush in order.

It is a FUSE file system with one file. A loop device makes a disk of that file, and a real file system on
that decides what is written when. Each entry of the log is there before its write is answered, so that the
length of the log is a point in time: what had been answered until then lies before it.
"""

import errno
import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IFDIR, S_IFREG
from typing import NamedTuple

os.environ.setdefault("FUSE_LIBRARY_NAME", "fuse3")

from mfusepy import FUSE, FuseOSError, Operations

from tests.powercut.filesystem import unmount

ENTRY = struct.Struct("<QI")
FLUSH = 2**64 - 1
"""The offset that marks a flush."""
FILE = "/disk"
PATIENCE = 30.0
"""Seconds to wait for the disk to appear."""


class Entry(NamedTuple):
    """A write of `data` (bytes) at `offset`, or a flush; the log is `end` bytes long with it."""

    offset: int
    data: bytes
    end: int


class _Disk(Operations):  # type: ignore[misc]
    """The FUSE file system; `image` is the current content of the disk."""

    use_ns = True

    def __init__(self, image: Path, log: Path) -> None:
        self._image = os.open(image, os.O_RDWR)
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND)

    def getattr(self, path: str, fh: int | None = None) -> dict[str, int]:
        if path == "/":
            return {"st_mode": S_IFDIR | 0o700, "st_nlink": 2}
        if path != FILE:
            raise FuseOSError(errno.ENOENT)
        return {"st_mode": S_IFREG | 0o600, "st_nlink": 1, "st_size": os.fstat(self._image).st_size}

    def open(self, path: str, flags: int) -> int:
        return 0

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return os.pread(self._image, size, offset)

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        os.write(self._log, ENTRY.pack(offset, len(data)) + data)
        return os.pwrite(self._image, data, offset)

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        os.write(self._log, ENTRY.pack(FLUSH, 0))
        return 0


@contextmanager
def mount_logging_disk(image: Path, log: Path, folder: Path) -> Iterator[Path]:
    """The file in `folder` that reads and writes `image` and logs to `log`; gone afterwards."""
    server = os.fork()
    if server == 0:
        try:
            FUSE(_Disk(image, log), str(folder), foreground=True, nothreads=True)
        finally:
            os._exit(0)
    file = folder / FILE[1:]
    deadline = time.monotonic() + PATIENCE
    while not file.exists():
        if time.monotonic() > deadline or os.waitpid(server, os.WNOHANG)[0]:
            raise OSError(errno.EIO, "FUSE does not work here")
        time.sleep(0.001)
    try:
        yield file
    finally:
        unmount(folder)
        os.waitpid(server, 0)


def read_log(log: Path) -> list[Entry]:
    """Yield the entries of a log."""
    data, place, entries = log.read_bytes(), 0, []
    while place < len(data):
        offset, length = ENTRY.unpack_from(data, place)
        start = place + ENTRY.size
        place = start + length
        entries.append(Entry(offset, data[start:place], place))
    return entries
