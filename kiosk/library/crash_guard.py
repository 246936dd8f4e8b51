"""Counts the crashes of the screen on each generation: starts without an orderly exit (ADR 10)."""

from contextlib import suppress
from pathlib import Path

from kiosk.base.uptime import UptimeReading, read_uptime

MAX_CRASHES = 3
"""The number of crashes on one generation after which it is rolled back …"""
CRASH_WINDOW_SECONDS = 300.0
"""… if they happen within so many seconds."""


class CrashGuard:
    """The starts of the screen on a library, in its file 'runs': boot id, seconds, generation on each line.

    Seconds are counted from the boot, because the clock may be set; a power cut is not a crash. If the file
    cannot be written, no crashes are counted; there is no other effect.
    """

    def __init__(self, library: Path) -> None:
        self._file = library / "runs"
        self._line = ""

    def count_crashes(self, generation: int) -> int:
        """Return how many recent starts on `generation` had no orderly exit; call before `record_start`."""
        recent = (line.split(" ")[2] for line in self._lines() if _is_recent(line, read_uptime()))
        return sum(int(number) == generation for number in recent)

    def record_start(self, generation: int) -> None:
        """Record that `generation` is shown from now on; drop old lines and that of this start."""
        now = read_uptime()
        kept = [line for line in self._lines() if line != self._line and _is_recent(line, now)]
        self._line = f"{now.boot or '-'} {now.seconds:.2f} {generation}"
        self._write([*kept, self._line])

    def record_exit(self) -> None:
        """Remove the line of this start: the exit was orderly."""
        self._write([line for line in self._lines() if line != self._line])

    def reset(self) -> None:
        """Remove all recorded starts."""
        self._write([])

    def _lines(self) -> list[str]:
        try:
            lines = self._file.read_text("ascii").splitlines()
        except (OSError, ValueError):
            return []
        return [line for line in lines if _is_valid(line)]

    def _write(self, lines: list[str]) -> None:
        with suppress(OSError):
            self._file.write_text("".join(f"{line}\n" for line in lines), "ascii")


def _is_recent(line: str, now: UptimeReading) -> bool:
    boot, seconds, _ = line.split(" ")
    return boot == (now.boot or "-") and -1 < now.seconds - float(seconds) < CRASH_WINDOW_SECONDS


def _is_valid(line: str) -> bool:
    try:
        _, seconds, generation = line.split(" ")
        return float(seconds) >= 0 and int(generation) >= 0
    except ValueError:
        return False
