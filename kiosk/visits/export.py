"""Visit counts as a file for a stick."""

from collections.abc import Callable
from pathlib import Path

from kiosk.base.export_file import export_file
from kiosk.visits.spreadsheet import csv_file, xlsx_file
from kiosk.visits.statistics import Figures
from kiosk.visits.tables import Titles

FORMATS: dict[str, Callable[[Figures, Titles, str], bytes]] = {"csv": csv_file, "xlsx": xlsx_file}


def export(folder: Path, format: str, found: Figures, names: Titles, language: str) -> Path:
    """Write `found` in one of FORMATS into `folder`; the file, which replaces one about the same days.

    Raises the KioskErrors of `save`.
    """
    file = folder / f"visits {found.first} to {found.last}.{format}"
    export_file(file, FORMATS[format](found, names, language))
    return file
