"""Finds out which sheet of a workbook is which, and reads its rows by the columns of the sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.authoring.loose.words import tidy
from kiosk.authoring.source.problems import Path, Place, Problem, Severity
from kiosk.authoring.workbook.cells import CellValue, is_blank, text_of
from kiosk.authoring.workbook.columns import value_path
from kiosk.authoring.workbook.event_columns import TITLE
from kiosk.authoring.workbook.reading.grids import Grid
from kiosk.authoring.workbook.reading.headers import Headers, find_column, find_headers, nearest_names
from kiosk.authoring.workbook.reading.row_document import Cell, Row
from kiosk.authoring.workbook.sheets import EVENTS, LISTS, SETTINGS, SHEETS, Sheet
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.i18n.translator import translator
from kiosk.search.fold import fold

NUMBERING = frozenset(map(fold, ("№", "#", "No", "No.", "п/п", "№ п/п", "р/с")))
"""Headers of columns that only count the rows."""
_LEAST_COLUMNS = 3
"""The columns that a sheet of another name needs to be one of events."""


@dataclass(frozen=True)
class KnownGrid:
    """A grid, and which sheet it is."""

    grid: Grid
    sheet: Sheet


def sort_grids(grids: Sequence[Grid], problems: list[Problem]) -> list[KnownGrid]:
    """The grids that are sheets of a programme: by their names, or with events by their headers.

    The only sheet of a file has events. Of any other sheet that is not empty it is told that it is not read.
    """
    known: list[KnownGrid] = []
    filled = [grid for grid in grids if not _is_empty(grid)]
    for grid in filled:
        sheet = next((sheet for sheet in SHEETS if _is_called(grid.name, sheet)), None)
        if sheet is None and (len(filled) == 1 or _has_events(grid)):
            sheet = EVENTS
        if sheet:
            known.append(KnownGrid(grid, sheet))
        elif not _is_called(grid.name, LISTS):
            place = Place(grid.file, 0, grid.name)
            problems.append(Problem("sheet_unknown", place, "", {"value": grid.name}, Severity.WARNING))
    return known


def _is_empty(grid: Grid) -> bool:
    return all(is_blank(cell) for row in grid.rows for cell in row)


def _is_called(name: str, sheet: Sheet) -> bool:
    names = (translator(language).text(sheet.name) for language in LANGUAGES)
    others = filter(None, sheet.others.split("; "))
    return fold(tidy(name)) in map(fold, (*names, *others))


def _has_events(grid: Grid) -> bool:
    headers = find_headers(grid, EVENTS.columns)
    named = {header.column for header in headers.known} if headers else set()
    return TITLE in named and len(named) >= _LEAST_COLUMNS


def read_rows(known: KnownGrid, problems: list[Problem]) -> Iterator[Row]:
    """The rows that are not empty, by the headers of the sheet; what its headers leave open is told."""
    grid, sheet = known.grid, known.sheet
    if sheet is SETTINGS:
        yield from _read_settings(grid, problems)
        return
    headers = find_headers(grid, sheet.columns)
    if headers is None:
        problems.append(Problem("headers_missing", Place(grid.file, 0, grid.name)))
        return
    problems += _tell_headers(grid, headers, sheet)
    for number in range(headers.row + 1, len(grid.rows)):
        if row := _read_row(grid, number, headers):
            if number in grid.hidden:
                problems.append(Problem("row_hidden", row.place, severity=Severity.WARNING))
            yield row


def _tell_headers(grid: Grid, headers: Headers, sheet: Sheet) -> Iterator[Problem]:
    for header in headers.known:
        if header.is_guessed:
            place = grid.place(headers.row, header.position)
            detail = {"value": header.text, "language": header.text_language.upper()}
            yield Problem("header_language", place, "", detail, Severity.REPAIRED, header.text)
    for position, text in headers.unknown:
        if fold(text) in NUMBERING:
            continue
        choices = nearest_names(text, sheet.columns)
        place = grid.place(headers.row, position)
        if choices:
            detail = {"value": text, "choices": ", ".join(choices)}
            yield Problem("column_like", place, "", detail, Severity.WARNING, text)
        else:
            yield Problem("column_unknown", place, "", {"value": text}, Severity.WARNING, text)


def _read_row(grid: Grid, number: int, headers: Headers) -> Row | None:
    """One row; None when its known cells are empty."""
    values = grid.rows[number]
    cells: dict[Path, Cell] = {}
    columns: dict[Path, Place] = {}
    for header in headers.known:
        path, place = value_path(header.column, header.text_language), grid.place(number, header.position)
        columns[path] = place
        if header.position < len(values) and not is_blank(values[header.position]):
            cells[path] = Cell(values[header.position], place)
    return Row(grid.place(number), cells, columns) if cells else None


def _read_settings(grid: Grid, problems: list[Problem]) -> Iterator[Row]:
    """The settings as one row: the first filled cell of each row is a name, the next its value."""
    cells: dict[Path, Cell] = {}
    columns: dict[Path, Place] = {}
    for number, values in enumerate(grid.rows):
        filled = [position for position, value in enumerate(values) if not is_blank(value)]
        header = find_column(text_of(values[filled[0]]), SETTINGS.columns) if filled else None
        if not header:
            if number and filled and filled[0] + 1 in filled:
                problems.append(_unknown_setting(grid, number, filled[0], values[filled[0]]))
            continue
        path = value_path(header.column, header.text_language)
        columns[path] = grid.place(number, filled[0] + 1)
        if filled[0] + 1 in filled:
            cells[path] = Cell(values[filled[0] + 1], columns[path])
    if cells:
        yield Row(Place(grid.file, 0, grid.name), cells, columns)


def _unknown_setting(grid: Grid, number: int, position: int, value: CellValue) -> Problem:
    detail = {"value": text_of(value)}
    return Problem(
        "column_unknown", grid.place(number, position), "", detail, Severity.WARNING, text_of(value)
    )
