"""Writes the tables of a source as the rows of each sheet."""

from collections.abc import Mapping
from typing import Any

from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.workbook.cells import CellValue
from kiosk.authoring.workbook.event_columns import ALT, EVENT_COLUMNS, FOCUS, ID, PICTURE, PRICE, ROW_COLUMNS
from kiosk.authoring.workbook.making.table_cells import Cells, table_cells
from kiosk.authoring.workbook.making.time_cells import time_rows
from kiosk.authoring.workbook.names import Names
from kiosk.authoring.workbook.sheets import EVENTS, MEDIA, PLACES, SETTINGS, SPEAKERS, THEMES, Sheet
from kiosk.i18n.translator import translator

SheetRows = dict[Sheet, list[Cells]]

_WRITTEN_APART = ROW_COLUMNS | {PRICE.path, PICTURE.path, ALT.path, FOCUS.path}
_OF_EVENT = tuple(column for column in EVENT_COLUMNS if column.path not in _WRITTEN_APART)
_PICTURE_KEYS = {"kind", "file", "alt", "focus"}


def programme_rows(source: RawSource, names: Names) -> SheetRows:
    """The rows of all sheets; what a folder is based on is part of it."""
    rows: SheetRows = {
        THEMES: [_with_id(id, entry.data, THEMES, names) for id, entry in source.themes.items()],
        PLACES: [_with_id(id, entry.data, PLACES, names) for id, entry in source.venues.items()],
        SETTINGS: [table_cells(source.pack.data, SETTINGS.columns, names)] if source.pack else [],
        EVENTS: [],
        MEDIA: [],
        SPEAKERS: [],
    }
    for id, entry in source.events.items():
        _add_event(rows, id, entry.data, names)
    return rows


def _with_id(id: str, data: Mapping[str, Any], sheet: Sheet, names: Names) -> Cells:
    return {ID.path: id} | table_cells(data, sheet.columns, names)


def _add_event(rows: SheetRows, id: str, event: Mapping[str, Any], names: Names) -> None:
    first, *others = time_rows(event, names)
    media = list(event.get("media", []))
    own_picture = (
        media.pop(0) if media and set(media[0]) <= _PICTURE_KEYS and media[0]["kind"] == "picture" else {}
    )
    cells = table_cells(event, _OF_EVENT, names) | _price_cells(event, names)
    picture = own_picture | {"picture": own_picture.get("file")}
    cells |= table_cells(picture, (PICTURE, ALT, FOCUS), names)
    rows[EVENTS] += [{ID.path: id} | first | cells, *({ID.path: id} | other for other in others)]
    rows[MEDIA] += [{("event",): id} | table_cells(one, MEDIA.columns, names) for one in media]
    speakers = event.get("speaker", [])
    rows[SPEAKERS] += [{("event",): id} | table_cells(one, SPEAKERS.columns, names) for one in speakers]


def _price_cells(event: Mapping[str, Any], names: Names) -> Cells:
    text = translator(names.language).text
    words: list[str] = []
    if "free" in event:
        words.append(text("workbook.choice.free" if event["free"] else "workbook.choice.paid"))
    words += [str(event["price"])] if "price" in event else []
    cell: CellValue = " ".join(words)
    return {PRICE.path: cell} if words else {}
