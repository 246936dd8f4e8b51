"""Tests the state database: its changes and transactions."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.store.records import Generation, InstalledPack, TrustedPack
from kiosk.store.state import LOG_ROWS, State
from kiosk.store.state_file import create_state

SIGNED = 1_459_500_000


def pack(version: int, publisher: str = "local") -> InstalledPack:
    title = {"en": "Demo", "kk": "Көрсетілім"}
    counts = (18, {"innovation": 5}, ("en", "kk"), ("kz.usembassy.gov",))
    return InstalledPack(
        publisher,
        "demo",
        title,
        version,
        "abcdef0",
        "00" * 32,
        4096,
        *counts,
        "2016-04-01",
        SIGNED,
        SIGNED + 1,
    )


def generation(number: int, *packs: InstalledPack) -> Generation:
    return Generation(number, f"g-{number:08d}-abcd", 100 + number, packs or (pack(number),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_state(tmp_path / "state.db")
    return tmp_path / "state.db"


def filled_state(path: Path, last: int) -> State:
    """A state after the installation of generations 1 to `last`."""
    state = State(path)
    for number in range(1, last + 1):
        state.commit(generation(number), TrustedPack("local", number, number), 0)
    return state


def test_a_new_state_shows_and_trusts_nothing(path: Path) -> None:
    with State(path) as state:
        assert (
            state.shown_generations(),
            state.trusted_pack("local"),
            state.time_floor(),
            state.next_generation_id(),
        ) == (
            (),
            None,
            0,
            1,
        )


def test_an_older_state_is_read_and_the_next_installation_migrates_it(path: Path) -> None:
    filled_state(path, 1).close()
    connection = sqlite3.connect(path)
    connection.executescript(
        f"ALTER TABLE pack DROP COLUMN rank; DROP TABLE pin; PRAGMA user_version = {1 << 16}"
    )
    connection.close()
    before = path.read_bytes()
    with State(path) as state:
        assert state.shown_generations() == (generation(1),)
        assert path.read_bytes() == before
        state.commit(generation(2, replace(pack(2), rank=9)), TrustedPack("local", 2, 2), SIGNED)
        assert [one.rank for shown in state.shown_generations() for one in shown.packs] == [9, 0]
    create_state(path.with_name("new.db"))
    assert version(path) == version(path.with_name("new.db"))


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def test_what_was_committed_is_read_back(path: Path) -> None:
    filled_state(path, 2).close()
    with State(path) as state:
        assert state.shown_generations() == (generation(2), generation(1))
        assert state.trusted_pack("local") == TrustedPack("local", 2, 2, "g-00000002-abcd")
        assert state.folders() == {"g-00000001-abcd", "g-00000002-abcd"}
        assert state.time_floor() == 0


def test_only_current_previous_and_trusted_generations_are_kept(path: Path) -> None:
    with filled_state(path, 4) as state:
        assert state.folders() == {"g-00000003-abcd", "g-00000004-abcd"}
        state.roll_back(0)
        state.commit(generation(5, pack(9, "other")), TrustedPack("other", 5, 9), 0)
        assert [one.id for one in state.generations()] == [5, 3, 4]
        assert state.trusted_pack("local") == TrustedPack("local", 4, 4, "g-00000004-abcd")


def test_generation_ids_are_not_reused(path: Path) -> None:
    with filled_state(path, 3) as state:
        state.roll_back(0)
        assert state.next_generation_id() == 4


def test_roll_back_changes_the_current_generation_but_not_the_trusted_pack(path: Path) -> None:
    with filled_state(path, 2) as state:
        assert state.roll_back(0) == generation(1)
        assert state.shown_generations() == (generation(1),)
        assert state.trusted_pack("local") == TrustedPack("local", 2, 2, "g-00000002-abcd")
        with pytest.raises(KioskError) as caught:
            state.roll_back(0)
        assert caught.value.code == "library.nothing_before"
        assert state.shown_generations() == (generation(1),)


def test_neither_installing_nor_revoking_moves_the_time_floor(path: Path) -> None:
    with filled_state(path, 1) as state:
        state.raise_time_floor(SIGNED + 1)
        future = replace(pack(2), signed_at=SIGNED + 10**9)
        state.commit(generation(2, future), TrustedPack("local", 2, 2), 10**10)
        assert state.time_floor() == SIGNED + 1
        state.revoke("local", None, 10**10)
        assert state.time_floor() == SIGNED + 1


def test_a_confirmed_day_replaces_the_time_floor_and_is_logged(path: Path) -> None:
    with filled_state(path, 1) as state:
        for day in (SIGNED + 99, SIGNED - 99):
            state.set_time_floor(day, 7)
            assert state.time_floor() == day
            assert state.log_entries()[-1] == (7, "day_confirmed", {"day": day})
        assert state.shown_generations() == (generation(1),)


def test_a_time_floor_that_signatures_could_raise_is_ignored_and_then_replaced(path: Path) -> None:
    """As written by the program before state 1.3."""
    connection = sqlite3.connect(path)
    connection.execute("UPDATE floor SET last_seen = 7226582400")
    connection.execute(f"PRAGMA user_version = {1 << 16 | 2}")
    connection.commit()
    connection.close()
    with State(path) as state:
        assert state.time_floor() == 0
        state.raise_time_floor(SIGNED)
        assert state.time_floor() == SIGNED
    with State(path) as state:
        assert state.time_floor() == SIGNED


def test_the_time_floor_is_stored(path: Path) -> None:
    with filled_state(path, 1) as state:
        for now in (SIGNED + 9, SIGNED + 5, 0):
            state.raise_time_floor(now)
    with State(path) as state:
        assert state.time_floor() == SIGNED + 9


def test_a_failed_transaction_changes_nothing(path: Path) -> None:
    with filled_state(path, 1) as state:
        with pytest.raises(KioskError) as caught:
            state.commit(generation(1), TrustedPack("local", 1, 7), 0)
        assert caught.value.code == "library.storage"
        assert (state.shown_generations(), state.trusted_pack("local")) == (
            (generation(1),),
            TrustedPack("local", 1, 1, "g-00000001-abcd"),
        )


def test_the_log_has_each_change_and_is_limited(path: Path) -> None:
    with filled_state(path, 2) as state:
        state.roll_back(7)
        assert [(what, detail.get("generation")) for _, what, detail in state.log_entries()] == [
            ("installed", 1),
            ("installed", 2),
            ("rolled_back", 1),
        ]
        for number in range(3, 6):
            state.commit(generation(number), TrustedPack("local", number, number), 0)
    with sqlite3.connect(path) as connection:
        numbers = f"WITH RECURSIVE n(i) AS (SELECT 7 UNION ALL SELECT i + 1 FROM n WHERE i < {2 * LOG_ROWS})"
        connection.execute(f"{numbers} INSERT INTO log SELECT i, 0, 'x', '{{}}' FROM n")
    connection.close()
    with State(path) as state:
        state.commit(generation(6), TrustedPack("local", 6, 6), 0)
        assert len(state.log_entries()) == LOG_ROWS
        assert state.log_entries()[-1][1] == "installed"


def test_a_commit_is_synced(path: Path) -> None:
    with State(path) as state:
        rows = state._rows
        assert (rows("PRAGMA synchronous")[0][0], rows("PRAGMA journal_mode")[0][0]) == (3, "delete")
