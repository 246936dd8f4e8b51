"""Checks how much memory is available."""

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_size, translate
from kiosk.health.proc_files import read_proc_file

MEMORY = Path("/proc/meminfo")
LOW_MEMORY = 256 * limits.MIB
"""Bytes an installation needs beside the running programs."""
_LINE = re.compile(r"^(\w+): +(\d+) kB$", re.MULTILINE)


def check(memory: Path = MEMORY) -> Iterator[Finding]:
    """The kernel's estimate of available memory; no finding where it gives none."""
    kilobytes = dict(_LINE.findall(read_proc_file(memory)))
    if "MemAvailable" not in kilobytes:
        return
    free, total = (int(kilobytes[name]) * limits.KIB for name in ("MemAvailable", "MemTotal"))
    value = translate("health.memory.free", free=format_size(free), total=format_size(total))
    if free < LOW_MEMORY:
        yield Finding("memory", Level.ATTENTION, value, translate("health.memory.do"))
    else:
        yield Finding("memory", Level.GOOD, value)
