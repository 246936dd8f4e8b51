"""Remembers which events of a folder were imported from where, so that a later import finds them again.

`imported.json` has for each import the keys of its events; behind a key stand the event's id in the folder
and a fingerprint of each field as it was imported, '460@KOLT20': 'qt-workshop title=1a2b3c4d when=…'.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.imports.found_event import Format, FoundEvent
from kiosk.authoring.source.problems import Place, Problem, SourceProblems
from kiosk.base.export.export_file import export_errors
from kiosk.base.safe_open import read_regular_file

FILE = "imported.json"
_APART = " | "


@dataclass
class Imported:
    """An event that was imported: its id, and the fingerprints of its fields."""

    id: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class Record:
    """What was imported from one file before, by the keys of its events; `name` is that of the record."""

    name: str
    format: Format
    events: dict[str, Imported] = field(default_factory=dict)

    def match(self, events: Sequence[FoundEvent], keys: Sequence[str]) -> list[str | None]:
        """For each event the key under which it is remembered, None for a new one; `keys` are its own.

        An event without a UID keeps its key while only its title, or only its time and place, is another.
        """
        free = sorted(self.events.keys() - set(keys))
        by_place, by_title = _grouped(free, 2), _grouped(free, 0)
        used: set[str] = set()
        found: list[str | None] = []
        for event, key in zip(events, keys, strict=True):
            known = key if key in self.events else None
            if known is None and not event.uid:
                title, _, place = key.partition(_APART)
                alike = (by_place.get(place, []), by_title.get(title, []))
                known = next((one[0] for one in alike if len(one) == 1 and one[0] not in used), None)
                used.update(filter(None, [known]))
            found.append(known)
        return found


def _grouped(keys: Iterable[str], part: int) -> dict[str, list[str]]:
    """The keys by a part of them: 0 is the title, 2 time and place."""
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(key.partition(_APART)[part], []).append(key)
    return groups


def event_keys(events: Iterable[FoundEvent]) -> list[str]:
    """A key for each event: its UID, which is followed by its time where several have it, or what it is."""
    keys: list[str] = []
    known: set[str] = set()
    for event in events:
        when = str(event.when.get("when") or event.when.get("first") or event.when.get("occurrence"))
        key = event.uid or _APART.join((event.title, when, event.location))
        key = f"{key} {when}" if key in known else key
        while key in known:
            key += "'"
        known.add(key)
        keys.append(key)
    return keys


def fingerprints(table: Mapping[str, Any]) -> dict[str, str]:
    """A short hash of each field of an event's table."""
    return {
        name: sha256(json.dumps(value, default=str, sort_keys=True).encode()).hexdigest()[:8]
        for name, value in table.items()
    }


class Records:
    """The records of a source folder. SourceProblems when its file cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._records: dict[str, Record] = {}
        if self._file.exists():
            try:
                self._records = _parse(json.loads(read_regular_file(self._file)))
            except (ValueError, TypeError, AttributeError, KeyError) as error:
                raise SourceProblems([Problem("import_record", Place(FILE))]) from error

    def find(self, name: str, format: Format, keys: Iterable[str]) -> Record:
        """The record of a file: that of its name, or one that shares most of its events, or a new one."""
        wanted = set(keys)
        same = [one for one in self._records.values() if one.format == format]
        for record in sorted(same, key=lambda one: one.name != name):
            shared = len(wanted & record.events.keys())
            if record.name == name or shared * 2 > min(len(wanted), len(record.events)):
                return record
        return Record(name if name not in self._records else f"{name} ({format})", format)

    def save(self, record: Record) -> None:
        """Write the file with this record, unless it has it already. KioskErrors of `export_errors`."""
        self._records[record.name] = record
        tree = {
            name: {
                "format": one.format,
                "events": {key: _written(imported) for key, imported in sorted(one.events.items())},
            }
            for name, one in sorted(self._records.items())
        }
        data = (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()
        if not self._file.exists() or read_regular_file(self._file) != data:
            with export_errors(self._file.parent), write_atomically(self._file) as part:
                part.write_bytes(data)


def _written(imported: Imported) -> str:
    return " ".join((imported.id, *(f"{name}={hash}" for name, hash in sorted(imported.fields.items()))))


def _parse(tree: Mapping[str, Any]) -> dict[str, Record]:
    return {
        name: Record(
            name,
            one["format"],
            {
                key: Imported(id, dict(part.split("=", 1) for part in fields))
                for key, written in one["events"].items()
                for id, *fields in (written.split(),)
            },
        )
        for name, one in tree.items()
    }
