"""Time zones come from the program's package, not from the system."""

import zoneinfo
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import tzdata

from kiosk.base.time_zones import zone


@pytest.mark.parametrize(
    ("local", "hours"),
    [("2016-04-03T14:20", 6), ("2024-02-29T23:00", 6), ("2024-03-01T01:00", 5), ("2026-11-23T12:00", 5)],
)
def test_almaty_left_utc_plus_six_in_march_2024(local: str, hours: int) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=zone("Asia/Almaty"))
    assert moment.utcoffset() == timedelta(hours=hours)


def test_time_zones_are_read_from_the_package_only() -> None:
    assert list(zoneinfo.TZPATH) == [str(Path(tzdata.__path__[0]) / "zoneinfo")]


@pytest.mark.parametrize("name", ["Asia/Alma-Ata", "", "../Asia/Almaty", "/etc/localtime", "Asia", "x\0y"])
def test_an_unknown_zone_raises_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        zone(name)
