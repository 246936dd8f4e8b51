"""Writes statistics of visits to a file on a stick."""

from collections.abc import Callable
from pathlib import Path

from kiosk.base.export.export_file import export_file
from kiosk.visits.spreadsheet import csv_file, xlsx_file
from kiosk.visits.statistics import Statistics
from kiosk.visits.tables import Titles

FORMATS: dict[str, Callable[[Statistics, Titles, str], bytes]] = {"csv": csv_file, "xlsx": xlsx_file}


def export_statistics(
    folder: Path, format: str, statistics: Statistics, titles: Titles, language: str
) -> Path:
    """Write `statistics` in one of FORMATS into `folder`; a file of the same days is replaced.

    Returns the file; raises the KioskErrors of `export_file`.
    """
    file = folder / f"visits {statistics.first} to {statistics.last}.{format}"
    export_file(file, FORMATS[format](statistics, titles, language))
    return file
