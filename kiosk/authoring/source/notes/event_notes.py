"""Notes on whole events: duplicates, events that are over, contacts that nobody sees."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.authoring.source.problems import Place, Problem, Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base.model import Occurrence, Programme

_TIMES = ("when", "every", "first", "occurrence")


def find_duplicates(source: RawSource) -> Iterator[Problem]:
    """Warn of events with a title, the times and the places of an earlier one."""
    known: dict[str, str] = {}
    for id, entry in source.events.items():
        titles = entry.data.get("title")
        if not isinstance(titles, dict):
            continue
        rest = repr([entry.data.get(key) for key in (*_TIMES, "places")])
        keys = [f"{language}\0{str(title).strip().casefold()}\0{rest}" for language, title in titles.items()]
        if other := next((known[key] for key in keys if key in known), ""):
            yield entry.make_note(Severity.WARNING, "event_duplicate", ("title",), other=other)
        known |= dict.fromkeys((key for key in keys if key not in known), id)


def note_contact(entry: Entry) -> Iterator[Problem]:
    """Warn of a contact of which only a name is known: no page shows it."""
    contact: Mapping[str, Any] | object = entry.data.get("contact")
    if isinstance(contact, dict) and contact.keys() == {"name"}:
        yield entry.make_note(Severity.WARNING, "contact_unseen", ("contact",))


def find_past(source: RawSource, programme: Programme, at: int) -> Iterator[Problem]:
    """Warn of events that are over at `at` (seconds of UTC); once, when all of them are."""
    past = [event.id for event in programme.events if all(_ends(one) < at for one in event.occurrences)]
    if len(past) == len(programme.events):
        yield Problem("events_past", Place("events"), severity=Severity.WARNING)
        return
    for id in past:
        yield source.events[id].make_note(Severity.WARNING, "event_past")


def _ends(occurrence: Occurrence) -> int:
    """Until when the screen says something of it (seconds of UTC)."""
    when, original = occurrence.when, occurrence.original or occurrence.when
    return max(when.latest, original.latest)
