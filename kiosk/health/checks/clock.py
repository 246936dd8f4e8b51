"""Checks whether this computer's clock can be right."""

from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_time, translate
from kiosk.library.time_floor import ClockStatus, TimeBounds


def check(time_bounds: TimeBounds, now: int, zone_name: str) -> Finding:
    """Compare the clock's time `now` (UTC seconds) with the time bounds; texts use the zone of the Corner."""
    shown = format_time(now, zone_name)
    match time_bounds.check_clock(now):
        case ClockStatus.BEHIND:
            value = translate(
                "health.clock.behind", shown=shown, passed=format_time(time_bounds.floor, zone_name)
            )
            return Finding("clock", Level.BROKEN, value, translate("health.clock.behind_do"))
        case ClockStatus.AHEAD:
            value = translate("health.clock.ahead", shown=shown)
            return Finding("clock", Level.ATTENTION, value, translate("health.clock.ahead_do"))
    return Finding("clock", Level.GOOD, shown)
