"""Measures the memory of a program with all its processes."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def session_memory(root: int) -> int:
    """Bytes of memory of all processes in the session of `root`, shared pages counted in proportion (PSS)."""
    total = 0
    for entry in _processes():
        if _session_id(entry) == root:
            with suppress(FileNotFoundError, ProcessLookupError):
                found = re.search(r"^Pss:\s+(\d+) kB", (entry / "smaps_rollup").read_text(), re.MULTILINE)
                total += int(found[1]) * 1024 if found else 0
    return total


def shares_qt(root: int) -> bool:
    """Whether a process outside the session of `root` uses Qt too: then Qt is counted only in part here."""
    return any(_session_id(entry) != root and "libQt6Core" in _maps(entry) for entry in _processes())


def _processes() -> Iterator[Path]:
    return (entry for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _session_id(entry: Path) -> int:
    """The session of a process, 0 once it has ended (/proc/PID/stat, fourth after the name: proc(5))."""
    try:
        return int((entry / "stat").read_text().rpartition(") ")[2].split()[3])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _maps(entry: Path) -> str:
    try:
        return (entry / "maps").read_text()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ""
