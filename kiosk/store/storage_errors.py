"""Translates failures of the disk into errors of the library."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.base.errors import KioskError, disk_reason

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn failures of the disk into `KioskError` 'library.full' or 'library.storage' (with `reason`)."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise KioskError("library.full") from error
        raise KioskError("library.storage", reason=disk_reason(error)) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise KioskError("library.full") from error
        raise KioskError("library.storage", reason=str(error)) from error
