"""The tally of visits and the figures made of it."""

import sqlite3
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.library.figures import EventFigures, Figures, Step, figures, told, untold
from kiosk.library.visits import Tally, What
from kiosk.store.visits import Key, add, read

EVER = ("2000-01-01", "2099-12-31")
MONDAY = date(2026, 11, 23)


class Days:
    """A calendar that a test turns."""

    def __init__(self) -> None:
        self.today = "2026-11-22"

    def __call__(self) -> str:
        return self.today


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "visits.db"


def test_a_visit_is_counted_once_and_so_are_its_languages_and_codes(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    for _ in range(3):
        tally.add(What.SESSION)
        tally.add(What.EVENT, "code")
        tally.add(What.CODE, "code")
        tally.add(What.LANGUAGE, "kk")
    tally.add(What.LANGUAGE, "ru")
    tally.close()
    tally.add(What.LANGUAGE, "kk")
    tally.close()
    assert read(file, *EVER) == {
        Key("2026-11-22", "session", ""): 2,
        Key("2026-11-22", "event", "code"): 3,
        Key("2026-11-22", "code", "code"): 1,
        Key("2026-11-22", "language", "kk"): 2,
        Key("2026-11-22", "language", "ru"): 1,
    }


def test_each_thing_counts_for_the_day_it_happened_on(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(What.NO_RESULT)
    days.today = "2026-11-23"
    tally.add(What.EVENT, "code")
    tally.close()
    assert {(key.day, key.what) for key in read(file, *EVER)} == {
        ("2026-11-22", "session"),
        ("2026-11-22", "no_result"),
        ("2026-11-23", "event"),
    }


def test_staff_who_only_knock_are_no_visitors(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(What.SESSION)
    tally.flush(knocked=True)
    tally.close()
    assert not file.exists()
    tally.add(What.EVENT, "code")
    tally.flush(knocked=True)
    tally.close()
    assert len(read(file, *EVER)) == 2


def test_until_the_visit_ends_nothing_touches_the_disk(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(What.EVENT, "code")
    assert not file.exists()
    tally.close()
    assert file.exists()


def test_without_a_visit_nothing_is_written(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.flush()
    tally.close()
    assert not file.exists()


def test_what_could_not_be_written_is_written_later(tmp_path: Path, days: Days) -> None:
    folder = tmp_path / "library"
    tally = Tally(folder / "visits.db", days)
    tally.add(What.EVENT, "code")
    tally.close()
    tally.add(What.EVENT, "code")
    tally.close()
    assert not folder.exists()
    folder.mkdir()
    tally.add(What.EVENT, "talk")
    tally.close()
    assert read(folder / "visits.db", *EVER) == {
        Key("2026-11-22", "session", ""): 3,
        Key("2026-11-22", "event", "code"): 2,
        Key("2026-11-22", "event", "talk"): 1,
    }


def test_a_visit_that_ends_while_another_is_being_written_waits_its_turn(tmp_path: Path, days: Days) -> None:
    """A writer that waits for the lock of another process, as it would for a slow disk."""
    file = tmp_path / "visits.db"
    add(file, {Key("2026-11-22", "session", ""): 1})
    tally = Tally(file, days)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for _ in range(2):
        tally.add(What.EVENT, "code")
        tally.flush()
    other.execute("COMMIT")
    other.close()
    tally.close()
    assert read(file, *EVER)[Key("2026-11-22", "event", "code")] == 2
    assert threading.active_count() == 1


def sample() -> Figures:
    return Figures(
        date(2026, 10, 30),
        MONDAY,
        {
            Key("2026-10-30", "session", ""): 4,
            Key("2026-11-01", "session", ""): 2,
            Key("2026-11-23", "session", ""): 1,
            Key("2026-10-30", "event", "talk"): 2,
            Key("2026-11-23", "event", "talk"): 1,
            Key("2026-11-01", "event", "code"): 5,
            Key("2026-11-01", "event", "art"): 3,
            Key("2026-11-01", "code", "art"): 2,
            Key("2026-11-01", "language", "ru"): 2,
            Key("2026-10-30", "language", "en"): 3,
            Key("2026-10-30", "language", "kk"): 3,
        },
    )


def test_totals_by_day_week_and_month_leave_no_gap() -> None:
    found = sample()
    assert found.total(What.SESSION) == 7
    by_day = {day: numbers["session"] for day, numbers in found.by(Step.DAY).items()}
    assert (len(by_day), sum(by_day.values()), by_day["2026-11-02"]) == (25, 7, 0)
    assert {week: numbers["session"] for week, numbers in found.by(Step.WEEK).items()} == {
        "2026-10-26": 6, "2026-11-02": 0, "2026-11-09": 0, "2026-11-16": 0, "2026-11-23": 1,
    }  # fmt: skip
    assert {month: dict(numbers) for month, numbers in found.by(Step.MONTH).items()} == {
        "2026-10": {"session": 4, "event": 2, "language": 6},
        "2026-11": {"session": 3, "event": 9, "code": 2, "language": 2},
    }


def test_the_most_opened_events_and_the_most_used_languages_come_first() -> None:
    assert sample().events() == [
        EventFigures("code", 5, 0),
        EventFigures("art", 3, 2),
        EventFigures("talk", 3, 0),
    ]
    assert sample().languages() == [("en", 3), ("kk", 3), ("ru", 2)]


@pytest.mark.parametrize(
    ("days", "step"), [(1, "day"), (31, "day"), (32, "week"), (182, "week"), (183, "month")]
)
def test_a_long_time_is_shown_in_longer_steps(days: int, step: str) -> None:
    assert Step.fitting(MONDAY - timedelta(days=days - 1), MONDAY) == step


def test_what_a_newer_program_counts_is_left_out(tmp_path: Path) -> None:
    add(tmp_path / "visits.db", {Key("2026-11-23", "flyer", "talk"): 9, Key("2026-11-23", "session", ""): 1})
    assert figures(tmp_path, MONDAY, MONDAY).counts == {Key("2026-11-23", "session", ""): 1}


def test_a_receipt_tells_the_days_that_are_over_and_each_number_once(tmp_path: Path) -> None:
    file = tmp_path / "visits.db"
    assert untold(tmp_path, MONDAY) == Figures(date(2026, 11, 22), date(2026, 11, 22), {})
    add(file, sample().counts)
    first = untold(tmp_path, MONDAY)
    assert (first.first, first.last, first.total(What.EVENT)) == (date(2026, 10, 30), date(2026, 11, 1), 10)
    told(tmp_path, first, ["talk", "art"])
    assert untold(tmp_path, MONDAY).events() == [EventFigures("code", 5, 0), EventFigures("art", 0, 2)]
    add(file, {Key("2026-11-23", "event", "talk"): 1})
    assert EventFigures("talk", 2, 0) in untold(tmp_path, date(2026, 11, 24)).events()
