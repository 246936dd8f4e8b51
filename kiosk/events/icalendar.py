"""Formats events as calendar entries (RFC 5545) small enough for QR codes: one bare, or several together."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import DatePoint, parse_interval

ENTRY_SIZE_LIMIT = 300
"""Bytes of UTF-8: version 13 with error correction M, the densest QR code that phones read from a screen."""

CALENDAR_SIZE_LIMIT = 666
"""Bytes of UTF-8 of several entries: version 20 with error correction M (ISO/IEC 18004, table 7). Its modules
are 5 pixels wide when the code is enlarged on a screen of 1080 lines."""
_BEGIN = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Corner Kiosk//EN\r\n"
_UTC_FORMAT = "%Y%m%dT%H%M%SZ"
_END = "END:VCALENDAR\r\n"

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def format_vevent(
    title: str, when: When, *, place: str = "", url: str = "", uid: str = "", stamp: int | None = None
) -> str | None:
    """The VEVENT with times in UTC, or None when the time is not exact to the day or the minute.

    If it exceeds ENTRY_SIZE_LIMIT, the URL is dropped first, then the place, then the end of the title.
    DTSTAMP, which RFC 5545 requires inside a whole calendar, is included if `stamp` (UTC seconds) says when
    the event was last revised (3.8.7.2, for want of a METHOD); a bare entry's code is
    coarser without it.
    """
    first, last = parse_interval(when.edtf)
    if not first.day or not last.day:
        return None
    stamp_lines = [] if stamp is None else [f"DTSTAMP:{datetime.fromtimestamp(stamp, UTC):{_UTC_FORMAT}}"]
    fixed = [*_time_lines(first, last, when.zone), *stamp_lines, *_property_line("UID", uid)]
    summary, location, link = (
        _property_line("SUMMARY", title),
        _property_line("LOCATION", place),
        _property_line("URL", url, escaped=False),
    )
    for lines in ([*summary, *location, *link], [*summary, *location], summary):
        entry = _join_vevent(fixed + lines)
        if _fits(entry):
            return entry
    while title and not _fits(entry):
        title = title[:-1].rstrip()
        entry = _join_vevent(fixed + _property_line("SUMMARY", title + "…"))
    return entry


def group_into_calendars(entries: Iterable[str]) -> list[str]:
    """The entries in order, in as few whole calendars as possible of at most CALENDAR_SIZE_LIMIT bytes."""
    calendars: list[str] = []
    for entry in entries:
        if calendars and len((longer := calendars[-1] + entry).encode()) <= CALENDAR_SIZE_LIMIT - len(_END):
            calendars[-1] = longer
        else:
            calendars.append(_BEGIN + entry)
    return [calendar + _END for calendar in calendars]


def _fits(entry: str) -> bool:
    return len(entry.encode()) <= ENTRY_SIZE_LIMIT


def _time_lines(first: DatePoint, last: DatePoint, zone_name: str) -> list[str]:
    if first.time:
        ends = [last] if last != first else []
        marks = [_utc(point, zone_name) for point in (first, *ends)]
        return [f"{name}:{mark}" for name, mark in zip(("DTSTART", "DTEND"), marks, strict=False)]
    start, after = first.date, last.date + timedelta(days=1)
    lines = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}"]
    return lines if first == last else [*lines, f"DTEND;VALUE=DATE:{after:%Y%m%d}"]


def _utc(point: DatePoint, zone_name: str) -> str:
    return f"{point.moment.replace(tzinfo=zone(zone_name)).astimezone(UTC):{_UTC_FORMAT}}"


def _property_line(name: str, value: str, escaped: bool = True) -> list[str]:
    return [f"{name}:{value.translate(_ESCAPES) if escaped else value}"] if value else []


def _join_vevent(lines: list[str]) -> str:
    return "".join(f"{_fold_line(line)}\r\n" for line in ("BEGIN:VEVENT", *lines, "END:VEVENT"))


def _fold_line(line: str) -> str:
    """Fold a line at 75 bytes; continuation lines begin with a space, no character is split."""
    if len(line.encode()) <= 75:
        return line
    pieces, room = [""], 75
    for letter in line:
        room -= len(letter.encode())
        if room < 0:
            pieces.append(" ")
            room = 74 - len(letter.encode())
        pieces[-1] += letter
    return "\r\n".join(pieces)
