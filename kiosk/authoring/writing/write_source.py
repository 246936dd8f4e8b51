"""Writes the tables of any source as a folder of TOML; in a folder that is there it changes what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from kiosk.authoring.source.cross_checks import check_id
from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.problems import Problem, Severity, SourceProblems
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.source.tables import EventTable, PackTable, ThemeTable, VenueTable
from kiosk.authoring.writing.copy_media import copy_media
from kiosk.authoring.writing.merge import same
from kiosk.authoring.writing.toml_files import write_table, write_tables
from kiosk.authoring.writing.wording import keep_wording
from kiosk.base.export.export_file import export_errors


@dataclass(frozen=True)
class WrittenSource:
    """The ids of the events that are new, changed, as they were, and in the folder only.

    `notes` has a problem for each theme, venue and event that is in the folder only: it stays there.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    notes: tuple[Problem, ...]


def write_source(raw: RawSource, folder: FilePath) -> WrittenSource:
    """Write `raw` to `folder`, with its media files; files whose values are the same keep their bytes.

    Nothing is removed: what `raw` does not have stays and is told. Raises SourceProblems when a file that is
    there cannot be read or an id cannot be the name of a file, and the KioskErrors of `export_errors`.
    """
    entries = (*raw.themes.values(), *raw.venues.values(), *raw.events.values())
    if problems := [problem for entry in entries for problem in check_id(entry)]:
        raise SourceProblems(problems)
    with export_errors(folder):
        (folder / "events").mkdir(parents=True, exist_ok=True)
        there = _read_there(folder)
        _write_pack(raw, there, folder)
        themes, venues = _changed(raw.themes, there.themes), _changed(raw.venues, there.venues)
        write_tables(folder / "themes.toml", themes, list(raw.themes), _order(ThemeTable))
        write_tables(folder / "venues.toml", venues, list(raw.venues), _order(VenueTable))
        for id, data in _changed(raw.events, there.events).items():
            write_table(folder / "events" / f"{id}.toml", data, _order(EventTable))
        copy_media(raw, folder)
    return _compare(raw, there)


def _read_there(folder: FilePath) -> RawSource:
    """The source that is in the folder; SourceProblems when a file of it would be lost."""
    if not (folder / "pack.toml").exists():
        return RawSource()
    there = read_source_folder(folder)
    if there.problems:
        raise SourceProblems(there.problems)
    return there


def _compare(raw: RawSource, there: RawSource) -> WrittenSource:
    known = [id for id in raw.events if id in there.events]
    changed = tuple(id for id in _changed(raw.events, there.events) if id in there.events)
    gone = tuple(id for id in there.events if id not in raw.events)
    only_there = (
        entry
        for entries, wanted in (
            (there.themes, raw.themes),
            (there.venues, raw.venues),
            (there.events, raw.events),
        )
        for id, entry in entries.items()
        if id not in wanted
    )
    return WrittenSource(
        tuple(id for id in raw.events if id not in there.events),
        changed,
        tuple(id for id in known if id not in changed),
        gone,
        tuple(entry.make_note(Severity.WARNING, "only_in_folder", value=entry.id) for entry in only_there),
    )


def _changed(entries: Mapping[str, Entry], there: Mapping[str, Entry]) -> dict[str, Mapping[str, Any]]:
    """The data of the entries that are not there or are otherwise, with the wording that is there."""
    known = {id: there[id].data for id in entries if id in there}
    found = {id: keep_wording(entry.data, known.get(id, {})) for id, entry in entries.items()}
    return {id: data for id, data in found.items() if id not in known or not same(data, known[id])}


def _write_pack(raw: RawSource, there: RawSource, folder: FilePath) -> None:
    """Write pack.toml; a folder that is based on another one keeps saying only what is different there."""
    if raw.pack is None:
        return
    data = {key: value for key, value in raw.pack.data.items() if key != "base"}
    if there.pack is not None:
        own = there.pack.document.data
        inherited = there.pack.based_on.data if there.pack.based_on else {}
        data = {
            key: value
            for key, value in data.items()
            if key in own or key not in inherited or not same(inherited[key], value)
        }
        data |= {"base": own["base"]} if "base" in own else {}
    write_table(folder / "pack.toml", data, _order(PackTable))


def _order(table: type[BaseModel]) -> list[str]:
    """The names of a table's fields in the order in which the format lists them."""
    return [field.alias or name for name, field in table.model_fields.items()]
