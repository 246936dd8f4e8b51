"""Tests that a damaged state file is recognised, and that there is one writer at a time."""

import sqlite3
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.store.state import State
from kiosk.store.state_file import MAJOR, MINOR, StateDamaged, create_state, state_has_folder
from kiosk.store.writer_lock import hold_writer_lock
from tests.unit.store.test_state import filled_state


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_state(tmp_path / "state.db")
    return tmp_path / "state.db"


def foreign_database(path: Path) -> bytes:
    """The bytes of a database of some other program."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("damage", ["lost", "empty", "text", "cut off", "zeros", "foreign"])
def test_a_lost_or_damaged_state_is_recognised(path: Path, damage: str) -> None:
    filled_state(path, 2).close()
    whole = path.read_bytes()
    damaged = {
        "empty": b"",
        "text": b"no database" * 100,
        "cut off": whole[:5000],
        "zeros": whole[:4096] + bytes(len(whole) - 4096),
        "foreign": foreign_database(path.with_name("foreign.db")),
    }
    path.unlink()
    if damage in damaged:
        path.write_bytes(damaged[damage])
    with pytest.raises(StateDamaged):
        State(path)


def set_user_version(path: Path, version: int) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path.read_bytes()


def test_f14_a_state_of_a_newer_program_is_left_alone(path: Path) -> None:
    written = set_user_version(path, (MAJOR + 1) << 16)
    with pytest.raises(KioskError) as caught:
        State(path)
    assert caught.value.code == "library.newer_program"
    assert path.read_bytes() == written


def test_f14_a_newer_minor_version_can_be_read(path: Path) -> None:
    set_user_version(path, MAJOR << 16 | (MINOR + 1))
    State(path).close()


def test_a_commit_can_be_looked_up_without_locks(path: Path) -> None:
    filled_state(path, 1).close()
    assert state_has_folder(path, "g-00000001-abcd")
    assert not state_has_folder(path, "g-00000002-abcd")
    path.with_name("state.db-journal").write_bytes(b"to be rolled back")
    assert not state_has_folder(path, "g-00000001-abcd")
    assert not state_has_folder(path.with_name("missing.db"), "g-00000001-abcd")


def test_only_one_at_a_time_holds_the_lock(tmp_path: Path) -> None:
    with hold_writer_lock(tmp_path):
        with pytest.raises(KioskError) as caught, hold_writer_lock(tmp_path):
            pass
        assert caught.value.code == "library.busy"
    with hold_writer_lock(tmp_path):
        pass


def test_a_failed_disk_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught, hold_writer_lock(tmp_path / "missing"):
        pass
    assert caught.value.code == "library.storage"
    assert caught.value.detail == {"reason": "unable to open database file"}
