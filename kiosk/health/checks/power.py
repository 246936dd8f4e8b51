"""Checks how long the computer has been on, and counts power cuts while it was running."""

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.base.limits import DAY
from kiosk.base.safe_open import read_regular_file
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import join_lines, translate
from kiosk.health.proc_files import read_proc_file

UPTIME = Path("/proc/uptime")
RECORDS = (Path("/var/log/wtmp.1"), Path("/var/log/wtmp"))
"""The records of starts of last month and of this month."""
PERIOD = 30 * DAY
MAX_POWER_CUTS = 3
"""Power cuts within PERIOD that need no attention."""
_RECORD = struct.Struct("<hxxi32s4s32s256shhiii16s20x")
"""`struct utmp` of the GNU C library on x86_64 and aarch64 (man 5 utmp)."""
_RUN_LEVEL, _BOOT = 1, 2


def check(now: int, uptime: Path = UPTIME, records: Sequence[Path] = RECORDS) -> Iterator[Finding]:
    """Check as of `now` (UTC seconds); counts power cuts where the system keeps records of its starts."""
    seconds = read_proc_file(uptime).partition(".")[0]
    if not seconds:
        return
    hours, minutes = divmod(int(seconds) // 60, 60)
    value = [translate("health.power.on", days=hours // 24, hours=hours % 24, minutes=minutes)]
    content = b"".join(map(_read_records, records))
    cuts = sum(at > now - PERIOD for at in power_cuts(content))
    if content:
        value.append(translate("health.power.cuts", n=cuts))
    if cuts > MAX_POWER_CUTS:
        yield Finding("power", Level.ATTENTION, join_lines(value), translate("health.power.do"))
    else:
        yield Finding("power", Level.GOOD, join_lines(value))


def power_cuts(records: bytes) -> Iterator[int]:
    """The times (UTC seconds) at which the system started without a shutdown before."""
    running = False
    for kind, _, _, _, user, *rest in _RECORD.iter_unpack(
        records[: len(records) // _RECORD.size * _RECORD.size]
    ):
        if kind == _BOOT:
            if running:
                yield rest[4]
            running = True
        elif kind == _RUN_LEVEL and user.startswith(b"shutdown"):
            running = False


def _read_records(records: Path) -> bytes:
    try:
        return read_regular_file(records)
    except OSError:
        return b""
