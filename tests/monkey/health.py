"""Samples memory, open files and threads of a running program, and computes the growth of its memory."""

import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

MIB = 1 << 20
INTERVAL = 180.0
"""Seconds in which the kiosk comes to rest at least once, as it does when staff are let in."""
MIN_INTERVALS = 6
"""The least number of intervals for which a line fitted through them is meaningful."""


@dataclass
class Health:
    """Samples of process `pid`."""

    pid: int
    memory: list[tuple[float, int]] = field(default_factory=list)
    open_files: list[int] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)

    def sample(self) -> None:
        """Record bytes of anonymous memory, open files and threads.

        Anonymous memory is what no file backs (man 5 proc_pid_smaps, 'Anonymous'): the system loads and drops
        pages of programs and libraries at will.
        """
        status = Path(f"/proc/{self.pid}/status").read_text()
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        self.memory.append((time.monotonic(), 1024 * _read_number(rollup, "Anonymous")))
        self.threads.append(_read_number(status, "Threads"))
        self.open_files.append(len(list(Path(f"/proc/{self.pid}/fd").iterdir())))

    def interval_minimums(self) -> list[tuple[float, int]]:
        """The time and size of the lowest memory use in each interval.

        The page on the screen takes up to 15 MiB, more than a leak would in an hour: samples that happen to
        fall on a long list or on the PIN pad give random slopes. In each interval the kiosk comes to rest a
        few times, and then holds only memory that it never frees, which includes a leak.
        """
        intervals: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for moment, size in self.memory:
            intervals[int((moment - self.memory[0][0]) // INTERVAL)].append((size, moment))
        return [(moment, size) for size, moment in map(min, intervals.values())]

    def memory_growth(self, warm_up: float) -> float | None:
        """The growth of the minimums in MiB an hour, from `warm_up` seconds after the first sample on.

        None when there are too few intervals.
        """
        start = self.memory[0][0] + warm_up
        minimums = [(moment, size) for moment, size in self.interval_minimums() if moment >= start]
        if len(minimums) < MIN_INTERVALS:
            return None
        hours = np.array([(moment - start) / 3600 for moment, _ in minimums])
        sizes = np.array([size / MIB for _, size in minimums])
        return float(np.polyfit(hours, sizes, 1)[0])

    def summary(self) -> str:
        """The figures in one line."""
        sizes = [size / MIB for _, size in self.interval_minimums()]
        most = max(size for _, size in self.memory) / MIB
        return (
            f"memory at rest {sizes[0]:.1f} to {sizes[-1]:.1f} MiB, at most {most:.1f}; "
            f"files {min(self.open_files)} to {max(self.open_files)}, "
            f"threads {min(self.threads)} to {max(self.threads)}"
        )


def _read_number(status: str, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE)
    assert found, name
    return int(found[1])
