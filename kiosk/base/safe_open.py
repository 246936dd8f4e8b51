"""Opens and reads regular files only: no pipe that blocks, no device that never ends."""

import errno
import io
import os
import stat
from pathlib import Path

MAX_BYTES = 256 << 20
"""Bytes of a file beyond which it is not read into memory."""


def open_regular_file(path: Path, follow: bool = True) -> io.FileIO:
    """Open the regular file `path` for reading; a symbolic link is refused unless `follow`.

    OSError when it cannot be opened, FileNotFoundError when it is not a regular file. It does not block on a
    pipe without a writer.
    """

    def opener(name: str, flags: int) -> int:
        flags |= getattr(os, "O_NONBLOCK", 0) | (0 if follow else getattr(os, "O_NOFOLLOW", 0))
        descriptor = os.open(name, flags)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileNotFoundError(errno.ENOENT, "not a regular file", name)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    return io.FileIO(path, "rb", opener=opener)


def read_regular_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of the regular file `path`; OSError as in `open_regular_file`, or beyond `limit` bytes."""
    with open_regular_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        data = file.readall() if size <= limit else b""
    if max(size, len(data)) > limit:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data
