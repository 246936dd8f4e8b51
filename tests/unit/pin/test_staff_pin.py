"""The staff PIN: creation, tries, status, unlocking."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.pin import staff_pin
from kiosk.pin.lockout import MAX_TRIES, NEVER_SET, PinStatus
from kiosk.programme.shown_programme import open_library
from kiosk.store.pin_store import PinHash, PinRecord, PinStore
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import refused
from tests.pin_kit import RIGHT_PIN, WRONG_PIN, FakeUptime, count_wrong_tries, make_library, read_pin_record


def test_a_new_pin_is_right_and_stored_as_a_hash_with_its_cost(tmp_path: Path) -> None:
    pin = "604729"
    assert staff_pin.set_pin(tmp_path / "new/library", pin)
    record = read_pin_record(tmp_path / "new/library")
    assert record
    stored = record.pin_hash
    assert (stored.n, stored.r, stored.p, len(stored.salt)) == (2**14, 8, 1, 16)
    assert staff_pin.check(tmp_path / "new/library", pin) == PinStatus(right=True)
    assert staff_pin.check(tmp_path / "new/library", "no PIN").left == MAX_TRIES - 1


def test_a_new_pin_replaces_the_first(tmp_path: Path) -> None:
    staff_pin.set_pin(tmp_path, RIGHT_PIN)
    second = staff_pin.create(tmp_path)
    assert second == RIGHT_PIN or not staff_pin.check(tmp_path, RIGHT_PIN).right
    assert staff_pin.check(tmp_path, second).right


def test_the_first_pin_is_created_once(tmp_path: Path) -> None:
    assert staff_pin.set_pin(tmp_path, RIGHT_PIN, only_first=True)
    assert not staff_pin.set_pin(tmp_path, "482915", only_first=True)
    assert staff_pin.check(tmp_path, RIGHT_PIN).right


@pytest.mark.parametrize("weak", ["", "60472", "6047290", "123456", "٦٠٤٧٢٩", "60472a", "604 72"])
def test_only_six_digits_that_are_hard_to_guess_are_stored(tmp_path: Path, weak: str) -> None:
    with refused("pin.weak"):
        staff_pin.set_pin(tmp_path, weak)
    assert list(tmp_path.iterdir()) == []


def test_of_two_concurrent_first_pins_one_is_stored(tmp_path: Path) -> None:
    """The second one had read before that there was no PIN."""
    staff_pin.set_pin(tmp_path, RIGHT_PIN)
    with closing(PinStore(tmp_path / "state.db")) as pins:
        assert not pins.set_pin(PinHash(b"other"), only_first=True)
        assert (pins.read() or PinRecord()).pin_hash.hash != b"other"


def test_an_installation_creates_no_pin_and_keeps_an_existing_one(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    assert staff_pin.status(kit.folder) == NEVER_SET
    assert staff_pin.set_pin(kit.folder, RIGHT_PIN, only_first=True)
    kit.install(2)
    assert staff_pin.check(kit.folder, RIGHT_PIN).right
    assert open_library(kit.folder).generation == 2


def test_a_state_without_a_pin_table_gets_its_first_pin(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    with closing(PinStore(kit.folder / "state.db")) as pins:
        pins._connection.executescript(f"DROP TABLE pin; PRAGMA user_version = {1 << 16 | 1}")
    assert (staff_pin.status(kit.folder), read_pin_record(kit.folder)) == (NEVER_SET, PinRecord())
    assert staff_pin.set_pin(kit.folder, RIGHT_PIN, only_first=True)
    assert staff_pin.check(kit.folder, RIGHT_PIN).right
    assert open_library(kit.folder).generation == 1


def test_without_a_library_no_pin_is_right_and_nothing_is_created(tmp_path: Path) -> None:
    assert staff_pin.check(tmp_path / "none", RIGHT_PIN) == staff_pin.status(tmp_path / "none") == NEVER_SET
    with refused("pin.missing"):
        staff_pin.unlock(tmp_path / "none")
    with refused("pin.no_library", folder=tmp_path / "none"):
        staff_pin.create(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_before_a_pin_is_created_none_is_right(tmp_path: Path) -> None:
    LibraryKit(tmp_path, sample_publisher()).install(1)
    for typed in ("", RIGHT_PIN):
        assert staff_pin.check(tmp_path / "library", typed) == NEVER_SET
    with refused("pin.missing"):
        staff_pin.unlock(tmp_path / "library")


def test_a_right_pin_resets_the_wrong_tries(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    for _ in range(4):
        staff_pin.check(folder, WRONG_PIN)
    assert count_wrong_tries(folder) == 4
    assert staff_pin.check(folder, RIGHT_PIN) == PinStatus(right=True)
    assert count_wrong_tries(folder) == 0


def test_status_counts_no_try(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    staff_pin.check(folder, WRONG_PIN)
    assert staff_pin.status(folder) == staff_pin.status(folder) == PinStatus(left=14)


def test_unlock_ends_the_lockout_at_once(tmp_path: Path) -> None:
    folder, clock = make_library(tmp_path), FakeUptime()
    while not staff_pin.check(folder, WRONG_PIN, clock).locked:
        clock.advance(3600)
    assert (
        staff_pin.check(folder, RIGHT_PIN, clock)
        == staff_pin.status(folder, clock)
        == PinStatus(left=0, locked=True)
    )
    staff_pin.unlock(folder)
    assert staff_pin.check(folder, RIGHT_PIN, clock).right


def test_a_new_pin_ends_the_lockout(tmp_path: Path) -> None:
    folder, clock = make_library(tmp_path), FakeUptime()
    while not staff_pin.check(folder, WRONG_PIN, clock).locked:
        clock.advance(3600)
    assert staff_pin.check(folder, staff_pin.create(folder), clock).right


def test_a_pin_replaced_during_a_check_keeps_its_wrong_tries(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    with closing(PinStore(folder / "state.db")) as pins:
        record = pins.read()
        assert record
        staff_pin.create(folder)
        staff_pin.check(folder, "no digits")
        pins.reset_wrong_tries(record.pin_hash)
    assert count_wrong_tries(folder) == 1


def test_a_damaged_hash_matches_no_pin(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    with closing(PinStore(folder / "state.db")) as pins:
        pins._connection.execute("UPDATE pin SET n = 3")
    assert staff_pin.check(folder, RIGHT_PIN) == PinStatus(left=14)


def test_a_pin_can_be_checked_during_an_installation(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    with hold_writer_lock(folder):
        assert staff_pin.check(folder, RIGHT_PIN).right
        assert staff_pin.create(folder)


def test_rebuilding_the_state_during_an_installation_is_refused(tmp_path: Path) -> None:
    with hold_writer_lock(tmp_path), refused("library.busy"):
        staff_pin.create(tmp_path)


def test_a_write_error_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with refused("library.storage"):
        staff_pin.create(tmp_path / "file")


@pytest.mark.parametrize("typed", ["", "1234567", "６０４７２９", "\0", "x" * 10_000, "604 729"])
def test_any_typed_text_is_one_wrong_try(tmp_path: Path, typed: str) -> None:
    assert staff_pin.check(make_library(tmp_path), typed) == PinStatus(left=14)
