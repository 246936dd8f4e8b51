"""A rollback, back or forward, changes what is shown, not the trusted publishers and accepted versions."""

from pathlib import Path

import pytest

from kiosk.base.clock import Clock
from kiosk.base.limits import DAY
from kiosk.library.rollback import roll_back, roll_forward
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, damage_file, sample_publisher
from tests.packs_builder import SIGNED_AT, refused


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


def test_k04_the_programme_that_was_rolled_back_from_is_shown_again(kit: LibraryKit) -> None:
    """Back and forward, as often as staff like; no pack file is needed."""
    kit.install(1, 2)
    for file in kit.packs.glob("*.kpack"):
        file.unlink()
    for _ in range(2):
        roll_back(kit.folder)
        shown = open_library(kit.folder)
        assert [pack.version for pack in shown.newer_packs] == [2]
        assert (shown_hashtag(kit), shown.rollback_packs) == ("#USKZ25", ())
        assert roll_forward(kit.folder).id == 2
        shown = open_library(kit.folder)
        assert (shown_hashtag(kit), shown.newer_packs) == ("#V2", ())
        assert [pack.version for pack in shown.rollback_packs] == [1]
    assert [entry[1] for entry in read_status(kit.folder).log][-2:] == ["rolled_back", "rolled_forward"]


def test_k04_without_a_rollback_there_is_nothing_newer(kit: LibraryKit) -> None:
    with refused("library.nothing_newer"):
        roll_forward(kit.folder)
    kit.install(1, 2)
    with refused("library.nothing_newer"):
        roll_forward(kit.folder)


def test_k04_an_installation_ends_the_way_forward(kit: LibraryKit) -> None:
    kit.install(1, 2)
    roll_back(kit.folder)
    kit.install(3)
    with refused("library.nothing_newer"):
        roll_forward(kit.folder)
    assert len(list((kit.folder / "gen").iterdir())) == 2


def test_k04_a_damaged_newer_programme_is_refused(kit: LibraryKit) -> None:
    kit.install(1, 2)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    roll_back(kit.folder)
    with refused("library.newer_damaged"):
        roll_forward(kit.folder)
    assert shown_hashtag(kit) == "#USKZ25"


def test_k04_the_newer_programme_is_kept_through_reading_and_recovering(kit: LibraryKit) -> None:
    """Nothing that opens the library, or removes leftovers from it, takes the way forward away."""
    kit.install(1, 2)
    roll_back(kit.folder)
    (kit.folder / "gen/.stage-left-over").mkdir()
    read_status(kit.folder)
    with refused("packs.older"):
        kit.install(1)
    assert roll_forward(kit.folder).id == 2


def test_back_and_forward_are_logged_at_the_time_of_the_clock_with_the_reason(kit: LibraryKit) -> None:
    kit.install(1, 2)
    back, forward = (SIGNED_AT + days * DAY for days in (3, 4))
    roll_back(kit.folder, Clock(lambda: back, SIGNED_AT), "crashes")
    roll_forward(kit.folder, Clock(lambda: forward, SIGNED_AT))
    one, other = read_status(kit.folder).log[-2:]
    assert (one[:2], one[2]["because"]) == ((back, "rolled_back"), "crashes")
    assert other[:2] == (forward, "rolled_forward")
    roll_back(kit.folder, Clock(lambda: forward, SIGNED_AT))
    assert read_status(kit.folder).log[-1][2]["because"] == "staff"
