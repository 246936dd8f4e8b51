"""Opens plain files: nothing that waits for somebody, nothing that is a device."""

import errno
import io
import os
import stat
from pathlib import Path


def open_regular_file(path: Path, follow: bool = True) -> io.FileIO:
    """The regular file `path`, to be read; a symbolic link is refused unless one shall `follow` it.

    OSError when it cannot be opened, FileNotFoundError when it is anything but a regular file. A pipe that
    nobody writes to does not keep it waiting.
    """

    def opened(name: str, flags: int) -> int:
        flags |= getattr(os, "O_NONBLOCK", 0) | (0 if follow else getattr(os, "O_NOFOLLOW", 0))
        descriptor = os.open(name, flags)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileNotFoundError(errno.ENOENT, "not a regular file", name)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    return io.FileIO(path, "rb", opener=opened)
