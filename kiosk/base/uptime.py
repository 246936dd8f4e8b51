"""How long this machine has been running: a clock that nobody can set."""

import sys
import time
from pathlib import Path
from typing import NamedTuple

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Another text after every start of the machine (random(4))."""


class UptimeReading(NamedTuple):
    """`seconds` after the start of the machine that is called `boot`; '' where starts have no name."""

    boot: str
    seconds: float


def read_uptime() -> UptimeReading:
    """This moment; time asleep counts, where the system tells it."""
    try:
        boot = BOOT_ID.read_text("ascii").strip()
    except OSError:
        boot = ""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        seconds = time.monotonic()
    return UptimeReading(boot, seconds)


def elapsed_seconds(earlier: UptimeReading, later: UptimeReading) -> float:
    """Seconds from `earlier` to `later` that have passed for certain.

    Of what was before a restart nothing is believed: then it is the seconds since that restart. Where starts
    have no name a restart may go unnoticed, once the machine has run longer than before; the result is then
    too small, never too large.
    """
    named = earlier.boot and later.boot
    restarted = later.seconds < earlier.seconds or (named and later.boot != earlier.boot)
    return later.seconds if restarted else later.seconds - earlier.seconds
