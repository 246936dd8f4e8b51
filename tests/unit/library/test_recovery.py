"""A library recovers at the next start, and never shows or accepts older packs than allowed."""

import shutil
from pathlib import Path

import pytest

from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import LibraryKit, damage_file, sample_publisher
from tests.packs_builder import generate_keys, refused


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1, 2)
    return kit


def generation_names(kit: LibraryKit) -> list[str]:
    return sorted(path.name for path in (kit.folder / "gen").iterdir())


def lose_state(kit: LibraryKit, how: str) -> None:
    state = kit.folder / "state.db"
    if how == "deleted":
        state.unlink()
    else:
        state.write_bytes(b"x" * 20_000)


def test_unreferenced_folders_are_removed(kit: LibraryKit) -> None:
    before = generation_names(kit)
    (kit.folder / "gen/.stage-12345678/local/files").mkdir(parents=True)
    (kit.folder / "gen/.stage-12345678").chmod(0o555)
    (kit.folder / "gen/g-00000009-abcd").mkdir()
    (kit.folder / "gen/stray").write_text("x")
    assert open_library(kit.folder).generation == 2
    assert generation_names(kit) == before


@pytest.mark.parametrize("how", ["deleted", "overwritten"])
def test_a16_a_lost_state_is_rebuilt_and_older_packs_are_refused(kit: LibraryKit, how: str) -> None:
    before = generation_names(kit)
    lose_state(kit, how)
    programme = open_library(kit.folder)
    assert (programme.generation, programme.damaged, programme.packs[0].version) == (2, False, 2)
    assert generation_names(kit) == before
    assert [what for _, what, _ in read_status(kit.folder).log] == ["rebuilt"]
    assert (kit.folder / "damaged-state.db").exists() == (how == "overwritten")
    with refused("packs.older", installed=2, offered=1):
        kit.install(1)
    assert kit.install(3).generation == 3


def test_the_journal_of_a_lost_state_is_removed(kit: LibraryKit) -> None:
    lose_state(kit, "overwritten")
    (kit.folder / "state.db-journal").write_bytes(b"leftover" * 100)
    assert open_library(kit.folder).generation == 2
    assert not (kit.folder / "state.db-journal").exists()
    assert open_library(kit.folder).generation == 2


def test_rebuilding_skips_damaged_generations_but_removes_none(kit: LibraryKit) -> None:
    before = generation_names(kit)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    lose_state(kit, "deleted")
    assert open_library(kit.folder).packs[0].version == 1
    assert open_library(kit.folder).packs[0].version == 1
    assert generation_names(kit) == before


@pytest.mark.parametrize("lost", ["tuf/timestamp.json", "tuf/targets.json", "files", "tuf/root_history"])
def test_rebuilding_skips_incomplete_generations(kit: LibraryKit, lost: str) -> None:
    path = kit.shown_path(f"local/{lost}")
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    lose_state(kit, "deleted")
    assert open_library(kit.folder).packs[0].version == 1


def test_rebuilding_skips_publishers_that_are_not_trusted(kit: LibraryKit) -> None:
    before = generation_names(kit)
    (kit.folder / "trust/local.root.json").write_bytes(sample_publisher().root)
    lose_state(kit, "deleted")
    with refused("library.empty"):
        open_library(kit.folder)
    assert generation_names(kit) == before


def test_rebuilding_accepts_rotated_keys(kit: LibraryKit) -> None:
    kit.publisher.rotate_keys(root_keys=generate_keys(3), publisher_keys=generate_keys(2))
    kit.install(3)
    lose_state(kit, "deleted")
    assert open_library(kit.folder).packs[0].version == 3


def test_during_an_installation_a_lost_state_is_rebuilt_in_memory_only(kit: LibraryKit) -> None:
    lose_state(kit, "deleted")
    with hold_writer_lock(kit.folder):
        assert open_library(kit.folder).generation == 2
        assert not (kit.folder / "state.db").exists()
    assert open_library(kit.folder).generation == 2
    assert (kit.folder / "state.db").exists()


def test_rebuilding_ignores_leftovers_of_an_interrupted_one(kit: LibraryKit) -> None:
    lose_state(kit, "deleted")
    (kit.folder / ".state.new").write_bytes(b"half")
    (kit.folder / ".state.new-journal").write_bytes(b"half")
    assert open_library(kit.folder).generation == 2


@pytest.mark.parametrize(
    "lost", [("timestamp",), ("snapshot",), ("timestamp", "snapshot"), ("root",), ("all",)]
)
@pytest.mark.parametrize("how", ["deleted", "torn"])
def test_a15_without_its_tuf_metadata_a_library_still_refuses_older_packs(
    kit: LibraryKit, lost: tuple[str, ...], how: str
) -> None:
    kit.install(3)
    tuf = kit.shown_path("local/tuf")
    names = {"root": "root_history/1.root.json", "all": "."}
    for role in lost:
        path = tuf / names.get(role, f"{role}.json")
        if path.is_dir():
            shutil.rmtree(path)
        elif how == "deleted":
            path.unlink()
        else:
            path.chmod(0o644)
            path.write_bytes(b"")
    with refused("packs.older", installed=3, offered=2):
        kit.install(2)
    assert open_library(kit.folder).packs[0].version == 3
    assert kit.install(4).pack.version == 4


def test_a15_without_its_tuf_metadata_a_library_still_refuses_revoked_keys(tmp_path: Path) -> None:
    """A thief has the old publisher key and root metadata, and damages the TUF metadata."""
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    before = list(kit.publisher.roots), kit.publisher.publisher_keys
    kit.publisher.rotate_keys(publisher_keys=generate_keys(2))
    kit.install(2)
    (kit.shown_path("local/tuf") / "timestamp.json").unlink()
    kit.publisher.roots, kit.publisher.publisher_keys = before
    with refused("packs.not_signed"):
        kit.install(9)
    assert open_library(kit.folder).packs[0].version == 2


def test_instead_of_a_damaged_generation_the_previous_one_is_shown(kit: LibraryKit) -> None:
    damage_file(kit.shown_path("local/files/events.sqlite"))
    programme = open_library(kit.folder)
    assert (programme.generation, programme.damaged, programme.packs[0].version) == (1, True, 1)


def test_after_rollback_the_newest_is_shown_instead_of_a_damaged_generation(kit: LibraryKit) -> None:
    from kiosk.library.rollback import roll_back

    roll_back(kit.folder)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    programme = open_library(kit.folder)
    assert (programme.generation, programme.damaged) == (2, True)


def test_a_library_without_a_valid_generation_counts_as_empty(kit: LibraryKit) -> None:
    for file in (kit.folder / "gen").glob("*/local/files/events.sqlite"):
        damage_file(file)
    with refused("library.empty"):
        open_library(kit.folder)
    assert kit.install(3).generation == 3
    assert open_library(kit.folder).damaged is False


def test_a_missing_folder_of_generations_counts_as_empty(kit: LibraryKit) -> None:
    for path in (kit.folder / "gen").iterdir():
        for folder in (path, *path.rglob("*")):
            if folder.is_dir():
                folder.chmod(0o755)
    shutil.rmtree(kit.folder / "gen")
    with refused("library.empty"):
        open_library(kit.folder)
    with refused("packs.older"):
        kit.install(1)
    assert kit.install(3).generation == 3


def test_a_rebuilt_state_is_logged(kit: LibraryKit) -> None:
    lose_state(kit, "deleted")
    open_library(kit.folder)
    with State(kit.folder / "state.db") as state:
        assert state.log_entries()[-1][1:] == ("rebuilt", {"generations": {"1": 1, "2": 1}})
