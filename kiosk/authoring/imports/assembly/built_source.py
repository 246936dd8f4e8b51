"""The source that an import makes on top of the one in the folder, and what becomes of its events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.authoring.imports.assembly.imported_document import ImportedDocument
from kiosk.authoring.imports.assembly.merge_event import merge_event
from kiosk.authoring.imports.assembly.records import Imported, Record, fingerprints
from kiosk.authoring.imports.assembly.slugs import free_slug, make_slug
from kiosk.authoring.imports.found_event import FoundEvent
from kiosk.authoring.source.problems import Problem
from kiosk.authoring.source.raw_source import Entry, RawSource


@dataclass
class BuiltSource:
    """The source as it is to be written, the record of it, and what becomes of the folder's events by id."""

    raw: RawSource
    record: Record
    added: list[str] = field(default_factory=list)
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add_event(self, key: str, event: FoundEvent, table: dict[str, Any], taken: set[str]) -> None:
        """Add a new event; its id is none of `taken`, to which it is added."""
        title = table["title"].get("en") or next(iter(table["title"].values()))
        id = free_slug(make_slug(title, "event"), taken)
        taken.add(id)
        self.raw.events[id] = Entry(id, table, ImportedDocument(table, event.place, event.cells))
        self.record.events[key] = Imported(id, _fingerprints(event, table))
        self.added.append(id)

    def update_event(self, key: str, event: FoundEvent, table: dict[str, Any], before: Imported) -> None:
        """Bring what changed since `before` into the event that is there."""
        after = _fingerprints(event, table)
        self.record.events[key] = Imported(before.id, after)
        entry = self.raw.events.get(before.id)
        if entry is None:
            self.removed.append(before.id)
            return
        merged = merge_event(entry.data, table, before.fields, after)
        if merged == entry.data:
            self.unchanged.append(before.id)
            return
        self.raw.events[before.id] = Entry(
            before.id, merged, ImportedDocument(merged, event.place, event.cells)
        )
        names = dict.fromkeys((*merged, *entry.data))
        self.changed[before.id] = tuple(name for name in names if merged.get(name) != entry.data.get(name))

    def keep_gone(self, record: Record, seen: set[str]) -> None:
        """Events of `record` that the file no longer has stay in the folder and in the record."""
        for key, imported in record.events.items():
            if key not in seen:
                self.record.events[key] = imported
                if imported.id in self.raw.events:
                    self.gone.append(imported.id)


def _fingerprints(event: FoundEvent, table: Mapping[str, Any]) -> dict[str, str]:
    """Those of the fields that the file decides: a theme and a place by the file's names for them.

    Icon and languages are chosen at the first import and belong to the folder from then on.
    """
    facts = {name: value for name, value in table.items() if name not in ("icon", "languages")}
    facts["theme"] = event.topic
    if "places" in facts:
        facts["places"] = [event.location, event.address]
    return fingerprints(facts)
