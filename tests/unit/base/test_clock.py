"""The system's time, a rehearsed time, and when a clock is not trusted."""

import time
from datetime import UTC, datetime

import pytest

from kiosk.base.clock import BUILD_DATE, Clock, parse_local_time
from kiosk.base.errors import KioskError
from kiosk.base.time_zones import zone

ALMATY = zone("Asia/Almaty")
AT = 1459671600


def test_the_system_clock_shows_the_system_time() -> None:
    before = int(time.time())
    assert before <= Clock.system().now() <= time.time()


def test_a_rehearsal_runs_on_from_its_start() -> None:
    seconds = [100.0]
    clock = Clock.rehearsal(AT, lambda: seconds[0])
    assert clock.now() == AT
    seconds[0] += 90.5
    assert clock.now() == AT + 90


def test_a_rehearsal_runs_by_itself() -> None:
    clock = Clock.rehearsal(AT)
    assert AT <= clock.now() <= AT + 1


def test_a_rehearsal_before_the_build_date_is_trusted() -> None:
    assert AT < BUILD_DATE
    clock = Clock.rehearsal(AT, lambda: 0.0)
    assert clock.is_trusted
    assert clock.effective() == AT


@pytest.mark.parametrize(
    ("shown", "floor", "trusted"),
    [
        (0, 0, False),
        (BUILD_DATE - 1, 0, False),
        (BUILD_DATE, 0, True),
        (BUILD_DATE + 9, BUILD_DATE + 10, False),
        (BUILD_DATE + 10, BUILD_DATE + 10, True),
        (4102444800, BUILD_DATE, True),
    ],
)
def test_a_clock_before_its_floor_is_not_trusted(
    shown: int, floor: int, trusted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: float(shown))
    clock = Clock.system(floor)
    assert clock.is_trusted is trusted
    assert clock.now() == shown
    assert clock.effective() == max(shown, floor, BUILD_DATE)


def test_the_callers_floor_counts_for_the_effective_time() -> None:
    later = int(time.time()) + 1_000_000
    assert Clock.system().effective(later) == later


def test_a_time_is_read_in_the_zone_of_the_programme() -> None:
    assert parse_local_time("2016-04-03T14:20", ALMATY) == int(
        datetime(2016, 4, 3, 8, 20, tzinfo=UTC).timestamp()
    )
    assert parse_local_time("2026-04-03T14:20", ALMATY) == int(
        datetime(2026, 4, 3, 9, 20, tzinfo=UTC).timestamp()
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "tomorrow",
        "2016-04-03",
        "2016-04-03 14:20",
        "2016-04-03T14:20:00",
        "20160403T1420",
        "2016-02-31T10:00",
        "2016-04-03T14:20Z",
        "2016-04-03T14:20+06:00",
        "2016-04-03T24:20",
        "2016-4-3T14:20",
    ],
)
def test_a_time_in_another_form_is_refused(written: str) -> None:
    with pytest.raises(KioskError) as caught:
        parse_local_time(written, ALMATY)
    assert (caught.value.code, caught.value.detail) == ("clock.at", {"at": written})
