"""The lists from which the cells of a workbook are filled in."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from kiosk.authoring.loose.said import say_rule
from kiosk.authoring.workbook import kinds
from kiosk.authoring.workbook.cells import column_letters
from kiosk.authoring.workbook.choices import name_of
from kiosk.authoring.workbook.columns import Column, value_path
from kiosk.authoring.workbook.event_columns import BEGINS, ENDS, ICON, PRICE, REPEAT
from kiosk.authoring.workbook.sheets import LISTS, PLACES, THEMES, Sheet
from kiosk.base import paths
from kiosk.dates.recurrence import WEEKDAYS
from kiosk.i18n.translator import translator

_LAST_ROW = 400
"""The last row of themes and places that can be chosen."""
_RULES = (
    *(f"FREQ=WEEKLY;BYDAY={day}" for day in WEEKDAYS),
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY",
    *(f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}" for day in WEEKDAYS),
    *(f"FREQ=MONTHLY;BYDAY={nth}{day}" for nth in ("1", "-1") for day in WEEKDAYS),
)
_REFERENCES = {
    kinds.THEME: (THEMES, ("title",)),
    kinds.VENUE: (PLACES, ("name",)),
    kinds.VENUES: (PLACES, ("name",)),
}

Lists = Mapping[Column, list[str]]


def choice_lists(columns: tuple[Column, ...], language: str) -> Lists:
    """What can be chosen in each column that has a list of its own."""
    text = translator(language).text
    own: dict[Column, list[str]] = {
        REPEAT: [say_rule(rule, language) for rule in _RULES],
        ICON: sorted(path.stem for path in (paths.resources() / "icons" / "duotone").glob("*.svg")),
        PRICE: [text("workbook.choice.free")],
    }
    for column in columns:
        if column.kind.choices:
            own[column] = [name_of(code, column.kind.choices, language) for code, _ in column.kind.choices]
        elif column.kind is kinds.YES_NO:
            own[column] = [text("workbook.choice.yes"), text("workbook.choice.no")]
    return {column: own[column] for column in columns if column in own}


def add_lists_sheet(sheet: Any, lists: Lists, header: Any, language: str) -> None:
    """Write each list below the name of its column."""
    for number, (column, choices) in enumerate(lists.items()):
        sheet.write_string(0, number, translator(language).text(column.name), header)
        sheet.write_column(1, number, choices)
        sheet.set_column(number, number, 26)
    sheet.freeze_panes(1, 0)


def validation(column: Column, lists: Lists, language: str) -> dict[str, Any] | None:
    """What xlsxwriter needs to offer the choices of a column; anything else may be typed as well."""
    hint = {"error_type": "information", "show_error": False}
    if column in (BEGINS, ENDS):
        return hint | {"validate": "time", "criteria": "between", "minimum": time(), "maximum": time(23, 59)}
    if column in lists:
        number = list(lists).index(column)
        return hint | {"validate": "list", "source": _range(LISTS, number, len(lists[column]), language)}
    if column.kind in _REFERENCES:
        sheet, path = _REFERENCES[column.kind]
        return hint | {
            "validate": "list",
            "source": _range(sheet, _position(sheet, (*path, language)), _LAST_ROW, language),
        }
    return None


def _position(sheet: Sheet, path: tuple[str, ...]) -> int:
    """The position of a column among those of its sheet."""
    paths_there = [value_path(column, code) for column in sheet.columns for code in column.text_languages]
    return paths_there.index(path)


def _range(sheet: Sheet, column: int, rows: int, language: str) -> str:
    letters = column_letters(column)
    return f"='{translator(language).text(sheet.name)}'!${letters}$2:${letters}${rows + 1}"
