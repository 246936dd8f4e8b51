"""The looks of a workbook's cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.authoring.workbook import kinds
from kiosk.authoring.workbook.columns import Column
from kiosk.authoring.workbook.event_columns import BEGINS, ENDS

_INK, _PAPER = "#1F2937", "#FFFFFF"
_LANGUAGE_COLOURS: Mapping[str, str] = {"": "#0B5C7A", "en": "#3B5B92", "kk": "#23715B", "ru": "#7A4B8C"}
"""Of headers: texts of a language have its colour."""
MISSING = {"bg_color": "#FDE9C8"}
"""A text that is there in another language only."""


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook."""

    headers: Mapping[str, Any]
    plain: Any
    text: Any
    day: Any
    clock: Any
    example: Any
    missing: Any

    def of(self, column: Column) -> Any:
        """The format of the cells of a column."""
        if column.kind in (kinds.WHEN, kinds.DAY, kinds.DAYS):
            return self.day
        if column in (BEGINS, ENDS):
            return self.clock
        return self.text if column.is_text else self.plain


def add_styles(book: Any) -> Styles:
    """Add the formats to a workbook of xlsxwriter."""
    base = {"valign": "top", "font_color": _INK}
    head = {
        "bold": True,
        "font_color": _PAPER,
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "border_color": "#D7DEE5",
    }
    return Styles(
        headers={
            code: book.add_format(head | {"bg_color": colour}) for code, colour in _LANGUAGE_COLOURS.items()
        },
        plain=book.add_format(base),
        text=book.add_format(base | {"text_wrap": True}),
        day=book.add_format(base | {"num_format": "dd.mm.yyyy", "align": "left"}),
        clock=book.add_format(base | {"num_format": "hh:mm", "align": "left"}),
        example=book.add_format(base | {"italic": True, "font_color": "#6B7280", "text_wrap": True}),
        missing=book.add_format(MISSING),
    )
