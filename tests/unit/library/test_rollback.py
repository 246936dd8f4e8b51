"""Going back changes what is shown, and nothing about whom and what the library trusts."""

from pathlib import Path

import pytest

from kiosk.library.rollback import roll_back
from kiosk.programme.shown_programme import open_library
from tests.library_kit import Kit, damage_file, sample_publisher
from tests.packs_builder import refused


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path, sample_publisher())


def hashtag(kit: Kit) -> str:
    return open_library(kit.folder).catalogue.campaign().hashtag


def test_after_going_back_an_older_pack_is_still_refused_but_the_newest_comes_back(kit: Kit) -> None:
    kit.install(1, 2)
    assert roll_back(kit.folder).id == 1
    assert hashtag(kit) == "#USKZ25"
    with refused("packs.older", installed=2, offered=1):
        kit.install(1)
    done = kit.install(2)
    assert (done.generation, done.already_shown, hashtag(kit)) == (3, False, "#V2")


def test_going_back_has_one_step(kit: Kit) -> None:
    with refused("library.nothing_before"):
        roll_back(kit.folder)
    kit.install(1, 2)
    roll_back(kit.folder)
    with refused("library.nothing_before"):
        roll_back(kit.folder)


def test_going_back_to_something_damaged_is_refused(kit: Kit) -> None:
    kit.install(1)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    kit.install(2)
    with refused("library.previous_damaged"):
        roll_back(kit.folder)
    assert hashtag(kit) == "#V2"


def test_going_back_needs_a_library(tmp_path: Path) -> None:
    with refused("library.empty"):
        roll_back(tmp_path / "none")
