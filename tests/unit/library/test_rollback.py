"""Rollback changes the generation shown, not the trusted publishers and accepted versions."""

from pathlib import Path

import pytest

from kiosk.library.rollback import roll_back
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, damage_file, sample_publisher
from tests.packs_builder import refused


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    return LibraryKit(tmp_path, sample_publisher())


def shown_hashtag(kit: LibraryKit) -> str:
    return open_library(kit.folder).catalogue.campaign().hashtag


def test_after_rollback_an_older_pack_is_refused_and_the_newest_accepted(kit: LibraryKit) -> None:
    kit.install(1, 2)
    assert roll_back(kit.folder).id == 1
    assert shown_hashtag(kit) == "#USKZ25"
    with refused("packs.older", installed=2, offered=1):
        kit.install(1)
    installation = kit.install(2)
    assert (installation.generation, installation.already_shown, shown_hashtag(kit)) == (3, False, "#V2")


def test_only_one_rollback_is_possible(kit: LibraryKit) -> None:
    with refused("library.nothing_before"):
        roll_back(kit.folder)
    kit.install(1, 2)
    roll_back(kit.folder)
    with refused("library.nothing_before"):
        roll_back(kit.folder)


def test_rollback_to_a_damaged_generation_is_refused(kit: LibraryKit) -> None:
    kit.install(1)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    kit.install(2)
    with refused("library.previous_damaged"):
        roll_back(kit.folder)
    assert shown_hashtag(kit) == "#V2"


def test_rollback_without_a_library_is_refused(tmp_path: Path) -> None:
    with refused("library.empty"):
        roll_back(tmp_path / "none")
