"""Visit counts written to a stick: the whole file or none, and one sentence when it cannot be."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.library.disk import sync_folder
from kiosk.library.figures import Figures
from kiosk.library.visit_sheets import csv_file, xlsx_file
from kiosk.library.visit_tables import Titles

FORMATS: dict[str, Callable[[Figures, Titles, str], bytes]] = {"csv": csv_file, "xlsx": xlsx_file}
_SENTENCES = {
    errno.ENOSPC: "visits.no_room",
    errno.EDQUOT: "visits.no_room",
    errno.EROFS: "visits.read_only",
    errno.EACCES: "visits.read_only",
    errno.EPERM: "visits.read_only",
    errno.ENOENT: "visits.no_folder",
    errno.ENOTDIR: "visits.no_folder",
}


def export(folder: Path, format: str, found: Figures, names: Titles, language: str) -> Path:
    """Write `found` in one of FORMATS into `folder`; the file, which replaces one about the same days.

    Raises `KioskError` 'visits.no_room', 'visits.read_only', 'visits.no_folder' and 'visits.not_written'.
    """
    data = FORMATS[format](found, names, language)
    file = folder / f"visits {found.first} to {found.last}.{format}"
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with unfinished.open("wb") as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        unfinished.replace(file)
        sync_folder(folder)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        code = _SENTENCES.get(error.errno or 0, "visits.not_written")
        raise KioskError(code, folder=folder, reason=error.strerror or str(error)) from error
    return file
