"""Decides from the recorded crashes whether a generation has to be rolled back (ADR 17)."""

from pathlib import Path

from kiosk.base.uptime import UptimeReading, read_uptime
from kiosk.library.crash_log import Crash, read_record, write_record

MAX_CRASHES = 3
"""The number of crashes blamed on one generation after which it is rolled back …"""
CRASH_WINDOW_SECONDS = 300.0
"""… if they happen within so many seconds."""


def count_crashes(library: Path, generation: int) -> int:
    """The recent crashes that are blamed on `generation`.

    Seconds are counted from the boot, because the clock may be set; a power cut is not a crash.
    """
    now = read_uptime()
    return sum(_is_recent(crash, now) for crash in read_record(library).crashes if _blames(crash, generation))


def forgive(library: Path, generation: int) -> None:
    """Blame no earlier crash on `generation`: it has been rolled back, and may be installed again."""
    record = read_record(library)
    crashes = tuple(
        crash._replace(is_blamed=False) if _blames(crash, generation) else crash for crash in record.crashes
    )
    write_record(library, record._replace(crashes=crashes))


def _blames(crash: Crash, generation: int) -> bool:
    return crash.is_blamed and crash.generation == generation


def _is_recent(crash: Crash, now: UptimeReading) -> bool:
    return crash.boot == now.boot and -1 < now.seconds - crash.uptime < CRASH_WINDOW_SECONDS
