"""Whether this computer keeps the time of its Corner: the zone it is set to, and its rules for that zone.

The kiosk goes by rules of its own and shows the right time whatever the system believes; but staff who set
the clock by the wall will set it wrong where the zone is wrong.
"""

import os
import time
import zoneinfo
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from kiosk.base.time_zones import zone
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import said

RULES = Path("/usr/share/zoneinfo")
"""Where systems other than Windows keep their rules of zones."""
LOCAL = Path("/etc/localtime")


def checks(zone_name: str, now: int, rules: Path = RULES) -> Iterator[Check]:
    """The system's offset from UTC at `now` (UTC seconds) beside that of the Corner's zone."""
    system, right = offsets(zone_name, now)
    old = _system_rules(rules / zone_name, now, right)
    if system == right:
        yield Check("zone", Level.GOOD, said("health.zone.same", offset=written(system), zone=zone_name))
    else:
        value = said("health.zone.differs", system=written(system), zone=zone_name, right=written(right))
        remedy = "health.zone.old_do" if system_zone() == zone_name else "health.zone.differs_do"
        yield Check("zone", Level.ATTENTION, value, said(remedy, zone=zone_name))
    if old is not None:
        value = said("health.zone.old", system=written(old), zone=zone_name, right=written(right))
        yield Check("zone_rules", Level.ATTENTION, value, said("health.zone.old_do", zone=zone_name))


def offsets(zone_name: str, now: int) -> tuple[int, int]:
    """Seconds east of UTC at `now`: those of the system, and those of the zone by the program's own rules."""
    return time.localtime(now).tm_gmtoff, _offset(zone(zone_name), now)


def system_zone() -> str:
    """The IANA name of the zone the system is set to; '' when it does not say."""
    named = os.environ.get("TZ", "").removeprefix(":") or os.path.realpath(LOCAL)
    return named.rpartition("zoneinfo/")[2] if "/" in named else named


def written(offset: int) -> str:
    """An offset from UTC in seconds as people write it: 'UTC+5', 'UTC+5:30'."""
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def _system_rules(file: Path, now: int, right: int) -> int | None:
    """The offset by the system's rules, if it is not the right one; None too when it has no such rules."""
    try:
        with file.open("rb") as stream:
            offset = _offset(zoneinfo.ZoneInfo.from_file(stream), now)
    except (OSError, ValueError):
        return None
    return offset if offset != right else None


def _offset(local: tzinfo, now: int) -> int:
    """Seconds east of UTC."""
    passed = datetime.fromtimestamp(now, local).utcoffset()
    assert passed is not None
    return int(passed.total_seconds())
