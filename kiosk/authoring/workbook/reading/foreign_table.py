"""Tells tables that others made from workbooks that are a programme."""

from pathlib import Path

from kiosk.authoring.source.problems import Problem
from kiosk.authoring.workbook.reading.grids import read_grids
from kiosk.authoring.workbook.reading.sheet_rows import sort_grids
from kiosk.authoring.workbook.sheets import EVENTS, SHEETS


def is_foreign_table(file: Path) -> bool:
    """Whether no pack can be made of the file as it is: it has no sheet but that of events, and no source
    folder around it that would have the rest. A file that cannot be read is not foreign."""
    if (file.parent / "pack.toml").exists():
        return False
    grids = read_grids(file)
    if isinstance(grids, Problem) or not any(grid.rows for grid in grids):
        return False
    others = {known.sheet for known in sort_grids(grids, [])} & {*SHEETS} - {EVENTS}
    return not others
