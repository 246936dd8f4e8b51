"""The system's time, a rehearsed time, when a clock is not trusted, and at which time a pack is judged."""

import time
from datetime import UTC, datetime

import pytest

from kiosk.base.clock import BUILD_DATE, Clock, ClockReading, parse_local_time
from kiosk.base.errors import KioskError
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
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
    ("shown", "recorded", "status"),
    [
        (0, 0, "behind"),
        (BUILD_DATE - 1, 0, "behind"),
        (BUILD_DATE, 0, "plausible"),
        (BUILD_DATE + 9, BUILD_DATE + 10, "behind"),
        (BUILD_DATE + 10, BUILD_DATE + 10, "plausible"),
        (BUILD_DATE + EXPIRES_AFTER, 0, "plausible"),
        (BUILD_DATE + EXPIRES_AFTER + 1, 0, "ahead"),
        (BUILD_DATE + EXPIRES_AFTER + 1, BUILD_DATE + 1, "plausible"),
        (4102444800, BUILD_DATE, "ahead"),
    ],
)
def test_a_clock_that_is_behind_or_ahead_is_not_trusted(
    shown: int, recorded: int, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: float(shown))
    clock = Clock.system(recorded)
    assert (clock.now(), clock.read().status) == (shown, status)
    assert clock.is_trusted is (status == "plausible")
    assert clock.effective() == (shown if status == "plausible" else max(recorded, BUILD_DATE))


def test_the_floor_of_the_caller_counts_too() -> None:
    later = int(time.time()) + 1_000_000
    assert Clock.system().effective(later) == later
    assert Clock.system(later).effective() == later


RIGHT = BUILD_DATE + 100 * DAY


@pytest.mark.parametrize(
    ("now", "raised"),
    [
        (RIGHT - 1, RIGHT),
        (RIGHT, RIGHT),
        (RIGHT + 7, RIGHT + 7),
        (RIGHT + CLOCK_TOLERANCE + 1, RIGHT + CLOCK_TOLERANCE),
        (RIGHT + EXPIRES_AFTER, RIGHT + CLOCK_TOLERANCE),
        (RIGHT + EXPIRES_AFTER + 1, RIGHT),
    ],
)
def test_one_reading_raises_the_floor_by_two_days_at_most(now: int, raised: int) -> None:
    assert ClockReading(now, BUILD_DATE, RIGHT).raised_floor == raised


@pytest.mark.parametrize(
    ("now", "signed_at", "moment", "is_ahead"),
    [
        # a plausible clock
        (RIGHT, RIGHT + CLOCK_TOLERANCE, RIGHT, False),
        (RIGHT, RIGHT + CLOCK_TOLERANCE + 1, RIGHT, True),
        # far ahead: its own time decides
        (RIGHT + 9000 * DAY, RIGHT, RIGHT + 9000 * DAY, False),
        (RIGHT + 9000 * DAY, RIGHT + 9003 * DAY, RIGHT + 9000 * DAY, True),
        # behind the floor, perhaps set right
        (RIGHT - 50 * DAY, RIGHT - 50 * DAY, RIGHT - 50 * DAY, False),
        # behind the floor and behind the signature
        (RIGHT - 50 * DAY, RIGHT, RIGHT, False),
        (RIGHT - 50 * DAY, RIGHT + 9000 * DAY, RIGHT, False),
        # before the build date
        (0, RIGHT + 9000 * DAY, RIGHT, False),
        (0, 0, RIGHT, False),
    ],
)
def test_the_time_at_which_a_pack_is_judged(now: int, signed_at: int, moment: int, is_ahead: bool) -> None:
    reading = ClockReading(now, BUILD_DATE, RIGHT)
    assert (reading.moment_for(signed_at), reading.is_ahead(signed_at)) == (moment, is_ahead)


def test_a_clock_at_the_build_date_contradicts_no_signature() -> None:
    for now in (BUILD_DATE, BUILD_DATE + CLOCK_TOLERANCE - 1):
        assert not ClockReading(now).is_ahead(BUILD_DATE + 2000 * DAY)
    assert ClockReading(BUILD_DATE + CLOCK_TOLERANCE).is_ahead(BUILD_DATE + 2000 * DAY)


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
