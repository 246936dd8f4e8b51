"""Looks at every part of the kiosk, one after the other, and puts the worst first."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.base.settings import Settings
from kiosk.health import library_log
from kiosk.health.check_result import Check, Level
from kiosk.health.checks import (
    clock,
    disk,
    fonts,
    freshness,
    graphics,
    memory,
    permissions,
    power,
    printer,
    program_version,
    programme,
    share,
    speakers,
    time_zone,
    touch_screen,
    trust,
)
from kiosk.health.library_facts import Known, look
from kiosk.health.multilingual import said, sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """All checks at the time `at` (UTC seconds), the worst first, and the newest entries of the log."""

    at: int
    zone: str
    checks: tuple[Check, ...]
    log: tuple[Text, ...]

    @property
    def level(self) -> Level:
        """That of the worst."""
        return self.checks[0].level


def examine(
    settings: Settings, *, problem: KioskError | None = None, now: int | None = None, size: str = ""
) -> Findings:
    """How the kiosk with these settings stands, as seen at `now` (UTC seconds; the system's time if None).

    `problem` is what is wrong with the settings file, `size` that of the screen ('1920x1080') if
    known. Takes as long as reading all that is shown, and as what does not answer may take.
    """
    at = int(time.time()) if now is None else now
    known = look(settings.library)
    checks = [*_settings(problem), *_library(known, at), *_machine(settings, size), *_power(known, at)]
    checks.sort(key=lambda check: check.level.rank)
    return Findings(at, known.zone, tuple(checks), tuple(library_log.entries(known.status.log, known.zone)))


def _settings(problem: KioskError | None) -> Iterator[Check]:
    if problem:
        yield Check("settings", Level.BROKEN, sentence(problem), said("health.settings.do"))


def _library(known: Known, now: int) -> Iterator[Check]:
    passed = max(now, known.seen.floor)
    yield from programme.checks(known)
    yield from freshness.checks(known, passed)
    yield from trust.checks(known.folder, passed, known.zone)
    yield clock.check(known.seen, now, known.zone)
    yield from time_zone.checks(known.zone, passed)
    yield from _readable("disk", disk.checks(known.folder))
    yield from _readable("permissions", permissions.checks(known.folder))


def _readable(id: str, found: Iterator[Check]) -> Iterator[Check]:
    """What was found, or that the system would not even let it be looked at."""
    try:
        yield from found
    except OSError as error:
        value = said("health.unreadable", reason=error.strerror)
        yield Check(id, Level.BROKEN, value, said("health.permissions.locked_do"))


def _machine(settings: Settings, size: str) -> Iterator[Check]:
    yield share.check(settings.share, settings.library)
    yield touch_screen.check()
    yield graphics.check(settings.renderer, size)
    yield printer.check()
    yield speakers.check()
    yield fonts.check()
    yield from memory.checks()


def _power(known: Known, now: int) -> Iterator[Check]:
    yield from power.checks(max(now, known.seen.floor))
    yield program_version.check(known.zone)
