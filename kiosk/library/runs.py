"""Notices a programme that the screen cannot bear: starts that never came to an orderly end (ADR 10)."""

import os
import time
from contextlib import suppress
from pathlib import Path

MOST = 3
"""So many crashes on one generation are enough …"""
WITHIN = 300.0
"""… when they happen within so many seconds."""
_BOOT = Path("/proc/sys/kernel/random/boot_id")


class Runs:
    """The starts of the screen on a library, noted in its file 'runs': boot, seconds, generation in a line.

    Seconds are those since the boot, for a clock may be set meanwhile; a power cut is no crash. Where the
    file cannot be written nothing is noticed, and nothing else is lost.
    """

    def __init__(self, library: Path) -> None:
        self._file = library / "runs"
        self._boot = boot()
        self._line = ""

    def crashes(self, generation: int) -> int:
        """How many starts on `generation` did not end well lately; asked before `begin`."""
        now = _uptime()
        recent = 0
        for line in self._lines():
            known, seconds, number = line.split(" ")
            recent += known == self._boot and now - float(seconds) < WITHIN and int(number) == generation
        return recent

    def begin(self, generation: int) -> None:
        """Note a start; forgets those of before the boot or long ago."""
        self._line = f"{self._boot} {_uptime():.2f} {generation}"
        now = _uptime()
        kept = [line for line in self._lines() if line.startswith(self._boot)]
        self._write([line for line in kept if now - float(line.split(" ")[1]) < WITHIN] + [self._line])

    def end(self) -> None:
        """Take the note of this start away: it ended well."""
        self._write([line for line in self._lines() if line != self._line])

    def forget(self) -> None:
        """Begin to count anew."""
        self._write([])

    def _lines(self) -> list[str]:
        try:
            lines = self._file.read_text("ascii").splitlines()
        except (OSError, ValueError):
            return []
        return [line for line in lines if _sound(line)]

    def _write(self, lines: list[str]) -> None:
        with suppress(OSError):
            self._file.write_text("".join(f"{line}\n" for line in lines), "ascii")


def boot() -> str:
    """What tells this start of the machine from every other one."""
    try:
        return _BOOT.read_text("ascii").strip()
    except OSError:
        return f"{os.name}-{round((time.time() - time.monotonic()) / 60)}"


def _uptime() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def _sound(line: str) -> bool:
    try:
        _, seconds, generation = line.split(" ")
        return float(seconds) >= 0 and int(generation) >= 0
    except ValueError:
        return False
