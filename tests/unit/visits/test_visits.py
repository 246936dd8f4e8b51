"""The tally of visits, and the counts that it writes."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.store.visit_counts import CountKey, read_counts
from kiosk.visits.tally import Metric, Tally

EVER = ("2000-01-01", "2099-12-31")
MONDAY = date(2026, 11, 23)


class Days:
    """A calendar that a test sets."""

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


def test_visit_languages_and_codes_are_counted_once_per_visit(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    for _ in range(3):
        tally.add(Metric.SESSION)
        tally.add(Metric.EVENT, "code")
        tally.add(Metric.CODE, "code")
        tally.add(Metric.LANGUAGE, "kk")
    tally.add(Metric.LANGUAGE, "ru")
    tally.close()
    tally.add(Metric.LANGUAGE, "kk")
    tally.close()
    assert read_counts(file, *EVER) == {
        CountKey("2026-11-22", "session", ""): 2,
        CountKey("2026-11-22", "event", "code"): 3,
        CountKey("2026-11-22", "code", "code"): 1,
        CountKey("2026-11-22", "language", "kk"): 2,
        CountKey("2026-11-22", "language", "ru"): 1,
    }


def test_counts_belong_to_the_day_they_happened_on(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(Metric.NO_RESULT)
    days.today = "2026-11-23"
    tally.add(Metric.EVENT, "code")
    tally.close()
    assert {(key.day, key.what) for key in read_counts(file, *EVER)} == {
        ("2026-11-22", "session"),
        ("2026-11-22", "no_result"),
        ("2026-11-23", "event"),
    }


def test_staff_gesture_alone_is_no_visit(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(Metric.SESSION)
    tally.end_visit(by_staff=True)
    tally.close()
    assert not file.exists()
    tally.add(Metric.EVENT, "code")
    tally.end_visit(by_staff=True)
    tally.close()
    assert len(read_counts(file, *EVER)) == 2


def test_nothing_is_written_before_the_visit_ends(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(Metric.EVENT, "code")
    assert not file.exists()
    tally.close()
    assert file.exists()


def test_nothing_is_written_without_a_visit(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.end_visit()
    tally.close()
    assert not file.exists()


def test_counts_that_could_not_be_written_are_written_later(tmp_path: Path, days: Days) -> None:
    folder = tmp_path / "library"
    tally = Tally(folder / "visits.db", days)
    tally.add(Metric.EVENT, "code")
    tally.close()
    tally.add(Metric.EVENT, "code")
    tally.close()
    assert not folder.exists()
    folder.mkdir()
    tally.add(Metric.EVENT, "talk")
    tally.close()
    assert read_counts(folder / "visits.db", *EVER) == {
        CountKey("2026-11-22", "session", ""): 3,
        CountKey("2026-11-22", "event", "code"): 2,
        CountKey("2026-11-22", "event", "talk"): 1,
    }


def test_counts_given_back_are_taken_again(file: Path, days: Days) -> None:
    tally = Tally(file, days)
    tally.add(Metric.EVENT, "code")
    assert not tally.take()
    tally.end_visit()
    taken = tally.take()
    assert taken[CountKey("2026-11-22", "event", "code")] == 1
    assert not tally.take()
    tally.add(Metric.EVENT, "code")
    tally.give_back(taken)
    tally.close()
    assert read_counts(file, *EVER)[CountKey("2026-11-22", "event", "code")] == 2
