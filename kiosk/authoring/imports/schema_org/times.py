"""Says when an event of schema.org is, as the fields of an event's table."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from kiosk.authoring.imports.calendars import occurrences
from kiosk.authoring.imports.calendars.properties import Properties
from kiosk.authoring.imports.calendars.times import CalendarZones
from kiosk.authoring.imports.iso_times import parse_duration, parse_iso
from kiosk.authoring.imports.schema_org.values import listed, mapping, text_of
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.times import Span, written_time

_DAY = timedelta(days=1)
_FREQUENCIES = {
    "P1D": "DAILY", "P1W": "WEEKLY", "P7D": "WEEKLY", "P2W": "WEEKLY;INTERVAL=2", "P14D": "WEEKLY;INTERVAL=2",
    "P1M": "MONTHLY",
}  # fmt: skip


def stated_moments(items: Iterable[Mapping[str, Any]]) -> Iterator[datetime]:
    """The moments at which events begin, with their offsets from UTC."""
    for item in items:
        try:
            begin = _moment(item.get("startDate"))
        except ValueError:
            continue
        if isinstance(begin, datetime):
            yield begin


def event_times(item: Mapping[str, Any], zone: str, subject: Subject) -> dict[str, Any]:
    """When the event is. ValueError when it cannot be read or the event does not say it."""
    schedule = next(map(mapping, listed(item.get("eventSchedule"))), {})
    if schedule:
        return _scheduled(schedule, zone, subject)
    when = written_time(_span(item), zone)
    status = text_of(item.get("eventStatus")).lower()
    if "cancel" in status or "postponed" in status:
        return {"when": when, "status": "cancelled"}
    before = _moment(item.get("previousStartDate")) if "rescheduled" in status else None
    original = written_time(Span(before), zone) if before else ""
    if original and original != when:
        return {"when": when, "status": "moved", "original": original}
    offers = [text_of(mapping(offer).get("availability")).lower() for offer in listed(item.get("offers"))]
    if offers and all("soldout" in offer for offer in offers):
        return {"when": when, "status": "full"}
    return {"when": when}


def _span(item: Mapping[str, Any]) -> Span:
    """From the start to the end; an end that is a day belongs to the event."""
    begin, end = _moment(item.get("startDate")), _moment(item.get("endDate"))
    length = parse_duration(text_of(item.get("duration")))
    if begin is None:
        raise ValueError("startDate")
    if end is None:
        return Span(begin, begin + length if length and isinstance(begin, datetime) else None)
    if isinstance(end, datetime):
        return Span(begin, end)
    if isinstance(begin, datetime):
        return Span(begin) if end == begin.date() else Span(begin.date(), end + _DAY)
    return Span(begin, end + _DAY)


def _moment(value: object) -> date | datetime | None:
    text = text_of(value)
    if not text:
        return None
    found = parse_iso(text)
    if found is None:
        raise ValueError(text)
    return found.moment


def _scheduled(schedule: Mapping[str, Any], zone: str, subject: Subject) -> dict[str, Any]:
    """The dates of a Schedule, worked out as those of a calendar's rule."""
    first, last = text_of(schedule.get("startDate"))[:10], text_of(schedule.get("endDate"))[:10]
    frequency = _FREQUENCIES.get(text_of(schedule.get("repeatFrequency")), "")
    if not first or not frequency:
        raise ValueError("eventSchedule")
    lines = [_line("DTSTART", first, text_of(schedule.get("startTime")))]
    if ends := text_of(schedule.get("endTime")):
        lines.append(_line("DTEND", first, ends))
    days = [text_of(day).rpartition("/")[2][:2].upper() for day in listed(schedule.get("byDay"))]
    by_day = f";BYDAY={','.join(days)}" if days else ""
    until = f";UNTIL={last.replace('-', '')}T235959" if last else ""
    lines.append(f"RRULE:FREQ={frequency}{by_day}{until}")
    for dropped in listed(schedule.get("exceptDate")):
        lines.append(_line("EXDATE", *f"{text_of(dropped)}T".split("T")[:2]))
    context = occurrences.Context(CalendarZones(()), zone, subject.today)
    return occurrences.event_times(Properties(["BEGIN:VEVENT", *lines]), (), context).fields


def _line(name: str, day: str, clock: str) -> str:
    """A property of a calendar."""
    digits = clock.replace(":", "")[:4]
    return (
        f"{name}:{day.replace('-', '')}T{digits}00" if digits else f"{name};VALUE=DATE:{day.replace('-', '')}"
    )
