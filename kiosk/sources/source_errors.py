"""Translates failures of a stick or share into errors of the source."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import SentenceId

_GONE = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO)
_FORBIDDEN = (errno.EACCES, errno.EPERM)
_SILENT = (
    *(errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH),
    *(errno.ETIMEDOUT, errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED),
)

SourceKind = Literal["stick", "share"]
_Failure = Literal["gone", "forbidden", "silent", "failing"]
_FAILURES: dict[SourceKind, dict[_Failure, SentenceId]] = {
    "stick": {
        "gone": "sources.stick_gone",
        "forbidden": "sources.stick_forbidden",
        "silent": "sources.stick_silent",
        "failing": "sources.stick_failing",
    },
    "share": {
        "gone": "sources.share_gone",
        "forbidden": "sources.share_forbidden",
        "silent": "sources.share_silent",
        "failing": "sources.share_failing",
    },
}
_UNFINISHED = ("packs.unfinished", "packs.damaged", "packs.changed")
_DAMAGED = ("packs.not_a_pack", "packs.mixed", "packs.not_signed", "packs.field")


@contextmanager
def source_errors(source: SourceKind, path: Path) -> Iterator[None]:
    """Turn failures to read `path` on a `source` into a KioskError with `path`.

    'sources.<source>_gone', '_forbidden', '_silent' (its server does not answer) or '_failing'.
    """
    try:
        yield
    except OSError as error:
        raise KioskError(_FAILURES[source][_failure(error.errno)], path=path) from error


def share_error(error: KioskError, path: Path, was_whole: bool = False) -> KioskError:
    """The error for the same failure on a share: nobody can plug it in again, and copying to it may go on.

    'sources.share_unfinished' for an incomplete copy, or for any damage to a file that `was_whole` before;
    those of `source_errors` when the share has failed.
    """
    if error.code in _UNFINISHED or (was_whole and error.code in _DAMAGED):
        return KioskError("sources.share_unfinished", name=path.name)
    if error.code in ("packs.unreadable", "packs.no_file") and isinstance(error.__cause__, OSError):
        return KioskError(_FAILURES["share"][_failure(error.__cause__.errno)], path=path)
    return error


def _failure(number: int | None) -> _Failure:
    if number in _GONE:
        return "gone"
    if number in _FORBIDDEN:
        return "forbidden"
    return "silent" if number in _SILENT else "failing"
