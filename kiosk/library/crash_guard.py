"""Notices a programme that the screen cannot bear: starts that never came to an orderly end (ADR 10)."""

from contextlib import suppress
from pathlib import Path

from kiosk.base.uptime import UptimeReading, read_uptime

MAX_CRASHES = 3
"""So many crashes on one generation are enough …"""
CRASH_WINDOW = 300.0
"""… when they happen within so many seconds."""


class CrashGuard:
    """The starts of the screen on a library, noted in its file 'runs': boot, seconds, generation in a line.

    Seconds are those since the boot, for a clock may be set meanwhile; a power cut is no crash. Where the
    file cannot be written nothing is noticed, and nothing else is lost.
    """

    def __init__(self, library: Path) -> None:
        self._file = library / "runs"
        self._line = ""

    def count_crashes(self, generation: int) -> int:
        """How many starts on `generation` did not end well lately; asked before `begin`."""
        recent = (line.split(" ")[2] for line in self._lines() if _is_recent(line, read_uptime()))
        return sum(int(number) == generation for number in recent)

    def record_start(self, generation: int) -> None:
        """Note that `generation` is shown from now on; forgets what was noted long ago, or by this start."""
        moment = read_uptime()
        kept = [line for line in self._lines() if line != self._line and _is_recent(line, moment)]
        self._line = f"{moment.boot or '-'} {moment.seconds:.2f} {generation}"
        self._write([*kept, self._line])

    def record_exit(self) -> None:
        """Take the note of this start away: it ended well."""
        self._write([line for line in self._lines() if line != self._line])

    def reset(self) -> None:
        """Begin to count anew."""
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


def _is_recent(line: str, moment: UptimeReading) -> bool:
    boot, seconds, _ = line.split(" ")
    return boot == (moment.boot or "-") and -1 < moment.seconds - float(seconds) < CRASH_WINDOW


def _is_valid(line: str) -> bool:
    try:
        _, seconds, generation = line.split(" ")
        return float(seconds) >= 0 and int(generation) >= 0
    except ValueError:
        return False
