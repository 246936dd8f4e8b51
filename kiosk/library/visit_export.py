"""Visit counts as a file for a stick."""

from collections.abc import Callable
from pathlib import Path

from kiosk.library.figures import Figures
from kiosk.library.save import save
from kiosk.library.visit_sheets import csv_file, xlsx_file
from kiosk.library.visit_tables import Titles

FORMATS: dict[str, Callable[[Figures, Titles, str], bytes]] = {"csv": csv_file, "xlsx": xlsx_file}


def export(folder: Path, format: str, found: Figures, names: Titles, language: str) -> Path:
    """Write `found` in one of FORMATS into `folder`; the file, which replaces one about the same days.

    Raises the KioskErrors of `save`.
    """
    file = folder / f"visits {found.first} to {found.last}.{format}"
    save(file, FORMATS[format](found, names, language))
    return file
