"""Makes a workbook with a sheet for each kind of table: headers, lists to choose from, colours, comments."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from kiosk.authoring.workbook.cells import CellValue
from kiosk.authoring.workbook.columns import Column, value_path
from kiosk.authoring.workbook.event_columns import ID
from kiosk.authoring.workbook.example import EXAMPLE_ID
from kiosk.authoring.workbook.making.lists import Lists, add_lists_sheet, choice_lists, validation
from kiosk.authoring.workbook.making.programme_rows import SheetRows
from kiosk.authoring.workbook.making.styles import Styles, add_styles
from kiosk.authoring.workbook.making.table_cells import Cells
from kiosk.authoring.workbook.sheets import EVENTS, LISTS, SETTINGS, SHEETS, Sheet
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.i18n.translator import translator

_ROWS = 400
"""The rows below the filled ones that have lists and colours."""
_HEADER_HEIGHT = 34


class _Place(NamedTuple):
    """A column of texts in one language, or another column, and its position in the sheet."""

    position: int
    column: Column
    text_language: str


def make_workbook(rows: SheetRows, language: str) -> bytes:
    """The workbook as XLSX, its headers and lists in `language`; a text is never written as a formula."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        styles = add_styles(book)
        lists = choice_lists(
            tuple(dict.fromkeys(column for sheet in SHEETS for column in sheet.columns)), language
        )
        for sheet in SHEETS:
            there = book.add_worksheet(translator(language).text(sheet.name))
            if sheet is SETTINGS:
                _fill_settings(there, rows[sheet], styles, language)
            else:
                _fill_sheet(there, sheet, rows[sheet], styles, lists, language)
        add_lists_sheet(
            book.add_worksheet(translator(language).text(LISTS.name)), lists, styles.headers[""], language
        )
    return file.getvalue()


def _places(sheet: Sheet) -> Iterator[_Place]:
    found = ((column, code) for column in sheet.columns for code in column.text_languages)
    return (_Place(position, column, code) for position, (column, code) in enumerate(found))


def _fill_sheet(
    there: Any, sheet: Sheet, rows: list[Cells], styles: Styles, lists: Lists, language: str
) -> None:
    last = len(rows) + _ROWS
    for place in _places(sheet):
        position, column, code = place
        there.write_string(0, position, column.title(language, code), styles.headers[code])
        there.write_comment(0, position, _comment(column), {"x_scale": 2.4, "y_scale": 1.6})
        there.set_column(position, position, column.width, styles.of(column))
        if rule := validation(column, lists, language):
            there.data_validation(1, position, last, position, rule)
        if code and sheet is EVENTS:
            there.conditional_format(1, position, last, position, _missing_rule(sheet, place, styles))
    for number, cells in enumerate(rows, 1):
        _write_row(there, number, cells, list(_places(sheet)), styles)
    there.set_row(0, _HEADER_HEIGHT)
    there.freeze_panes(1, 2 if sheet is EVENTS else 1)
    there.set_landscape()
    there.fit_to_pages(1, 0)
    there.repeat_rows(0)


def _write_row(there: Any, number: int, cells: Cells, places: list[_Place], styles: Styles) -> None:
    is_example = cells.get(ID.path) == EXAMPLE_ID
    for position, column, code in places:
        value = cells.get(value_path(column, code))
        if value is not None:
            plain = styles.example if is_example and isinstance(value, str) else styles.of(column)
            _write(there, number, position, value, plain)


def _write(there: Any, row: int, position: int, value: CellValue, style: Any) -> None:
    if isinstance(value, datetime | date | time):
        there.write_datetime(row, position, value, style)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        there.write_number(row, position, value, style)
    else:
        there.write_string(row, position, str(value), style)


def _missing_rule(sheet: Sheet, place: _Place, styles: Styles) -> dict[str, Any]:
    """Colours a text that is empty while another language has it."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    same = [one.position for one in _places(sheet) if one.column is place.column]
    own = xl_rowcol_to_cell(1, place.position, col_abs=True)
    first, last = (xl_rowcol_to_cell(1, position, col_abs=True) for position in (same[0], same[-1]))
    return {
        "type": "formula",
        "criteria": f'=AND({own}="",COUNTA({first}:{last})>0)',
        "format": styles.missing,
    }


def _comment(column: Column) -> str:
    """What belongs into a column, in each language."""
    return "\n\n".join(translator(language).text(column.about) for language in LANGUAGES)


def _fill_settings(there: Any, rows: list[Cells], styles: Styles, language: str) -> None:
    """The settings one below the other: name, value, what it is."""
    text = translator(language).text
    there.write_row(0, 0, [text("workbook.setting"), text("workbook.value"), ""], styles.headers[""])
    cells = rows[0] if rows else {}
    for position, column, code in _places(SETTINGS):
        there.write_string(position + 1, 0, column.title(language, code), styles.headers[code])
        value = cells.get(value_path(column, code))
        if value is not None:
            _write(there, position + 1, 1, value, styles.of(column))
        there.write_string(position + 1, 2, text(column.about), styles.example)
    there.set_column(0, 0, 26)
    there.set_column(1, 1, 44, styles.plain)
    there.set_column(2, 2, 60)
    there.freeze_panes(1, 1)
