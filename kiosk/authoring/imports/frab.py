"""Reads schedules of conferences in the form of Frab, Pentabarf and pretalx, as XML or JSON.

https://c3voc.de/wiki/schedule names their fields; an event of either has the same ones.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import Element

from kiosk.authoring.imports.found_event import FoundEvent, FoundProgramme, Person
from kiosk.authoring.imports.iso_times import parse_duration, parse_iso
from kiosk.authoring.imports.skipping import skipped, without_time
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.times import Span, written_time
from kiosk.authoring.imports.xml_lines import XmlElement
from kiosk.authoring.imports.zone_choice import choose_zone, known_zone

_Row = tuple[Mapping[str, Any], str, Mapping[str, Any], int]
"""The day and the room of an event, its fields, its line."""

_DAY = timedelta(days=1)
_DAY_BEGINS = time(4)
"""Where a day does not say when it begins: what starts earlier belongs to the night of the day before."""


def read_frab_json(subject: Subject, tree: Mapping[str, Any]) -> FoundProgramme:
    """The programme of a schedule.json, whose 'schedule' is `tree`."""
    conference = _mapping(tree.get("conference"))
    days = conference.get("days")
    rows = [
        (_mapping(day), _text(event.get("room")) or room, event, getattr(event, "line", 0))
        for day in (days if isinstance(days, list) else ())
        for room, events in _mapping(_mapping(day).get("rooms")).items()
        for event in (events if isinstance(events, list) else ())
        if isinstance(event, dict)
    ]
    return _read(subject, conference, rows)


def read_frab_xml(subject: Subject, root: Element) -> FoundProgramme:
    """The programme of a schedule.xml, whose root is `root`."""
    conference = root.find("conference")
    rows = [
        (day.attrib, room.get("name", ""), _fields(event), event.line if isinstance(event, XmlElement) else 0)
        for day in root.iter("day")
        for room in day.iter("room")
        for event in room.findall("event")
    ]
    return _read(subject, _fields(conference) if conference is not None else {}, rows)


def _fields(element: Element) -> dict[str, Any]:
    """The fields of an element as JSON has them."""
    found: dict[str, Any] = {**element.attrib}
    for child in element:
        if child.tag in ("persons", "links"):
            found[child.tag] = [{**one.attrib, "text": one.text or ""} for one in child]
        else:
            found[child.tag] = "".join(child.itertext())
    return found


def _read(
    subject: Subject,
    conference: Mapping[str, Any],
    rows: Sequence[_Row],
) -> FoundProgramme:
    programme = FoundProgramme("frab", subject.place(), title=_text(conference.get("title")))
    programme.name = _text(conference.get("acronym"))
    programme.page = _text(conference.get("url") or conference.get("base_url"))
    own = known_zone(_text(conference.get("time_zone_name")))
    text = programme.page + "\n".join(_text(row.get("url")) for _, _, row, _ in rows)
    choose_zone(programme, subject, own, text, _moments(rows))
    change = _text(conference.get("day_change"))[:5]
    for day, room, row, line in rows:
        day = {"start": f"{_text(day.get('date'))}T{change}", **day} if change else day
        event = FoundEvent(subject.place(line), _text(row.get("title")), {})
        _fill(event, row, room)
        if not event.title:
            programme.skip(skipped("import_no_title", event))
            continue
        try:
            span = _span(row, day)
            event.when = {"when": written_time(span, programme.zone)}
        except ValueError:
            value = f"{_text(row.get('date'))} {_text(row.get('start'))} {_text(row.get('duration'))}"
            programme.skip(without_time(event, value))
            continue
        programme.events.append(event)
    return programme


def _fill(event: FoundEvent, row: Mapping[str, Any], room: str) -> None:
    event.uid = _text(row.get("guid")) or _text(row.get("id"))
    event.subtitle = _text(row.get("subtitle"))
    event.summary = _text(row.get("abstract"))
    event.body = _text(row.get("description"))
    event.language = _text(row.get("language"))
    event.location = room
    event.topic = _text(row.get("track")) or _text(row.get("type"))
    event.url = _text(row.get("url"))
    persons = row.get("persons")
    for person in persons if isinstance(persons, list) else ():
        if isinstance(person, dict):
            names = (_text(person.get(key)) for key in ("public_name", "name", "full_public_name", "text"))
            event.people += [Person(name) for name in (next(filter(None, names), ""),) if name]
        else:
            event.people.append(Person(_text(person)))
    links = row.get("links")
    event.links += [
        _text(link.get("url") or link.get("href"))
        for link in (links if isinstance(links, list) else ())
        if isinstance(link, dict)
    ]


def _span(row: Mapping[str, Any], day: Mapping[str, Any]) -> Span:
    """When an event is. ValueError when it cannot be read."""
    begin = _begin(row, day)
    length = parse_duration(_text(row.get("duration")))
    return Span(begin, begin + length if length else None)


def _begin(row: Mapping[str, Any], day: Mapping[str, Any]) -> datetime:
    """The moment in 'date', or that of 'start' on the day; night hours are those of the next morning."""
    stated = parse_iso(_text(row.get("date")))
    if stated and isinstance(stated.moment, datetime):
        return stated.moment
    on = stated or parse_iso(_text(day.get("date")))
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})", _text(row.get("start")))
    if not on or isinstance(on.moment, datetime) or not clock:
        raise ValueError(row.get("start"))
    at = time(int(clock[1]), int(clock[2]))
    return datetime.combine(on.moment, at) + _DAY * (not stated and at < _day_begins(day, on.moment))


def _day_begins(day: Mapping[str, Any], on: date) -> time:
    stated = parse_iso(_text(day.get("start") or day.get("day_start")))
    if stated and isinstance(stated.moment, datetime) and stated.moment.date() == on:
        return min(stated.moment.time(), time(12))
    return _DAY_BEGINS


def _moments(rows: Sequence[_Row]) -> Iterator[datetime]:
    for _, _, row, _ in rows:
        try:
            stated = parse_iso(_text(row.get("date")))
        except ValueError:
            continue
        if stated and isinstance(stated.moment, datetime):
            yield stated.moment


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
