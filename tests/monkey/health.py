"""How a running program does: memory, open files, threads, and how its memory grows."""

import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

MIB = 1 << 20
SPELL = 180.0
"""Seconds in which the kiosk comes to rest at least once, as it does when the monkey is let in as staff."""
ENOUGH = 6
"""Spells from which on a line through them says more than chance does."""


@dataclass
class Health:
    """Looks at process `pid` from time to time."""

    pid: int
    memory: list[tuple[float, int]] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)

    def look(self) -> None:
        """Take note of bytes of memory of its own, open files and threads.

        Of its own is what no file holds (man 5 proc_pid_smaps, 'Anonymous'): pages of programs and libraries
        come and go as the system likes.
        """
        status = Path(f"/proc/{self.pid}/status").read_text()
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        self.memory.append((time.monotonic(), 1024 * _number(rollup, "Anonymous")))
        self.threads.append(_number(status, "Threads"))
        self.files.append(len(list(Path(f"/proc/{self.pid}/fd").iterdir())))

    def floors(self) -> list[tuple[float, int]]:
        """When in each spell the memory was lowest, and how low.

        What the monkey looks at just now takes up to 15 MiB, more than a leak would in an hour: looks that
        fall on a long list and on the PIN pad by chance give slopes by chance. In each spell the kiosk comes
        to rest a few times, and then has what it never gives back. That is where a leak stays.
        """
        spells: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for moment, size in self.memory:
            spells[int((moment - self.memory[0][0]) // SPELL)].append((size, moment))
        return [(moment, size) for size, moment in map(min, spells.values())]

    def slope(self, warm_up: float) -> float | None:
        """MiB an hour that the floor rises by, from `warm_up` seconds after the first look on.

        None when there are too few spells to tell.
        """
        start = self.memory[0][0] + warm_up
        seen = [(moment, size) for moment, size in self.floors() if moment >= start]
        if len(seen) < ENOUGH:
            return None
        hours = np.array([(moment - start) / 3600 for moment, _ in seen])
        sizes = np.array([size / MIB for _, size in seen])
        return float(np.polyfit(hours, sizes, 1)[0])

    def summary(self) -> str:
        """The figures in one line."""
        sizes = [size / MIB for _, size in self.floors()]
        most = max(size for _, size in self.memory) / MIB
        return (
            f"memory at rest {sizes[0]:.1f} to {sizes[-1]:.1f} MiB, at most {most:.1f}; "
            f"files {min(self.files)} to {max(self.files)}, "
            f"threads {min(self.threads)} to {max(self.threads)}"
        )


def _number(status: str, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE)
    assert found, name
    return int(found[1])
