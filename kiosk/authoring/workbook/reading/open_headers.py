"""The headers of a workbook that name no known column, with what may be meant."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kiosk.authoring.source.problems import Problem, format_field_path
from kiosk.authoring.workbook.cells import is_blank, text_of
from kiosk.authoring.workbook.columns import by_path, value_path
from kiosk.authoring.workbook.reading.grids import read_grids
from kiosk.authoring.workbook.reading.headers import find_column, find_headers, nearest_names
from kiosk.authoring.workbook.reading.said_headers import with_said_headers
from kiosk.authoring.workbook.reading.sheet_rows import NUMBERING, KnownGrid, sort_grids
from kiosk.authoring.workbook.sheets import SETTINGS, Sheet
from kiosk.search.fold import fold

_SAMPLES = 3
"""Values of a column that are shown."""


class OpenHeader(NamedTuple):
    """A header of the sheet `name` with the first values below it.

    `free` are the columns that no header names, as the mapping file names them: 'title.kk'; of these
    `likely` are those that are spelt like it.
    """

    sheet: Sheet
    name: str
    text: str
    samples: tuple[str, ...]
    likely: tuple[str, ...]
    free: tuple[str, ...]

    def title(self, column: str, language: str) -> str:
        """What stands above a column in a new workbook of that language."""
        for path, one in by_path(self.sheet.columns).items():
            if format_field_path(path) == column:
                return one.title(language, str(path[-1]) if one.is_text else "")
        return column


def open_headers(workbook: Path) -> list[OpenHeader]:
    """The open headers of all sheets with rows; none of a file that cannot be read."""
    grids = read_grids(workbook)
    if isinstance(grids, Problem):
        return []
    sheets = sort_grids(with_said_headers(grids, workbook, []), [])
    return [header for known in sheets if known.sheet is not SETTINGS for header in _open_in(known)]


def _open_in(known: KnownGrid) -> Iterator[OpenHeader]:
    grid, columns = known.grid, known.sheet.columns
    headers = find_headers(grid, columns)
    if not headers:
        return
    taken = {value_path(header.column, header.text_language) for header in headers.known}
    free = tuple(format_field_path(path) for path in by_path(columns) if path not in taken)
    for position, text in headers.unknown:
        below = (row[position] for row in grid.rows[headers.row + 1 :] if position < len(row))
        samples = tuple(dict.fromkeys(text_of(value) for value in below if not is_blank(value)))
        if samples and fold(text) not in NUMBERING:
            spelt = [find_column(name, columns) for name in nearest_names(text, columns)]
            names = [format_field_path(value_path(one.column, one.text_language)) for one in spelt if one]
            likely = tuple(name for name in free if name in names)
            yield OpenHeader(known.sheet, grid.name, text, samples[:_SAMPLES], likely, free)
