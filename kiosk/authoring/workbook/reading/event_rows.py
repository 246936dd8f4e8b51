"""Makes events of the rows of a sheet: rows of the same id, or of the same title, are one event."""

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.authoring.loose.amounts import FREE, read_price, without_paid
from kiosk.authoring.loose.answers import is_online
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.authoring.source.raw_source import Entry
from kiosk.authoring.workbook.columns import by_path
from kiosk.authoring.workbook.event_columns import (
    ALT,
    EVENT_COLUMNS,
    FOCUS,
    ICON,
    ID,
    PICTURE,
    PLACES,
    PRICE,
    ROW_COLUMNS,
)
from kiosk.authoring.workbook.names import Names
from kiosk.authoring.workbook.reading.event_times import read_times
from kiosk.authoring.workbook.reading.make_id import make_id
from kiosk.authoring.workbook.reading.row_document import Row
from kiosk.authoring.workbook.reading.row_ids import RowIds
from kiosk.authoring.workbook.reading.table_reader import TableReader

_SPECIAL = ROW_COLUMNS | {PLACES.path, PRICE.path, PICTURE.path, ALT.path, FOCUS.path}
_OF_EVENT = by_path(column for column in EVENT_COLUMNS if column.path not in _SPECIAL)
_OF_PICTURE = by_path((ALT, FOCUS))
_OF_ONE_ROW = frozenset({PLACES.path}) | ROW_COLUMNS


def read_events(rows: Iterable[Row], names: Names, ids: RowIds, problems: list[Problem]) -> dict[str, Entry]:
    """The events of these rows by id, in their order."""
    groups = _group(rows, ids, problems)
    return {id: _read_event(id, group, names, problems) for id, group in groups.items()}


def _group(rows: Iterable[Row], ids: RowIds, problems: list[Problem]) -> dict[str, list[Row]]:
    """The rows of each event; a row without id and title belongs to the event above it."""
    groups: dict[str, list[Row]] = {}
    above, made = "", 0
    for row in rows:
        above = ids.find(row) or above or make_id("")
        made += ID.path not in row.cells and above not in groups
        groups.setdefault(above, []).append(row)
    if made:
        place = next(iter(groups.values()))[0].place._replace(line=0)
        problems.append(Problem("ids_made", place, "", {"count": made}, Severity.REPAIRED))
    return groups


def _read_event(id: str, rows: list[Row], names: Names, problems: list[Problem]) -> Entry:
    reader = TableReader(rows[0], names, problems)
    whole = _merge_rows(rows, reader)
    reader.read_all(whole, _OF_EVENT)
    read_times(reader, _with_venues(rows, names))
    _read_places(reader, rows)
    _read_price(reader, whole)
    reader.read_all(whole, _OF_PICTURE, ("media", 0))
    if cell := whole.cells.get(PICTURE.path):
        reader.put(("media", 0, "file"), reader.read(cell, PICTURE), cell)
    if "media" in reader.document.data:
        reader.document.data["media"][0]["kind"] = "picture"
    _take_icon_of_theme(reader.document.data, names)
    return Entry(id, reader.document.data, reader.document)


def _merge_rows(rows: list[Row], reader: TableReader) -> Row:
    """A row with the first value of each column; another value in a later row is an error."""
    cells = dict(rows[0].cells)
    for row in rows[1:]:
        for path, cell in row.cells.items():
            if path not in cells:
                cells[path] = cell
            elif path not in _OF_ONE_ROW and cell.typed != cells[path].typed:
                reader.tell(Severity.ERROR, "row_differs", path, cell, row=cells[path].place.line)
    return Row(rows[0].place, cells, rows[0].columns)


def _places_of(row: Row, names: Names) -> list[str]:
    cell = row.cells.get(PLACES.path)
    found = PLACES.kind.read(cell.value, names) if cell else None
    return list(found.value) if found else []


def _with_venues(rows: list[Row], names: Names) -> list[Row]:
    """The rows, each of which says at which place it is when they are at different ones."""
    places = [_places_of(row, names) for row in rows]
    if len({tuple(found) for found in places if found}) < 2:
        return rows
    return [
        Row(row.place, {("venue",): row.cells[PLACES.path], **row.cells}, row.columns)
        if len(found) == 1 and not is_online(found[0])
        else row
        for row, found in zip(rows, places, strict=True)
    ]


def _read_places(reader: TableReader, rows: list[Row]) -> None:
    """The places of all rows; those of the first may be stops, of which one comes twice."""
    named = _places_of(rows[0], reader.names)
    for row in rows[1:]:
        named += [place for place in _places_of(row, reader.names) if place not in named]
    cells = [row.cells[PLACES.path] for row in rows if PLACES.path in row.cells]
    for cell in cells:
        reader.read(cell, PLACES)  # what is uncertain is told
    if online := [place for place in named if is_online(place)]:
        reader.put(("online",), reader.document.data.get("online", True), cells[0])
        named = [place for place in named if place not in online]
    if named:
        reader.put(("places",), named, cells[0])


def _read_price(reader: TableReader, row: Row) -> None:
    """Whether it is free, or what it costs; 'paid' may stand alone or before the price."""
    cell = row.cells.get(PRICE.path)
    if not cell:
        return
    text = cell.typed
    found = read_price(text)
    if found is None and (rest := without_paid(text)) is not None:
        reader.put(("free",), False, cell)
        if not rest:
            return
        text, found = rest, read_price(rest)
    if found and found.value == FREE:
        reader.put(("free",), True, cell)
        return
    if found and not found.is_certain:
        reader.echo(PRICE.path, cell, found.value)
    reader.put(("price",), found.value if found else text, cell)


def _take_icon_of_theme(event: dict[str, Any], names: Names) -> None:
    """An event without an icon has that of its theme."""
    theme: Mapping[str, Any] = names.themes.tables.get(str(event.get("theme")), {})
    if ICON.path[0] not in event and "icon" in theme:
        event["icon"] = theme["icon"]
