"""Divides the bytes of a calendar (RFC 5545) into components, without unfolding inside of a character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.authoring.workbook.reading.code_pages import decode

_PROPERTY = re.compile(rb"[A-Za-z][A-Za-z0-9-]*[;:]")


class Block(NamedTuple):
    """The unfolded lines of a component with those of the components in it; `line` is that of its BEGIN."""

    kind: str
    line: int
    lines: list[str]


@dataclass
class CalendarLines:
    """The time zones and events of a calendar, and the lines that belong to the calendar itself."""

    own: list[str] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)
    events: list[Block] = field(default_factory=list)


def read_calendar_lines(data: bytes) -> CalendarLines:
    """The components of a calendar; those of other kinds are left out."""
    found = CalendarLines()
    block: Block | None = None
    for number, line in _unfold(data):
        word, _, kind = line.partition(":")
        kind = kind.strip().upper()
        if block:
            block.lines.append(line)
            if word.upper() == "END" and kind == block.kind:
                (found.zones if kind == "VTIMEZONE" else found.events).append(block)
                block = None
        elif word.upper() == "BEGIN" and kind in ("VEVENT", "VTIMEZONE"):
            block = Block(kind, number, [line])
        else:
            found.own.append(line)
    if block and block.kind == "VEVENT":  # a file that is cut off
        found.events.append(block._replace(lines=[*block.lines, "END:VEVENT"]))
    return found


def _unfold(data: bytes) -> Iterator[tuple[int, str]]:
    """Each whole line with the number of its first; a line that begins no property goes on the one before."""
    whole, first = b"", 1
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", data.removeprefix(b"\xef\xbb\xbf")), 1):
        if line[:1] in (b" ", b"\t"):
            whole += line[1:]
        elif whole and line and not _PROPERTY.match(line):
            whole += b"\\n" + line
        else:
            if whole:
                yield first, decode(whole)
            whole, first = line, number
    if whole:
        yield first, decode(whole)
