"""Tests the flyer log."""

import sqlite3
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.store.flyer_log import (
    FORGOTTEN_AFTER,
    PRINTED,
    PRINTS_KEPT_FOR,
    SAVED,
    TAKEN,
    FlyerLog,
    JobRow,
    SheetRow,
)
from tests.packs_builder import refused

AT = 1_459_671_600


def job(sha256: str = "a", at: int = AT) -> JobRow:
    return JobRow(sha256, at, 2, "event", ("kk", "ru"), "A4", "grey")


def rows(*numbers: int) -> list[SheetRow]:
    return [SheetRow(number, f"event-{number}", {"title": f"Іс-шара {number}"}) for number in numbers]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library" / "flyers"


def test_jobs_and_sheets_are_read_back(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        sheets.add_job(job(), rows(1, 2))
    with FlyerLog(folder) as sheets:
        assert sheets.find_job("a") == job()
        assert sheets.find_job("b") is None
        assert sheets.sheets_on_wall() == []
        sheets.record_hand_out("a", PRINTED)
        assert sheets.sheets_on_wall() == [(row, job()) for row in rows(1, 2)]


def test_sheet_numbers_are_reserved_once(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        assert [sheets.reserve_numbers(3), sheets.reserve_numbers(1), sheets.reserve_numbers(2)] == [1, 4, 5]
    with FlyerLog(folder) as one, FlyerLog(folder) as other:
        assert [one.reserve_numbers(1), other.reserve_numbers(1), one.reserve_numbers(1)] == [7, 8, 9]


@pytest.mark.parametrize(("how", "hangs"), [(PRINTED, True), (SAVED, True), (TAKEN, False)])
def test_only_sheets_that_staff_handed_out_are_on_the_wall(folder: Path, how: str, hangs: bool) -> None:
    with FlyerLog(folder) as sheets:
        sheets.add_job(job(), rows(1))
        sheets.record_hand_out("a", how)
        assert [row.number for row, _ in sheets.sheets_on_wall()] == ([1] if hangs else [])


def test_sheets_taken_down_are_not_on_the_wall(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        sheets.add_job(job(), rows(1, 2, 3))
        sheets.record_hand_out("a", PRINTED)
        sheets.record_take_down([2, 3, 99])
        assert [row.number for row, _ in sheets.sheets_on_wall()] == [1]


def test_flyers_never_handed_out_are_deleted_and_their_numbers_not_reused(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        for name, number in (("a", sheets.reserve_numbers(1)), ("b", sheets.reserve_numbers(1))):
            sheets.add_job(job(name), rows(number))
        sheets.record_hand_out("a", SAVED)
        sheets.add_job(job("c", AT + FORGOTTEN_AFTER), rows(sheets.reserve_numbers(1)))
        assert sheets.find_job("b") is not None
        sheets.add_job(job("d", AT + FORGOTTEN_AFTER + 1), rows(sheets.reserve_numbers(1)))
        assert [sheets.find_job(name) is not None for name in "abcd"] == [True, False, True, True]
        assert sheets.reserve_numbers(1) == 5


def test_pages_are_counted_since_a_time_and_by_visitors_alone(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        assert sheets.pages_printed(0) == 0
        with sheets.record_print("a", PRINTED, AT, 3):
            pass
        with sheets.record_print("a", TAKEN, AT + 10, 2):
            pass
        assert (sheets.pages_printed(AT), sheets.pages_printed(AT, visitor=True)) == (5, 2)
        assert (sheets.pages_printed(AT + 1), sheets.pages_printed(AT + 11)) == (2, 0)
        with sheets.record_print("a", PRINTED, AT + PRINTS_KEPT_FOR + 1, 1):
            pass
        assert sheets.pages_printed(0) == 3


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_quarantined(folder: Path, content: bytes) -> None:
    with FlyerLog(folder) as sheets:
        sheets.add_job(job(), rows(1))
    file = folder / "sheets.db"
    file.write_bytes(content)
    with FlyerLog(folder) as sheets:
        assert sheets.find_job("a") is None
        assert sheets.reserve_numbers(1) == 1
    assert {found.name for found in folder.iterdir()} == {"sheets.db", "damaged-sheets.db"}
    assert (folder / "damaged-sheets.db").read_bytes() == content


def test_a_file_of_a_newer_program_is_left_alone(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        sheets.add_job(job(), rows(1))
    connection = sqlite3.connect(folder / "sheets.db")
    connection.execute("PRAGMA user_version = 131072")
    connection.close()
    before = (folder / "sheets.db").read_bytes()
    with pytest.raises(KioskError):
        FlyerLog(folder)
    assert (folder / "sheets.db").read_bytes() == before


def test_a_folder_that_cannot_be_created_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "flyers").write_text("")
    with refused("library.storage"):
        FlyerLog(tmp_path / "flyers")


def test_a_failed_write_is_an_error_and_changes_nothing(folder: Path) -> None:
    with FlyerLog(folder) as sheets:
        sheets.add_job(job(), rows(1))
        with refused("library.storage"):
            sheets.add_job(job("b"), rows(1))
        assert sheets.find_job("b") is None
