"""Two publishers in one library: order of precedence, rights, shared events."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.model import Reach
from kiosk.library.install import install
from kiosk.library.rollback import roll_back
from kiosk.library.status import read_status
from kiosk.packs.publisher import RIGHTS_FIELD
from kiosk.programme.shown_programme import open_library
from tests.library_kit import (
    DAY_AFTER_SIGNING,
    LibraryKit,
    damage_file,
    make_picture,
)
from tests.packs_builder import LOCAL, refused
from tests.unit.library.corner_publisher import (
    CHESS,
    CORNER_PUBLISHER,
    CornerKit,
    shown_versions,
)
from tests.unit.store.sample import ALMATY, CORNER, HOST, PICTURE, TOUR
from tests.unit.viewmodels.sessions import database_with_events, database_with_venues


def test_both_packs_are_shown_in_order_of_rank_not_of_installation(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    assert corner_kit.install(7).pack.publisher == "room"
    assert shown_versions(kit) == [("local", 1), ("room", 7)]
    kit.install(2)
    assert shown_versions(kit) == [("local", 2), ("room", 7)]
    catalogue = open_library(kit.folder).catalogue
    assert (catalogue.catalogue_index("code"), catalogue.catalogue_index("chess")) == (0, 1)
    assert catalogue.campaign().hashtag == "#V2"
    assert read_status(kit.folder).damaged == ()


def test_shared_events_are_reported_after_installation(kit: LibraryKit, corner_kit: CornerKit) -> None:
    assert corner_kit.install(1).shared_events == ("code",)
    assert kit.install(2).shared_events == ("code",)
    damage_file(kit.shown_path("room/files/events.sqlite"), 0)
    assert kit.install(3).shared_events == ()


def test_a_changed_rank_applies_from_the_next_pack(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    rights = replace(LOCAL, rank=20)
    kit.publisher.rotate_keys(
        edit=lambda root: root.unrecognized_fields.update({RIGHTS_FIELD: rights.to_fields()})
    )
    kit.install(2)
    assert shown_versions(kit) == [("room", 1), ("local", 2)]
    (kit.folder / "state.db").unlink()
    assert shown_versions(kit) == [("room", 1), ("local", 2)]


def test_each_has_its_own_hosts_and_files(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    programme = open_library(kit.folder)
    ours, theirs = f"https://{HOST}/x", "https://room.example.org/x"
    assert [programme.may_link("code", url) for url in (ours, theirs)] == [True, False]
    assert [programme.may_link("chess", url) for url in (ours, theirs)] == [False, True]
    files = [programme.media_path(programme.media_address(event, PICTURE)) for event in ("code", "chess")]
    assert [file.read_bytes() for file in files] == [make_picture(10), make_picture(201)]


@pytest.mark.parametrize(
    ("rights", "code", "detail"),
    [
        ({"themes": ("friendship",)}, "packs.rights_theme", {"event": "chess", "theme": "innovation"}),
        ({"themes": ()}, "packs.rights_theme", {"event": "chess", "theme": "innovation"}),
        ({"venues": ("almaty",)}, "packs.rights_venue", {"event": "chess", "venue": "corner-almaty"}),
        ({"venues": ()}, "packs.rights_venue", {"event": "chess", "venue": "corner-almaty"}),
    ],
    ids=["theme", "no-theme", "venue", "no-venue"],
)
def test_events_beyond_the_rights_of_a_publisher_are_refused(
    tmp_path: Path, kit: LibraryKit, rights: dict[str, tuple[str, ...]], code: str, detail: dict[str, str]
) -> None:
    corner_kit = CornerKit(tmp_path, kit, replace(CORNER_PUBLISHER, **rights))  # type: ignore[arg-type]
    before = kit.read_files()
    with refused(code, publisher="The Room", **detail):
        corner_kit.install(1)
    assert kit.read_files() == before


def test_an_event_everywhere_needs_the_right_to_every_venue(tmp_path: Path, kit: LibraryKit) -> None:
    corner_kit = CornerKit(tmp_path, kit)
    corner_kit.pack(1)
    everywhere = replace(CHESS, reach=Reach.EVERYWHERE, places=())
    corner_kit.publisher.files["events.sqlite"] = database_with_events(everywhere)
    with refused("packs.rights_venue", event="chess", venue="*"):
        install(
            kit.folder,
            corner_kit.publisher.pack(corner_kit.packs / "x.kpack"),
            clock=DAY_AFTER_SIGNING,
            reserve=0,
        )


def test_the_venue_of_an_occurrence_needs_a_right(tmp_path: Path, kit: LibraryKit) -> None:
    corner_kit = CornerKit(tmp_path, kit)
    corner_kit.pack(1)
    elsewhere = tuple(replace(time, venue=ALMATY) for time in CHESS.occurrences)
    corner_kit.publisher.files["events.sqlite"] = database_with_events(replace(CHESS, occurrences=elsewhere))
    with refused("packs.rights_venue", event="chess", venue="almaty"):
        install(
            kit.folder,
            corner_kit.publisher.pack(corner_kit.packs / "x.kpack"),
            clock=DAY_AFTER_SIGNING,
            reserve=0,
        )


def test_an_event_without_a_venue_needs_no_right(tmp_path: Path, kit: LibraryKit) -> None:
    corner_kit = CornerKit(tmp_path, kit, replace(CORNER_PUBLISHER, themes=("*",), venues=()))
    corner_kit.pack(1)
    corner_kit.publisher.files["events.sqlite"] = database_with_venues(
        (ALMATY,), replace(TOUR, id="online", places=(), reach=Reach.PLACES, registration=None)
    )
    assert (
        install(
            kit.folder,
            corner_kit.publisher.pack(corner_kit.packs / "x.kpack"),
            clock=DAY_AFTER_SIGNING,
            reserve=0,
        ).generation
        == 2
    )


def test_rollback_restores_the_packs_of_both(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    kit.install(2)
    corner_kit.install(2)
    assert shown_versions(kit) == [("local", 2), ("room", 2)]
    assert [pack.version for pack in roll_back(kit.folder).packs] == [2, 1]
    assert shown_versions(kit) == [("local", 2), ("room", 1)]


def test_if_every_generation_is_damaged_the_undamaged_pack_is_shown(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    corner_kit.install(1)
    kit.install(2)
    damage_file(kit.shown_path("room/files/events.sqlite"))  # the same file in both generations
    programme = open_library(kit.folder)
    # the first generation of all held only the country's pack, and is gone
    assert (programme.generation, programme.damaged) == (3, True)
    assert shown_versions(kit) == [("local", 2)]
    damage_file(kit.shown_path("local/files/events.sqlite"))
    programme = open_library(kit.folder)
    assert (programme.generation, programme.damaged, shown_versions(kit)) == (2, True, [("local", 1)])


def test_j06_a_corner_that_no_event_names_needs_a_right(tmp_path: Path, kit: LibraryKit) -> None:
    corner_kit = CornerKit(tmp_path, kit)
    corner_kit.pack(1)
    other = replace(CORNER, id="another-corner")
    corner_kit.publisher.files["events.sqlite"] = database_with_venues((ALMATY, CORNER, other), CHESS)
    before = kit.read_files()
    with refused("packs.rights_corner", publisher="The Room", venue="another-corner"):
        install(
            kit.folder,
            corner_kit.publisher.pack(corner_kit.packs / "x.kpack"),
            clock=DAY_AFTER_SIGNING,
            reserve=0,
        )
    assert kit.read_files() == before
