"""Adds to events what stands on sheets of its own: more pictures, videos, speakers."""

from kiosk.authoring.loose.words import tidy
from kiosk.authoring.source.problems import Problem
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.workbook.columns import by_path
from kiosk.authoring.workbook.names import Names
from kiosk.authoring.workbook.reading.row_document import Row, RowDocument
from kiosk.authoring.workbook.reading.table_reader import TableReader
from kiosk.authoring.workbook.sheets import MEDIA, SPEAKERS, Sheet
from kiosk.search.fold import fold


def add_media(source: RawSource, rows: list[Row], names: Names) -> None:
    """Add pictures and videos after the picture of the event's own row."""
    _add(source, rows, names, MEDIA, "media")


def add_speakers(source: RawSource, rows: list[Row], names: Names) -> None:
    """Add the speakers of events, in the order of their rows."""
    _add(source, rows, names, SPEAKERS, "speaker")


def _add(source: RawSource, rows: list[Row], names: Names, sheet: Sheet, key: str) -> None:
    columns = by_path(column for column in sheet.columns if column.path != ("event",))
    for row in rows:
        cell = row.cells.get(("event",))
        event = _find_event(source, cell.typed) if cell else None
        if event is None:
            detail = {"value": cell.typed if cell else ""}
            source.problems.append(Problem("event_unknown", cell.place if cell else row.place, "", detail))
            continue
        document = event.document
        assert isinstance(document, RowDocument)
        reader = TableReader(row, names, source.problems, document)
        number = len(document.data.get(key, []))
        reader.read_all(row, columns, (key, number))
        if key == "media" and len(document.data.get(key, [])) > number:
            document.data[key][number].setdefault("kind", "picture")


def _find_event(source: RawSource, text: str) -> Entry | None:
    """The event of that id or title."""
    if text in source.events:
        return source.events[text]
    called = (
        entry
        for entry in source.events.values()
        if fold(tidy(text)) in (fold(tidy(str(title))) for title in entry.data.get("title", {}).values())
    )
    return next(called, None)
