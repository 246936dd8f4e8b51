"""Two publishers in one library: order of precedence, rights, revocation."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.model import Occurrence, Reach
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.library.status import read_status
from kiosk.library.trusted_roots import add_root, read_trusted_roots
from kiosk.packs.publisher import FIELD, Publisher
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State
from tests.library_kit import (
    DAY_AFTER_SIGNING,
    Kit,
    damage_file,
    make_picture,
    prepare_edition,
    sample_publisher,
)
from tests.packs_builder import LOCAL, PackPublisher, refused
from tests.unit.store.sample import ALMATY, APRIL_9, CORNER, HOST, PICTURE, TALK, TOUR
from tests.unit.viewmodels.sessions import with_events

CHESS = replace(TALK, id="chess", theme="innovation", places=(CORNER,), occurrences=(Occurrence(APRIL_9),))
ROOM = Publisher("room", "The Room", ("room.example.org",), ("corner-almaty",), ("innovation",), 10)


class Room(Kit):
    """A Corner's publisher with two events; one has the id of an event of the country's publisher."""

    def __init__(self, folder: Path, beside: Kit, publisher: Publisher = ROOM) -> None:
        super().__init__(folder / "room", PackPublisher(publisher))
        self.folder = beside.folder
        add_root(self.folder, self.packs / "root.json")

    def pack(self, version: int) -> Path:
        prepare_edition(self.publisher, version)
        self.publisher.describe(pack="room", hosts=("room.example.org",))
        events = (CHESS, replace(CHESS, id="code", registration=None, media=()))
        self.publisher.files |= {"events.sqlite": with_events(*events), PICTURE: make_picture(200 + version)}
        return self.publisher.pack(self.packs / f"{version}.kpack")


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    kit = Kit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


@pytest.fixture
def room(tmp_path: Path, kit: Kit) -> Room:
    return Room(tmp_path, kit)


def shown_versions(kit: Kit) -> list[tuple[str, int]]:
    """Return the shown packs by publisher and version."""
    return [(pack.publisher, pack.version) for pack in open_library(kit.folder).packs]


def test_both_packs_are_shown_in_order_of_rank_not_of_installation(kit: Kit, room: Room) -> None:
    assert room.install(7).pack.publisher == "room"
    assert shown_versions(kit) == [("local", 1), ("room", 7)]
    kit.install(2)
    assert shown_versions(kit) == [("local", 2), ("room", 7)]
    programme = open_library(kit.folder).catalogue
    assert (programme.catalogue_index("code"), programme.catalogue_index("chess")) == (0, 1)
    assert programme.campaign().hashtag == "#V2"
    assert read_status(kit.folder).damaged == ()


def test_shared_events_are_reported_after_installation(kit: Kit, room: Room) -> None:
    assert room.install(1).shared_events == ("code",)
    assert kit.install(2).shared_events == ("code",)
    damage_file(kit.shown_path("room/files/events.sqlite"), 0)
    assert kit.install(3).shared_events == ()


def test_a_changed_rank_applies_from_the_next_pack(kit: Kit, room: Room) -> None:
    room.install(1)
    rights = replace(LOCAL, rank=20)
    kit.publisher.rotate(edit=lambda root: root.unrecognized_fields.update({FIELD: rights.to_fields()}))
    kit.install(2)
    assert shown_versions(kit) == [("room", 1), ("local", 2)]
    (kit.folder / "state.db").unlink()
    assert shown_versions(kit) == [("room", 1), ("local", 2)]


def test_each_has_its_own_hosts_and_files(kit: Kit, room: Room) -> None:
    room.install(1)
    showing = open_library(kit.folder)
    ours, theirs = f"https://{HOST}/x", "https://room.example.org/x"
    assert [showing.may_link("code", url) for url in (ours, theirs)] == [True, False]
    assert [showing.may_link("chess", url) for url in (ours, theirs)] == [False, True]
    files = [showing.media_path(showing.media_address(event, PICTURE)) for event in ("code", "chess")]
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
    tmp_path: Path, kit: Kit, rights: dict[str, tuple[str, ...]], code: str, detail: dict[str, str]
) -> None:
    room = Room(tmp_path, kit, replace(ROOM, **rights))  # type: ignore[arg-type]
    before = kit.read_files()
    with refused(code, publisher="The Room", **detail):
        room.install(1)
    assert kit.read_files() == before


def test_an_event_everywhere_needs_the_right_to_every_venue(tmp_path: Path, kit: Kit) -> None:
    room = Room(tmp_path, kit)
    room.pack(1)
    everywhere = replace(CHESS, reach=Reach.EVERYWHERE, places=())
    room.publisher.files["events.sqlite"] = with_events(everywhere)
    with refused("packs.rights_venue", event="chess", venue="*"):
        install(kit.folder, room.publisher.pack(room.packs / "x.kpack"), clock=DAY_AFTER_SIGNING, reserve=0)


def test_the_venue_of_an_occurrence_needs_a_right(tmp_path: Path, kit: Kit) -> None:
    room = Room(tmp_path, kit)
    room.pack(1)
    elsewhere = tuple(replace(time, venue=ALMATY) for time in CHESS.occurrences)
    room.publisher.files["events.sqlite"] = with_events(replace(CHESS, occurrences=elsewhere))
    with refused("packs.rights_venue", event="chess", venue="almaty"):
        install(kit.folder, room.publisher.pack(room.packs / "x.kpack"), clock=DAY_AFTER_SIGNING, reserve=0)


def test_an_event_without_a_venue_needs_no_right(tmp_path: Path, kit: Kit) -> None:
    room = Room(tmp_path, kit, replace(ROOM, themes=("*",), venues=()))
    room.pack(1)
    room.publisher.files["events.sqlite"] = with_events(
        replace(TOUR, id="online", places=(), registration=None)
    )
    assert (
        install(
            kit.folder, room.publisher.pack(room.packs / "x.kpack"), clock=DAY_AFTER_SIGNING, reserve=0
        ).generation
        == 2
    )


def test_rollback_restores_the_packs_of_both(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    room.install(2)
    assert shown_versions(kit) == [("local", 2), ("room", 2)]
    assert [pack.version for pack in roll_back(kit.folder).packs] == [2, 1]
    assert shown_versions(kit) == [("local", 2), ("room", 1)]


def test_if_every_generation_is_damaged_the_undamaged_pack_is_shown(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    damage_file(kit.shown_path("room/files/events.sqlite"))  # the same file in both generations
    showing = open_library(kit.folder)
    # the first generation of all held only the country's pack, and is gone
    assert (showing.generation, showing.damaged) == (3, True)
    assert shown_versions(kit) == [("local", 2)]
    damage_file(kit.shown_path("local/files/events.sqlite"))
    showing = open_library(kit.folder)
    assert (showing.generation, showing.damaged, shown_versions(kit)) == (2, True, [("local", 1)])


def test_a_revoked_publisher_disappears_and_the_others_stay(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    inode = kit.shown_path(f"local/files/{PICTURE}").stat().st_ino
    removed = revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert [(pack.publisher, pack.version) for pack in removed] == [("room", 1)]
    showing = open_library(kit.folder)
    assert (showing.generation, showing.damaged, shown_versions(kit)) == (4, False, [("local", 2)])
    assert kit.shown_path(f"local/files/{PICTURE}").stat().st_ino == inode
    assert not kit.shown_path("room").exists()
    assert [root.publisher for root in read_trusted_roots(kit.folder)] == ["local"]
    assert read_status(kit.folder).log[-1][1:] == ("revoked", {"publisher": "room", "generation": 4})
    with refused("packs.unknown_publisher"):
        room.install(2)


def test_rollback_does_not_restore_a_revoked_publisher(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert [pack.publisher for pack in roll_back(kit.folder).packs] == ["local"]
    assert shown_versions(kit) == [("local", 1)]


def test_damage_does_not_restore_a_revoked_publisher(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    databases = {file.stat().st_ino: file for file in kit.folder.glob("gen/*/local/files/events.sqlite")}
    for file in databases.values():
        damage_file(file)
    with refused("library.empty"):
        open_library(kit.folder)


def test_recovery_does_not_restore_a_revoked_publisher(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    (kit.folder / "state.db").unlink()
    assert shown_versions(kit) == [("local", 2)]


def test_revoking_keeps_the_accepted_versions_of_the_others(kit: Kit, room: Room) -> None:
    room.install(1)
    kit.install(2)
    roll_back(kit.folder)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert shown_versions(kit) == [("local", 1)]
    with refused("packs.older", installed=2, offered=1):
        kit.install(1)
    kit.install(3)
    assert shown_versions(kit) == [("local", 3)]


def test_after_the_last_publisher_is_revoked_nothing_is_shown(kit: Kit) -> None:
    kit.install(2)
    assert [pack.version for pack in revoke(kit.folder, "local", DAY_AFTER_SIGNING)] == [2]
    with refused("library.empty"):
        open_library(kit.folder)
    with refused("library.nothing_before"):
        roll_back(kit.folder)
    assert list((kit.folder / "gen").iterdir()) == []
    add_root(kit.folder, kit.packs / "root.json")
    kit.install(1)
    assert shown_versions(kit) == [("local", 1)]


def test_revoking_a_publisher_without_a_pack_changes_no_generation(kit: Kit, room: Room) -> None:
    assert revoke(kit.folder, "room", DAY_AFTER_SIGNING) == ()
    assert open_library(kit.folder).generation == 1
    assert [root.publisher for root in read_trusted_roots(kit.folder)] == ["local"]


def test_a_second_call_finishes_an_interrupted_revocation(kit: Kit, room: Room) -> None:
    """The machine stops between the transaction and the removal of the root metadata."""
    room.install(1)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    add_root(kit.folder, room.packs / "root.json")
    assert shown_versions(kit) == [("local", 1)]
    assert revoke(kit.folder, "room", DAY_AFTER_SIGNING) == ()
    assert shown_versions(kit) == [("local", 1)]
    assert [one.publisher for one in read_trusted_roots(kit.folder)] == ["local"]


def test_revoking_an_unknown_publisher_is_refused(kit: Kit) -> None:
    before = kit.read_files()
    for name in ("nobody", "../trust/local", ""):
        with refused("library.not_trusted", publisher=name, known="local"):
            revoke(kit.folder, name, DAY_AFTER_SIGNING)
    assert kit.read_files() == before
    with State(kit.folder / "state.db") as state:
        assert state.trusted_pack("local")
