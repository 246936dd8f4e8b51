"""Whether this computer's clock can be right."""

from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import moment, said
from kiosk.library.time_floor import ClockStatus, TimeBounds


def check(seen: TimeBounds, now: int, zone_name: str) -> Check:
    """The clock shows `now` (UTC seconds); told in the zone of the Corner."""
    shown = moment(now, zone_name)
    match seen.check_clock(now):
        case ClockStatus.BEHIND:
            value = said("health.clock.behind", shown=shown, passed=moment(seen.floor, zone_name))
            return Check("clock", Level.BROKEN, value, said("health.clock.behind_do"))
        case ClockStatus.AHEAD:
            value = said("health.clock.ahead", shown=shown)
            return Check("clock", Level.ATTENTION, value, said("health.clock.ahead_do"))
    return Check("clock", Level.GOOD, shown)
