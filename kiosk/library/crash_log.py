"""Keeps the screen's last crashes and the generations it has drawn, in 'crashes.json' (ADR 17)."""

import json
import re
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from kiosk import __version__
from kiosk.base.safe_open import open_regular_file

FILE_NAME = "crashes.json"
MAX_KEPT = 20
"""The number of crashes, and of drawn generations, that are kept."""
MAX_BYTES = 64 * 1024
"""A longer file was not written by this program."""
_WORDS = re.compile(r"[\w.:<> -]{0,250}", re.ASCII)


class Cause(StrEnum):
    """How a process of the screen ended; the supervisor itself ended those from HANG on."""

    SIGNAL = "signal"
    BUG = "bug"
    EXIT = "exit"
    HANG = "hang"
    """Its event loop stood still."""
    BLOCKED = "blocked"
    """The same, while it waited for a disk (state D in proc(5))."""
    STOPPED = "stopped"
    """The same, because somebody had stopped it (state T)."""
    NO_FRAME = "no_frame"
    """Its event loop ran, but nothing was drawn."""


class Crash(NamedTuple):
    """One crash: UTC seconds, boot id and seconds of uptime, generation and page on show, how, and of what.

    `page` is '' before the first one, `detail` the number of a signal, an exit code, a bug's
    'type module:line', or the seconds that nothing was drawn. `is_blamed` when it is evidence against the
    generation.
    """

    at: int
    boot: str
    uptime: float
    generation: int
    page: str
    cause: Cause
    detail: str
    is_blamed: bool


class CrashRecord(NamedTuple):
    """The file's content: crashes, the oldest first, and generations that this version has drawn here."""

    crashes: tuple[Crash, ...] = ()
    drawn: tuple[int, ...] = ()


def read_record(library: Path) -> CrashRecord:
    """Read the file; what is missing, unreadable or not valid counts as not there."""
    try:
        with open_regular_file(library / FILE_NAME) as file:
            content = json.loads(file.read(MAX_BYTES))
        crashes = tuple(_parse_crash(one) for one in content["crashes"])
        drawn = tuple(map(_parse_number, content["drawn"])) if content["program"] == __version__ else ()
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return CrashRecord()
    return CrashRecord(crashes[-MAX_KEPT:], drawn[-MAX_KEPT:])


def write_record(library: Path, record: CrashRecord) -> None:
    """Replace the file; without effect where it cannot be written. Not synced: a lost record is no harm."""
    content = {
        "crashes": [crash._asdict() for crash in record.crashes[-MAX_KEPT:]],
        "program": __version__,
        "drawn": record.drawn[-MAX_KEPT:],
    }
    unfinished = library / f".{FILE_NAME}.new"
    with suppress(OSError):
        unfinished.write_text(json.dumps(content), "ascii")
        unfinished.replace(library / FILE_NAME)


def add_crash(library: Path, crash: Crash) -> None:
    """Record a crash."""
    record = read_record(library)
    write_record(library, record._replace(crashes=(*record.crashes, crash)))


def add_drawn(library: Path, generation: int) -> None:
    """Record that a generation has been drawn."""
    record = read_record(library)
    if generation not in record.drawn:
        write_record(library, record._replace(drawn=(*record.drawn, generation)))


def _parse_crash(value: dict[str, Any]) -> Crash:
    crash = Crash(**{**value, "cause": Cause(value["cause"])})
    for number in (crash.at, crash.uptime, crash.generation):
        _parse_number(number)
    if not all(_WORDS.fullmatch(words) for words in (crash.boot, crash.page, crash.detail)):
        raise ValueError(value)
    return crash


def _parse_number(value: Any) -> Any:
    if not isinstance(value, int | float) or not 0 <= value < 2**40:
        raise ValueError(value)
    return value
