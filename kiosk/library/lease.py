"""Leases on folders: a generation on a screen is not removed, even after two newer ones (ADR 5)."""

import os
import sys
import weakref
from contextlib import suppress
from pathlib import Path


class Lease:
    """Keeps `folder` from removal as long as this object lives; the kernel releases it with the process.

    Where folders cannot be locked (Windows, some network file systems) it has no effect.
    """

    def __init__(self, folder: Path) -> None:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):
                handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
                weakref.finalize(self, os.close, handle)
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)


def is_leased(folder: Path) -> bool:
    """Whether any process holds a Lease of `folder`."""
    if sys.platform == "win32" or not folder.is_dir():
        return False
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False
