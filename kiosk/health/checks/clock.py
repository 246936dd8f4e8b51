"""Checks whether this computer's clock can be right."""

from kiosk.base.clock import ClockReading, ClockStatus
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_time, translate


def check(reading: ClockReading, zone_name: str) -> Finding:
    """Judge a reading of the clock as the screen does; the texts use the zone of the Corner."""
    shown, passed = format_time(reading.now, zone_name), format_time(reading.floor, zone_name)
    match reading.status:
        case ClockStatus.BEHIND:
            value = translate("health.clock.behind", shown=shown, passed=passed)
            return Finding("clock", Level.BROKEN, value, translate("health.clock.behind_do"))
        case ClockStatus.AHEAD:
            value = translate("health.clock.ahead", shown=shown, passed=passed)
            return Finding("clock", Level.ATTENTION, value, translate("health.clock.ahead_do"))
    return Finding("clock", Level.GOOD, shown)
