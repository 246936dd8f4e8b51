"""Looks at every part of the kiosk, one after the other, and puts the worst first."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.base.settings import Settings
from kiosk.health import library_log
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
from kiosk.health.finding import Finding, Level
from kiosk.health.library_facts import LibraryFacts, read_library_facts
from kiosk.health.multilingual import translate, translate_error


@dataclass(frozen=True, slots=True)
class HealthReport:
    """All checks at the time `at` (UTC seconds), the worst first, and the newest entries of the log."""

    at: int
    zone: str
    findings: tuple[Finding, ...]
    log: tuple[Text, ...]

    @property
    def level(self) -> Level:
        """That of the worst."""
        return self.findings[0].level


def run_checks(
    settings: Settings, *, problem: KioskError | None = None, now: int | None = None, size: str = ""
) -> HealthReport:
    """How the kiosk with these settings stands, as seen at `now` (UTC seconds; the system's time if None).

    `problem` is what is wrong with the settings file, `size` that of the screen ('1920x1080') if
    known. Takes as long as reading all that is shown, and as what does not answer may take.
    """
    at = int(time.time()) if now is None else now
    library = read_library_facts(settings.library)
    findings = [*_settings(problem), *_library(library, at), *_machine(settings, size), *_power(library, at)]
    findings.sort(key=lambda finding: finding.level.rank)
    return HealthReport(
        at, library.zone, tuple(findings), tuple(library_log.describe_log(library.status.log, library.zone))
    )


def _settings(problem: KioskError | None) -> Iterator[Finding]:
    if problem:
        yield Finding("settings", Level.BROKEN, translate_error(problem), translate("health.settings.do"))


def _library(library: LibraryFacts, now: int) -> Iterator[Finding]:
    passed = max(now, library.seen.floor)
    yield from programme.check(library)
    yield from freshness.check(library, passed)
    yield from trust.check(library.folder, passed, library.zone)
    yield clock.check(library.seen, now, library.zone)
    yield from time_zone.check(library.zone, passed)
    yield from _catch_os_error("disk", disk.check(library.folder))
    yield from _catch_os_error("permissions", permissions.check(library.folder))


def _catch_os_error(id: str, found: Iterator[Finding]) -> Iterator[Finding]:
    """What was found, or that the system would not even let it be looked at."""
    try:
        yield from found
    except OSError as error:
        value = translate("health.unreadable", reason=error.strerror)
        yield Finding(id, Level.BROKEN, value, translate("health.permissions.locked_do"))


def _machine(settings: Settings, size: str) -> Iterator[Finding]:
    yield share.check(settings.share, settings.library)
    yield touch_screen.check()
    yield graphics.check(settings.renderer, size)
    yield printer.check()
    yield speakers.check()
    yield fonts.check()
    yield from memory.check()


def _power(library: LibraryFacts, now: int) -> Iterator[Finding]:
    yield from power.check(max(now, library.seen.floor))
    yield program_version.check(library.zone)
