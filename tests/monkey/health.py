"""How a running program does: memory, open files, threads, and how its memory grows."""

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

MIB = 1 << 20


@dataclass
class Health:
    """Looks at process `pid` from time to time."""

    pid: int
    memory: list[tuple[float, int]] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)

    def look(self) -> None:
        """Take note of bytes of resident memory, open files and threads."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        self.memory.append((time.monotonic(), 1024 * _number(status, "VmRSS")))
        self.threads.append(_number(status, "Threads"))
        self.files.append(len(list(Path(f"/proc/{self.pid}/fd").iterdir())))

    def slope(self, warm_up: float) -> float:
        """MiB an hour that the memory grows by, from `warm_up` seconds after the first look on."""
        start = self.memory[0][0] + warm_up
        seen = [(moment, size) for moment, size in self.memory if moment >= start]
        hours = np.array([moment / 3600 for moment, _ in seen])
        sizes = np.array([size / MIB for _, size in seen])
        return float(np.polyfit(hours - hours[0], sizes, 1)[0])

    def summary(self) -> str:
        """The figures in one line."""
        sizes = [size / MIB for _, size in self.memory]
        return (
            f"memory {sizes[0]:.1f} to {sizes[-1]:.1f} MiB, at most {max(sizes):.1f}; "
            f"files {min(self.files)} to {max(self.files)}, "
            f"threads {min(self.threads)} to {max(self.threads)}"
        )


def _number(status: str, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE)
    assert found, name
    return int(found[1])
