"""Opens regular files only: no pipe that blocks, no device."""

import errno
import io
import os
import stat
from pathlib import Path


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
