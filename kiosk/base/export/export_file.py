"""Writes files for people to a stick or folder: the whole file or none; failures become KioskErrors."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.base.durable_files import sync_folder
from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.sentence_ids import SentenceId

_SENTENCES: dict[int, SentenceId] = {
    errno.ENOSPC: "save.no_room",
    errno.EDQUOT: "save.no_room",
    errno.EROFS: "save.read_only",
    errno.EACCES: "save.read_only",
    errno.EPERM: "save.read_only",
    errno.ENOENT: "save.no_folder",
    errno.ENOTDIR: "save.no_folder",
}


def export_file(file: Path, data: bytes) -> None:
    """Write `file` durably, replacing one of that name. KioskErrors of `export_errors`."""
    unfinished = file.with_name(f"{file.name}.part")
    with export_errors(file.parent):
        check_target(file)
        try:
            with unfinished.open("wb") as part:
                part.write(data)
                part.flush()
                os.fsync(part.fileno())
            unfinished.replace(file)
            sync_folder(file.parent)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise


def require_folder(folder: Path) -> None:
    """KioskError of `export_errors` when the folder is not there: to be known before a long preparation."""
    with export_errors(folder):
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def check_target(file: Path) -> None:
    """OSError when there is something of that name that is no file: a device, a pipe or a folder stays."""
    if file.exists() and not file.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))


@contextmanager
def export_errors(folder: Path) -> Iterator[None]:
    """Turn failures of the disk beneath `folder` into KioskErrors.

    `KioskError` 'save.no_room', 'save.read_only', 'save.no_folder' and 'save.not_written'.
    """
    try:
        yield
    except OSError as error:
        code = _SENTENCES.get(error.errno or 0, "save.not_written")
        raise KioskError(code, folder=folder, reason=disk_reason(error)) from error
