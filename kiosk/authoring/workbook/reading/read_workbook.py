"""Reads a workbook or a CSV file as the unchecked tables of a source."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.problems import Place, Problem
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.workbook.columns import by_path
from kiosk.authoring.workbook.event_columns import DATE
from kiosk.authoring.workbook.example import is_example
from kiosk.authoring.workbook.kinds import DAY
from kiosk.authoring.workbook.names import NameIndex, Names
from kiosk.authoring.workbook.reading.event_rows import read_events
from kiosk.authoring.workbook.reading.grids import read_grids
from kiosk.authoring.workbook.reading.linked_rows import add_media, add_speakers
from kiosk.authoring.workbook.reading.make_id import make_id
from kiosk.authoring.workbook.reading.row_document import Row
from kiosk.authoring.workbook.reading.row_ids import RowIds
from kiosk.authoring.workbook.reading.said_headers import with_said_headers
from kiosk.authoring.workbook.reading.sheet_rows import read_rows, sort_grids
from kiosk.authoring.workbook.reading.table_reader import TableReader
from kiosk.authoring.workbook.sheets import EVENTS, MEDIA, PLACES, SETTINGS, SHEETS, SPEAKERS, THEMES, Sheet
from kiosk.base.kiosk_toml.rules import LANGUAGES

Rows = Mapping[Sheet, list[Row]]


def read_workbook(path: FilePath, beside: FilePath | None = None) -> RawSource:
    """The source in the file `path`, its media in the folder of the file.

    What it says nothing of (settings, themes, places, ids of known titles) comes from the source folder
    `beside`, or from the one in which the file lies, where there is one.
    """
    grids = read_grids(path)
    if isinstance(grids, Problem):
        return RawSource(problems=[grids])
    source = _read_folder(beside or path.parent)
    source.display_paths[path.parent] = FilePath()
    rows: dict[Sheet, list[Row]] = {sheet: [] for sheet in SHEETS}
    said = with_said_headers(grids, path, source.problems)
    for known in sort_grids(said, source.problems):
        rows[known.sheet] += read_rows(known, source.problems)
    if not rows[EVENTS]:
        source.problems.append(Problem("rows_missing", Place(path.name)))
    _read_tables(source, rows, path.name)
    return source


def _read_folder(folder: FilePath) -> RawSource:
    return read_source_folder(folder) if (folder / "pack.toml").exists() else RawSource()


def _read_tables(source: RawSource, rows: Rows, file: str) -> None:
    names = Names(LANGUAGES[0], date.today())
    if rows[SETTINGS]:
        source.pack = _read_table("pack", rows[SETTINGS][0], SETTINGS, names, source)
        if "id" not in source.pack.data and (id := RowIds("title", {}).find(rows[SETTINGS][0])):
            source.pack = replace(source.pack, data={"id": id, **source.pack.data})
    elif source.pack is None:
        source.problems.append(Problem("settings_missing", Place(file)))
    names = replace(names, near=_near_day(source, rows[EVENTS]))
    _add_tables(source.themes, rows[THEMES], THEMES, RowIds("title", _data(source.themes)), names, source)
    place_ids = RowIds("name", _data(source.venues))
    cities = {place_ids.find(row): {"name": _texts(row, "name")} for row in rows[PLACES]}
    near_cities = replace(names, venues=NameIndex(_data(source.venues) | cities, "name"))
    _add_tables(source.venues, rows[PLACES], PLACES, place_ids, near_cities, source)
    names = Names.of_tables(names.language, names.near, _data(source.themes), _data(source.venues))
    events = [row for row in rows[EVENTS] if not is_example(row.typed)]
    ids = RowIds("title", _data(source.events))
    source.events = read_events(events, names, ids, source.problems)
    add_media(source, rows[MEDIA], names)
    add_speakers(source, rows[SPEAKERS], names)


def _data(entries: Mapping[str, Entry]) -> dict[str, Mapping[str, object]]:
    return {id: entry.data for id, entry in entries.items()}


def _texts(row: Row, kind: str) -> dict[str, str]:
    return {str(path[1]): cell.typed for path, cell in row.cells.items() if path[0] == kind}


def _near_day(source: RawSource, rows: list[Row]) -> date:
    """The first date of an event that has a year, else the day of the last edit, else today."""
    names = Names(LANGUAGES[0], date.today())
    cells = (row.cells[DATE.path].value for row in rows if DATE.path in row.cells)
    found = (DAY.read(cell, names) for cell in cells)
    certain = next((one.value for one in found if one and one.is_certain), None)
    updated = source.pack.data.get("updated") if source.pack else None
    near = certain or updated
    return near if isinstance(near, date) else names.near


def _add_tables(
    entries: dict[str, Entry], rows: list[Row], sheet: Sheet, ids: RowIds, names: Names, source: RawSource
) -> None:
    """Read the rows as tables, each in place of one of the same id that a folder has."""
    added: set[str] = set()
    for row in rows:
        id = ids.find(row) or make_id("")
        entries[id] = _read_table(id, row, sheet, names, source)
        if id in added:
            source.problems.append(entries[id].make_problem("twice", ("id",), value=id))
        added.add(id)


def _read_table(id: str, row: Row, sheet: Sheet, names: Names, source: RawSource) -> Entry:
    reader = TableReader(row, names, source.problems)
    columns = by_path(column for column in sheet.columns if column.path != ("id",) or sheet is SETTINGS)
    reader.read_all(row, columns)
    return Entry(id, reader.document.data, reader.document)
