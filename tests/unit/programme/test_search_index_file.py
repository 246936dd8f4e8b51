"""The cached search index is only used for the shown programme, and only when it is intact."""

from pathlib import Path

import pytest

from kiosk.library.rollback import roll_back
from kiosk.programme.search_index_file import is_small, load_search_index, save_search_index
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, damage_file, sample_publisher
from tests.packs_builder import refused


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


def files(kit: LibraryKit) -> list[Path]:
    return list((kit.folder / "search").iterdir())


def test_a_saved_index_is_loaded(kit: LibraryKit) -> None:
    showing = open_library(kit.folder)
    assert is_small(showing) and load_search_index(kit.folder, showing) is None
    save_search_index(kit.folder, showing)
    found = load_search_index(kit.folder, open_library(kit.folder))
    assert found and found.size == len(showing.catalogue.catalogues[0].event_ids())
    save_search_index(kit.folder, showing)
    assert len(files(kit)) == 1


def test_another_programme_needs_another_index(kit: LibraryKit) -> None:
    save_search_index(kit.folder, open_library(kit.folder))
    kit.install(2)
    showing = open_library(kit.folder)
    assert load_search_index(kit.folder, showing) is None
    save_search_index(kit.folder, showing)
    assert load_search_index(kit.folder, showing) and len(files(kit)) == 1
    roll_back(kit.folder)
    assert load_search_index(kit.folder, open_library(kit.folder)) is None


def test_a_damaged_index_is_ignored_and_leftovers_are_removed(kit: LibraryKit) -> None:
    showing = open_library(kit.folder)
    save_search_index(kit.folder, showing)
    damage_file(files(kit)[0], 5000)
    (kit.folder / "search" / "0000.new").touch()
    assert load_search_index(kit.folder, showing) is None
    save_search_index(kit.folder, showing)
    assert load_search_index(kit.folder, showing) and len(files(kit)) == 1


def test_a_library_with_an_index_installs_and_opens(kit: LibraryKit) -> None:
    save_search_index(kit.folder, open_library(kit.folder))
    assert kit.install(2).generation == open_library(kit.folder).generation


def test_an_unwritable_index_folder_is_an_error(kit: LibraryKit) -> None:
    (kit.folder / "search").write_bytes(b"")
    with refused("library.storage"):
        save_search_index(kit.folder, open_library(kit.folder))
