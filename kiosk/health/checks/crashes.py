"""Checks how often the screen had to be started again, and names the last time (ADR 17)."""

from pathlib import Path
from signal import Signals

from kiosk.base.limits import DAY
from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_time, join_lines, translate
from kiosk.library.crash_log import Cause, Crash, read_record

DAYS = 7
"""Days after which a crash is no longer told."""


def check(library: Path, now: int, zone_name: str) -> Finding:
    """The crashes of the last DAYS days before `now` (UTC seconds); texts use the zone of the Corner."""
    crashes = [crash for crash in read_record(library).crashes if abs(now - crash.at) < DAYS * DAY]
    if not crashes:
        return Finding("crashes", Level.GOOD, translate("health.crashes.none", days=DAYS))
    last = crashes[-1]
    lines = [_describe(last, format_time(last.at, zone_name)), _describe_page(last)]
    if len(crashes) > 1:
        lines.append(translate("health.crashes.count", days=DAYS, n=len(crashes)))
    return Finding("crashes", Level.ATTENTION, join_lines(lines), translate("health.crashes.do"))


def _describe(crash: Crash, at: Text) -> Text:
    match crash.cause:
        case Cause.SIGNAL:
            return translate("health.crashes.signal", at=at, signal=_signal_name(crash.detail))
        case Cause.BUG:
            return translate("health.crashes.bug", at=at, bug=crash.detail)
        case Cause.EXIT:
            return translate("health.crashes.exit", at=at, code=crash.detail)
        case Cause.HANG:
            return translate("health.crashes.hang", at=at, seconds=crash.detail)
        case Cause.BLOCKED:
            return translate("health.crashes.blocked", at=at, seconds=crash.detail)
        case Cause.STOPPED:
            return translate("health.crashes.stopped", at=at, seconds=crash.detail)
        case Cause.NO_FRAME:
            return translate("health.crashes.no_frame", at=at, seconds=crash.detail)


def _describe_page(crash: Crash) -> Text:
    match crash.page:
        case "" | "start":
            return translate("health.crashes.page_none")
        case "attract":
            return translate("health.crashes.page_attract")
        case "staff":
            return translate("health.crashes.page_staff")
        case page:
            return translate("health.crashes.page_visitor", page=page)


def _signal_name(number: str) -> str:
    """'11 (SIGSEGV)', only the number of a signal that this system does not know."""
    try:
        return f"{number} ({Signals(int(number)).name})"
    except ValueError:
        return number
