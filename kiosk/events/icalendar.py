"""Formats an event as a bare calendar entry (RFC 5545) small enough for a QR code, and compares two."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import DatePoint, parse_interval

ENTRY_SIZE_LIMIT = 322
"""Bytes of UTF-8: version 13 with correction M on screens, 16 with correction Q on paper (ISO/IEC 18004,
table 7), 77 and 89 modules with the quiet zone."""
_MAX_INTEGER = 2**31 - 1
"""The greatest INTEGER (RFC 5545, 3.3.8); packs may have greater versions."""
_UTC_FORMAT = "%Y%m%dT%H%M%SZ"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
_REVISION_PROPERTIES = ("UID", "SEQUENCE", "DTSTAMP")


class Revision(NamedTuple):
    """Which entry it is and which state of it: the newer replaces the older in calendars that have it.

    `sequence` grows with each change (RFC 5545, 3.8.7.4). `stamp` is when the event was last revised, in UTC
    seconds: DTSTAMP for want of a METHOD (3.8.7.2).
    """

    uid: str
    sequence: int
    stamp: int


def format_vevent(
    title: str,
    when: When,
    revision: Revision,
    *,
    place: str = "",
    url: str = "",
    cancelled: bool = False,
) -> str | None:
    """The VEVENT with times in UTC, or None when the time is not exact to the day or the minute.

    If it exceeds ENTRY_SIZE_LIMIT, the URL is dropped first, then the place, then the end of the title.
    """
    first, last = parse_interval(when.edtf)
    if not first.day or not last.day:
        return None
    fixed = [*_time_lines(first, last, when.zone), *_revision_lines(revision)]
    fixed += ["STATUS:CANCELLED"] if cancelled else []
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


def same_to_readers(one: str, other: str) -> bool:
    """Whether two texts of codes are equal, or entries that differ only in their revision and in what fits.

    Of the properties that both entries have, all others are equal.
    """
    first, second = _properties(one), _properties(other)
    if not first or not second:
        return one == other
    common = (first.keys() & second.keys()) - {*_REVISION_PROPERTIES}
    return all(first[name] == second[name] for name in common)


def _properties(entry: str) -> dict[str, str]:
    """The lines of an entry by the name of their property, parameters included; none of any other text."""
    if not entry.startswith("BEGIN:VEVENT\r\n"):
        return {}
    lines = entry.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return {line.partition(":")[0].partition(";")[0]: line for line in lines}


def _revision_lines(revision: Revision) -> list[str]:
    stamp = datetime.fromtimestamp(revision.stamp, UTC)
    sequence = min(revision.sequence, _MAX_INTEGER)
    return [f"DTSTAMP:{stamp:{_UTC_FORMAT}}", f"UID:{revision.uid}", f"SEQUENCE:{sequence}"]


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
