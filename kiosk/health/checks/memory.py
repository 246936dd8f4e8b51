"""How much memory is left."""

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import said, size
from kiosk.health.proc_files import told

MEMORY = Path("/proc/meminfo")
LEAST = 256 * limits.MIB
"""Bytes an installation needs besides what is running."""
_LINE = re.compile(r"^(\w+): +(\d+) kB$", re.MULTILINE)


def checks(memory: Path = MEMORY) -> Iterator[Check]:
    """What the kernel believes can still be had; nothing where it does not say."""
    kilobytes = dict(_LINE.findall(told(memory)))
    if "MemAvailable" not in kilobytes:
        return
    free, total = (int(kilobytes[name]) * limits.KIB for name in ("MemAvailable", "MemTotal"))
    value = said("health.memory.free", free=size(free), total=size(total))
    if free < LEAST:
        yield Check("memory", Level.ATTENTION, value, said("health.memory.do"))
    else:
        yield Check("memory", Level.GOOD, value)
