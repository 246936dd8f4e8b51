"""What it means when a stick or share does not answer as a disk should."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.base.errors import KioskError

_GONE = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO)
_FORBIDDEN = (errno.EACCES, errno.EPERM)
_SILENT = (
    *(errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH),
    *(errno.ETIMEDOUT, errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED),
)

_UNFINISHED = ("packs.unfinished", "packs.damaged", "packs.changed")
_DAMAGED = ("packs.not_a_pack", "packs.mixed", "packs.not_signed", "packs.field")


@contextmanager
def source_errors(source: str, path: Path) -> Iterator[None]:
    """Turn failures to read `path` on a `source`, 'stick' or 'share', into a KioskError with `path`.

    'sources.<source>_gone', '_forbidden', '_silent' (its server does not answer) or '_failing'.
    """
    try:
        yield
    except OSError as error:
        raise KioskError(f"sources.{source}_{_reason(error.errno)}", path=path) from error


def share_error(error: KioskError, path: Path, was_whole: bool = False) -> KioskError:
    """The same failure of a file on a share: nobody can plug it in again, and it may just be being written.

    'sources.share_unfinished' for a copy that has begun, or for any damage to what `was_whole` a moment ago;
    those of `reaching` when the share is to blame.
    """
    if error.code in _UNFINISHED or (was_whole and error.code in _DAMAGED):
        return KioskError("sources.share_unfinished", name=path.name)
    if error.code in ("packs.unreadable", "packs.no_file") and isinstance(error.__cause__, OSError):
        return KioskError(f"sources.share_{_reason(error.__cause__.errno)}", path=path)
    return error


def _reason(number: int | None) -> str:
    if number in _GONE:
        return "gone"
    if number in _FORBIDDEN:
        return "forbidden"
    return "silent" if number in _SILENT else "failing"
