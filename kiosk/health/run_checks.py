"""Runs the health checks one after the other and sorts their findings, the worst first."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.base.clock import ClockReading
from kiosk.base.errors import disk_reason
from kiosk.base.model import Text
from kiosk.base.settings import LoadedSettings, Settings
from kiosk.health import library_log
from kiosk.health.checks import (
    clock,
    crashes,
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
    rights,
    settings_file,
    share,
    speakers,
    time_zone,
    touch_screen,
    trust,
)
from kiosk.health.checks import screen_saver as screen_saver_check
from kiosk.health.checks.screen_saver import ScreenSaver
from kiosk.health.finding import Finding, FindingId, Level
from kiosk.health.library_facts import LibraryFacts, read_library_facts
from kiosk.health.multilingual import translate


@dataclass(frozen=True, slots=True)
class HealthReport:
    """The findings of the time `at` (UTC seconds), the worst first, and the newest entries of the log."""

    at: int
    zone: str
    findings: tuple[Finding, ...]
    log: tuple[Text, ...]

    @property
    def level(self) -> Level:
        """The level of the worst finding."""
        return self.findings[0].level


def run_checks(
    settings: Settings,
    *,
    file: LoadedSettings | None = None,
    now: int | None = None,
    size: str = "",
    screen_saver: ScreenSaver = ScreenSaver.NONE,
    library: LibraryFacts | None = None,
) -> HealthReport:
    """Run all health checks with these settings, as of `now` (UTC seconds; the system's time if None).

    `file` is what was loaded from the settings file, `size` that of the screen ('1920x1080') if known,
    `screen_saver` what the running kiosk knows, `library` what was read of the library already.
    Takes as long as reading every file of the shown programme, and up to the deadlines of share and printer.
    """
    at = int(time.time()) if now is None else now
    library = library or read_library_facts(settings.library)
    reading = ClockReading(at, recorded=library.time_floor)
    findings = [
        *(settings_file.check(file) if file else ()),
        *_check_library(library, reading),
        *_check_machine(settings, size),
        *screen_saver_check.check(screen_saver),
        *_check_power(library, reading),
    ]
    findings.sort(key=lambda finding: finding.level.rank)
    return HealthReport(
        at, library.zone, tuple(findings), tuple(library_log.describe_log(library.status.log, library.zone))
    )


def _check_library(library: LibraryFacts, reading: ClockReading) -> Iterator[Finding]:
    known_time = reading.effective
    yield from programme.check(library)
    yield from freshness.check(library, known_time)
    yield from trust.check(library.folder, known_time, library.zone)
    yield from rights.check(library.folder)
    yield clock.check(reading, library.zone)
    yield from time_zone.check(library.zone, known_time)
    yield from _catch_os_error("disk", disk.check(library.folder, library.status.copied_because))
    yield from _catch_os_error("permissions", permissions.check(library.folder))


def _catch_os_error(id: FindingId, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings, or one that says that the system refused access."""
    try:
        yield from findings
    except OSError as error:
        value = translate("health.unreadable", reason=disk_reason(error))
        yield Finding(id, Level.BROKEN, value, translate("health.permissions.locked_do"))


def _check_machine(settings: Settings, size: str) -> Iterator[Finding]:
    yield share.check(settings.share, settings.library)
    yield touch_screen.check()
    yield graphics.check(settings.renderer, size)
    yield printer.check(settings.printer)
    yield speakers.check()
    yield fonts.check()
    yield from memory.check()


def _check_power(library: LibraryFacts, reading: ClockReading) -> Iterator[Finding]:
    yield from power.check(reading.effective)
    yield crashes.check(library.folder, reading.effective, library.zone)
    yield program_version.check(library.zone)
