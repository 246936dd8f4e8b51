"""Checks the system's time zone against that of the Corner, and the system's rules for that zone.

The kiosk uses its own rules and shows the right time whatever the system's zone is; but staff who set the
clock by a wall clock set it wrong where the zone is wrong.
"""

import os
import time
import zoneinfo
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from kiosk.base.sentence_ids import SentenceId
from kiosk.base.time_zones import zone
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate

RULES = Path("/usr/share/zoneinfo")
"""Where systems other than Windows keep their time zone rules."""
LOCAL = Path("/etc/localtime")


def check(zone_name: str, now: int, rules: Path = RULES) -> Iterator[Finding]:
    """Compare the system's offset from UTC at `now` (UTC seconds) with that of the Corner's zone."""
    system, right = offsets(zone_name, now)
    old = _outdated_offset(rules / zone_name, now, right)
    if system == right:
        yield Finding(
            "zone", Level.GOOD, translate("health.zone.same", offset=format_offset(system), zone=zone_name)
        )
    else:
        value = translate(
            "health.zone.differs", system=format_offset(system), zone=zone_name, right=format_offset(right)
        )
        remedy: SentenceId = "health.zone.old_do" if system_zone() == zone_name else "health.zone.differs_do"
        yield Finding("zone", Level.ATTENTION, value, translate(remedy, zone=zone_name))
    if old is not None:
        value = translate(
            "health.zone.old", system=format_offset(old), zone=zone_name, right=format_offset(right)
        )
        yield Finding("zone_rules", Level.ATTENTION, value, translate("health.zone.old_do", zone=zone_name))


def offsets(zone_name: str, now: int) -> tuple[int, int]:
    """Seconds east of UTC at `now`: by the system, and by the program's own rules for the zone."""
    return time.localtime(now).tm_gmtoff, _offset(zone(zone_name), now)


def system_zone() -> str:
    """The IANA name of the zone the system is set to; '' when it is not known."""
    name = os.environ.get("TZ", "").removeprefix(":") or os.path.realpath(LOCAL)
    return name.rpartition("zoneinfo/")[2] if "/" in name else name


def format_offset(offset: int) -> str:
    """An offset from UTC in seconds as people write it: 'UTC+5', 'UTC+5:30'."""
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def _outdated_offset(file: Path, now: int, right: int) -> int | None:
    """The offset by the system's rules if it is not `right`; None also when there are no such rules."""
    try:
        with file.open("rb") as stream:
            offset = _offset(zoneinfo.ZoneInfo.from_file(stream), now)
    except (OSError, ValueError):
        return None
    return offset if offset != right else None


def _offset(local: tzinfo, now: int) -> int:
    """Seconds east of UTC."""
    offset = datetime.fromtimestamp(now, local).utcoffset()
    assert offset is not None
    return int(offset.total_seconds())
