"""Measures time by the machine's uptime, a clock that nobody can set."""

import sys
import time
from pathlib import Path
from typing import NamedTuple

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""The boot id, different after every boot (random(4))."""


class UptimeReading(NamedTuple):
    """Uptime in `seconds` since the boot with the id `boot`; '' on systems without boot ids."""

    boot: str
    seconds: float


def read_uptime() -> UptimeReading:
    """The current uptime, including suspended time where the system provides it."""
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
    """The seconds that have certainly passed from `earlier` to `later`.

    After a reboot only the seconds since that reboot count. Without boot ids a reboot may go unnoticed once
    the machine has run longer than before; the result is then too small, never too large.
    """
    named = earlier.boot and later.boot
    restarted = later.seconds < earlier.seconds or (named and later.boot != earlier.boot)
    return later.seconds if restarted else later.seconds - earlier.seconds
