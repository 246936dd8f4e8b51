"""Reads calendars (iCalendar, RFC 5545) as other programs write them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.authoring.imports.calendars.lines import read_calendar_lines
from kiosk.authoring.imports.calendars.occurrences import Context, Times, event_times, single_times
from kiosk.authoring.imports.calendars.properties import Properties
from kiosk.authoring.imports.calendars.times import CalendarZones
from kiosk.authoring.imports.found_event import FoundEvent, FoundProgramme, Person
from kiosk.authoring.imports.skipping import skipped, without_time
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.times import TimeOrderError
from kiosk.authoring.imports.zone_choice import choose_zone
from kiosk.authoring.source.problems import Problem, Severity

_PRIVATE = ("PRIVATE", "CONFIDENTIAL")
_ONLINE = ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE")


class _Entry(NamedTuple):
    line: int
    event: Properties


def read_icalendar(subject: Subject) -> FoundProgramme:
    """The programme of a calendar; an event that cannot be read is skipped, and why is told."""
    lines = read_calendar_lines(subject.data)
    own, zones = Properties(lines.own), CalendarZones(lines.zones)
    entries = [_Entry(block.line, Properties(block.lines)) for block in lines.events]
    programme = FoundProgramme("icalendar", subject.place(), own.text("X-WR-CALNAME") or own.text("NAME"))
    programme.tagline = own.text("X-WR-CALDESC") or own.text("DESCRIPTION")
    programme.page = own.text("URL")
    stated = zones.name_of(own.text("X-WR-TIMEZONE")) or next(iter(_used_zones(entries, zones)), "")
    choose_zone(programme, subject, stated, "\n".join(line for block in lines.events for line in block.lines))
    context = Context(zones, programme.zone, subject.today)
    is_cut = 0
    own_texts: list[str] = []
    for entry, changes in _by_event(entries):
        event, times = _read_event(subject, programme, entry, changes, context)
        if event and times:
            event.when = times.fields
            programme.events.append(event)
            is_cut += times.is_cut
            own_texts += [event.title] * any(_has_own_text(change.event, entry) for change in changes)
    programme.problems += _notes(subject, zones, is_cut, programme)
    if own_texts:
        detail = {"count": len(own_texts), "names": ", ".join(own_texts)}
        programme.problems.append(
            Problem("import_single", subject.place(), detail=detail, severity=Severity.WARNING)
        )
    return programme


def _has_own_text(change: Properties, entry: _Entry | None) -> bool:
    """Whether a changed date has a title or a description of its own."""
    return entry is not None and any(
        change.text(name) not in ("", entry.event.text(name)) for name in ("SUMMARY", "DESCRIPTION")
    )


def _notes(subject: Subject, zones: CalendarZones, cut: int, programme: FoundProgramme) -> Iterable[Problem]:
    """What is told once of a calendar."""
    if cut:
        yield Problem("import_endless", subject.place(), detail={"count": cut}, severity=Severity.WARNING)
    if zones.unknown:
        detail = {"names": ", ".join(sorted(zones.unknown)), "zone": programme.zone}
        yield Problem("import_zones", subject.place(), detail=detail, severity=Severity.WARNING)


def _used_zones(entries: Sequence[_Entry], zones: CalendarZones) -> list[str]:
    """The zones of the events' times, the most frequent first; or those that the calendar defines."""
    starts = [entry.event.first("DTSTART") for entry in entries]
    named = [found for start in starts if start and (found := zones.name_of(start.zone))]
    return sorted(set(named), key=lambda name: (-named.count(name), name)) or zones.names


def _by_event(entries: Iterable[_Entry]) -> list[tuple[_Entry | None, list[_Entry]]]:
    """Each event with the changes of single dates of it (RECURRENCE-ID), in the order of the file.

    Of two entries of the same UID and time the one of the higher SEQUENCE counts.
    """
    events: dict[tuple[str, str], _Entry] = {}
    changes: dict[str, dict[str, _Entry]] = {}
    for entry in entries:
        uid, changed = entry.event.text("UID"), entry.event.text("RECURRENCE-ID")
        if uid and changed:
            known = changes.setdefault(uid, {})
            known[changed] = _newer(known.get(changed), entry)
        else:
            key = uid or str(entry.line), entry.event.text("DTSTART")
            events[key] = _newer(events.get(key), entry)
    whole = [(entry, list(changes.pop(uid, {}).values())) for (uid, _), entry in events.items()]
    return [*whole, *((None, list(single.values())) for single in changes.values())]


def _newer(known: _Entry | None, entry: _Entry) -> _Entry:
    if known is None:
        return entry
    ranks = [(int(one.event.text("SEQUENCE") or 0), one.event.text("DTSTAMP")) for one in (known, entry)]
    return known if ranks[0] > ranks[1] else entry


def _read_event(
    subject: Subject,
    programme: FoundProgramme,
    entry: _Entry | None,
    changes: Sequence[_Entry],
    context: Context,
) -> tuple[FoundEvent | None, Times | None]:
    """The event and its times; None where it is skipped."""
    line, told = entry or changes[0]
    event = FoundEvent(subject.place(line), told.text("SUMMARY"), {})
    if not event.title:
        programme.skip(skipped("import_no_title", event))
    elif told.text("CLASS").upper() in _PRIVATE:
        programme.skip(skipped("import_private", event))
    else:
        try:
            single = [change.event for change in changes]
            times = event_times(told, single, context) if entry else single_times(single, context)
            _fill(event, told)
            return event, times
        except TimeOrderError:
            programme.skip(skipped("import_order", event))
        except (ValueError, OverflowError):
            programme.skip(without_time(event, _written_times(told)))
    return None, None


def _written_times(event: Properties) -> str:
    names = ("DTSTART", "DTEND", "DURATION", "RRULE")
    return " ".join(f"{name}:{event.text(name)}" for name in names if event.first(name))


def _fill(event: FoundEvent, told: Properties) -> None:
    event.uid = told.text("UID")
    event.body = told.text("DESCRIPTION") or told.text("X-ALT-DESC")
    event.location = told.text("LOCATION")
    event.point = _point(told.text("GEO"))
    names = [name.strip().replace("\\", "") for one in told.all("CATEGORIES") for name in one.values]
    event.topic, *event.tags = [name for name in names if name] or [""]
    event.url = told.text("URL")
    event.online = next((url for name in _ONLINE if (url := told.text(name)).startswith("https://")), "")
    organiser = told.first("ORGANIZER")
    event.organiser = _person_name(organiser.parameters.get("CN", "")) if organiser else ""
    event.people = [
        Person(name)
        for one in told.all("ATTENDEE")
        if "@" not in one.value and (name := _person_name(one.parameters.get("CN", "")))
    ]


def _person_name(name: str) -> str:
    """The name, unless it is an address: who is invited by mail is no speaker."""
    return "" if "@" in name else name.strip(" \"'")


def _point(text: str) -> tuple[float, float] | None:
    try:
        latitude, longitude = map(float, text.split(";"))
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
