"""Tests the file of visit counts: adding, reporting, retention, damage."""

import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.store.visit_counts import (
    DAYS_KEPT,
    CountKey,
    add_counts,
    mark_reported,
    read_counts,
    read_unreported,
)
from tests.library_kit import damage_file
from tests.mounts import mounted_tmpfs

CODE, TALK = CountKey("2026-11-22", "event", "code"), CountKey("2026-11-23", "event", "talk")
EVER = ("2000-01-01", "2099-12-31")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visits.db"


def test_counts_of_the_same_key_are_added(path: Path) -> None:
    add_counts(path, {CODE: 2, TALK: 1})
    add_counts(path, {CODE: 3})
    assert read_counts(path, *EVER) == {CODE: 5, TALK: 1}
    assert read_counts(path, "2026-11-23", "2026-11-23") == {TALK: 1}


def test_without_a_file_reading_returns_nothing_and_creates_none(path: Path) -> None:
    assert (read_counts(path, *EVER), read_unreported(path, "2099-01-01")) == ({}, {})
    path.touch()
    assert read_counts(path, *EVER) == {}
    add_counts(path, {CODE: 1})
    assert read_counts(path, *EVER) == {CODE: 1}


def test_the_newest_days_are_kept(path: Path) -> None:
    days = [(date(2026, 11, 23) - timedelta(days=2 * past)).isoformat() for past in range(DAYS_KEPT + 3)]
    add_counts(path, {CountKey(day, what, ""): 1 for day in days for what in ("session", "no_result")})
    kept = sorted({key.day for key in read_counts(path, *EVER)}, reverse=True)
    assert kept == days[:DAYS_KEPT]


def test_a_wrong_clock_deletes_no_other_day(path: Path) -> None:
    add_counts(path, {CODE: 1})
    add_counts(path, {CountKey("2098-01-01", "event", "code"): 1})
    assert CODE in read_counts(path, *EVER)


def test_each_count_is_reported_once(path: Path) -> None:
    add_counts(path, {CODE: 2, TALK: 1})
    assert read_unreported(path, "2026-11-23") == {CODE: 2}
    mark_reported(path, {CODE: 2})
    assert read_unreported(path, "2026-11-23") == {}
    add_counts(path, {CODE: 5})
    assert read_unreported(path, "2026-11-24") == {CODE: 5, TALK: 1}
    assert read_counts(path, *EVER) == {CODE: 7, TALK: 1}


@pytest.mark.parametrize("damage", ["text", "cut off", "one bit", "another program"])
def test_a_damaged_file_is_an_error_and_is_quarantined(path: Path, damage: str) -> None:
    add_counts(path, {CODE: 1})
    if damage == "one bit":
        damage_file(path, 4096 + 5)
    whole = path.read_bytes()
    path.write_bytes(
        {
            "text": b"no database" * 1000,
            "cut off": whole[:5000],
            "one bit": whole,
            "another program": whole[:68] + b"else" + whole[72:],
        }[damage]
    )
    broken = path.read_bytes()
    with pytest.raises(KioskError) as caught:
        read_counts(path, *EVER)
    assert caught.value.code == "visits.damaged"
    assert path.read_bytes() == broken
    add_counts(path, {TALK: 1})
    assert read_counts(path, *EVER) == {TALK: 1}
    assert path.with_name("damaged-visits.db").read_bytes() == broken


def test_a_file_of_a_newer_program_is_left_alone(path: Path) -> None:
    add_counts(path, {CODE: 1})
    data = bytearray(path.read_bytes())
    data[60:64] = (2 << 16).to_bytes(4, "big")  # user_version (https://www.sqlite.org/fileformat2.html)
    path.write_bytes(data)
    for do in (lambda: add_counts(path, {CODE: 1}), lambda: read_counts(path, *EVER)):
        with pytest.raises(KioskError) as caught:
            do()
        assert caught.value.code == "library.newer_program"
    assert path.read_bytes() == data


def test_on_a_full_disk_nothing_is_added(tmp_path: Path) -> None:
    many = {CountKey("2026-11-22", "event", f"event-{number:04}"): 1 for number in range(5000)}
    with mounted_tmpfs(tmp_path / "disk", "size=64k") as disk:
        add_counts(disk / "visits.db", {CODE: 1})
        with pytest.raises(KioskError) as caught:
            add_counts(disk / "visits.db", many)
        assert caught.value.code == "library.full"
        assert read_counts(disk / "visits.db", *EVER) == {CODE: 1}


def test_a_read_only_disk_can_still_be_read(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=1m") as disk:
        add_counts(disk / "visits.db", {CODE: 1})
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(KioskError) as caught:
            add_counts(disk / "visits.db", {CODE: 1})
        assert caught.value.code == "library.storage"
        assert read_counts(disk / "visits.db", *EVER) == {CODE: 1}
