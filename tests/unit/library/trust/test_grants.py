"""Rights are granted by whoever trusts: the first root metadata, then what staff allow."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.library.allow_rights import allow_rights
from kiosk.library.install import install
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.library.trust.grants import read_grant, write_grant
from kiosk.library.trust.trusted_roots import TrustedRoot, add_root, read_trusted_roots
from kiosk.packs.publisher import RIGHTS_FIELD, Publisher
from kiosk.programme.shown_programme import open_library
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit
from tests.packs_builder import PackPublisher, refused
from tests.unit.library.corner_publisher import (
    CHESS,
    CORNER_PUBLISHER,
    GREEDY,
    CornerKit,
    claim,
    shown_versions,
    trusted_room,
)
from tests.unit.store.sample import ALMATY
from tests.unit.viewmodels.sessions import database_with_events


def rights(root: TrustedRoot) -> tuple[object, ...]:
    return root.hosts, root.venues, root.themes, root.rank


BEFORE = (CORNER_PUBLISHER.hosts, CORNER_PUBLISHER.venues, CORNER_PUBLISHER.themes, 10)


def test_j02_a_pack_within_the_grant_is_installed_and_the_claim_for_more_is_named(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    claim(corner_kit, GREEDY)
    done = corner_kit.install(1)
    assert shown_versions(kit) == [("local", 1), ("room", 1)]
    assert done.pack.rank == 10
    assert done.request
    assert [right.kind for right in done.request.wanted_rights()] == ["hosts", "venues", "themes", "rank"]
    assert rights(trusted_room(kit)) == BEFORE
    assert trusted_room(kit).request == done.request
    again = corner_kit.install(1)
    assert (again.already_shown, again.pack, again.request) == (True, done.pack, done.request)


@pytest.mark.parametrize(
    ("change", "code", "detail"),
    [
        ({"theme": "friendship"}, "packs.not_granted_theme", {"event": "chess", "theme": "friendship"}),
        ({"places": (ALMATY,)}, "packs.not_granted_venue", {"event": "chess", "venue": "almaty"}),
        ({"host": "evil.example"}, "packs.not_granted_host", {"host": "evil.example"}),
    ],
    ids=["theme", "venue", "host"],
)
def test_j02_a_pack_beyond_the_grant_is_refused_until_staff_allow_it(
    kit: LibraryKit, corner_kit: CornerKit, change: dict[str, object], code: str, detail: dict[str, object]
) -> None:
    claim(corner_kit, GREEDY)
    corner_kit.pack(1)
    if host := change.get("host"):
        corner_kit.publisher.change_manifest(hosts=("room.example.org", host))
    else:
        event = replace(CHESS, registration=None, media=(), **change)  # type: ignore[arg-type]
        corner_kit.publisher.files["events.sqlite"] = database_with_events(event)
    pack = corner_kit.publisher.pack(corner_kit.packs / "more.kpack")
    before = kit.read_files()
    with refused(code, publisher="The Room", id="room", **detail):
        install(kit.folder, pack, clock=DAY_AFTER_SIGNING, reserve=0)
    assert kit.read_files() == before
    allow_rights(kit.folder, "room", pack, clock=DAY_AFTER_SIGNING)
    done = install(kit.folder, pack, clock=DAY_AFTER_SIGNING, reserve=0)
    assert (done.request, done.pack.rank) == (None, 0)


def test_j02_narrower_rights_count_by_themselves_and_return_within_the_grant(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    claim(corner_kit, replace(CORNER_PUBLISHER, rank=20, themes=()))
    with refused("packs.rights_theme"):
        corner_kit.install(1)
    claim(corner_kit, replace(CORNER_PUBLISHER, rank=20))
    assert corner_kit.install(1).pack.rank == 20
    claim(corner_kit, CORNER_PUBLISHER)
    done = corner_kit.install(2)
    assert (done.pack.rank, done.request) == (10, None)


def test_j02_a_grant_survives_a_lost_state_and_a_rollback(kit: LibraryKit, corner_kit: CornerKit) -> None:
    claim(corner_kit, GREEDY)
    corner_kit.install(1)
    (kit.folder / "state.db").unlink()
    assert shown_versions(kit) == [("local", 1), ("room", 1)]
    allow_rights(kit.folder, "room")
    corner_kit.install(2)
    (kit.folder / "state.db").unlink()
    assert open_library(kit.folder).packs[1].rank == 0
    roll_back(kit.folder)
    assert rights(trusted_room(kit)) == (GREEDY.hosts, GREEDY.venues, GREEDY.themes, 0)


def test_j02_only_the_request_that_staff_have_read_is_allowed(kit: LibraryKit, corner_kit: CornerKit) -> None:
    claim(corner_kit, replace(CORNER_PUBLISHER, rank=9))
    request = corner_kit.install(1).request
    assert request
    claim(corner_kit, GREEDY)
    corner_kit.install(2)
    with refused("rights.other_request", publisher="The Room"):
        allow_rights(kit.folder, "room", digest=request.digest)
    assert rights(trusted_room(kit)) == BEFORE
    with refused("rights.other_publisher", publisher="local", file="3.kpack"):
        allow_rights(kit.folder, "local", corner_kit.pack(3), clock=DAY_AFTER_SIGNING)
    with refused("rights.nothing_asked", publisher="Test Publisher"):
        allow_rights(kit.folder, "local")
    with refused("library.not_trusted", publisher="nobody", known="local, room"):
        allow_rights(kit.folder, "nobody")
    with refused("library.not_trusted", publisher="nobody", known="–"):
        allow_rights(kit.folder / "none", "nobody")


def test_j02_trust_that_is_removed_takes_the_grant_along(kit: LibraryKit, corner_kit: CornerKit) -> None:
    claim(corner_kit, GREEDY)
    corner_kit.install(1)
    allow_rights(kit.folder, "room")
    grant = LibraryPaths(kit.folder).grant("room")
    kept = grant.read_bytes()
    revoke(kit.folder, "room")
    assert not grant.exists()
    grant.write_bytes(kept)  # as if the machine had stopped in between
    add_root(kit.folder, corner_kit.packs / "root.json")
    assert rights(trusted_room(kit)) == BEFORE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        json.dumps({"format": 2}).encode(),
        json.dumps({"format": 1, "root": 7}).encode(),
    ],
)
def test_j02_with_a_damaged_grant_only_the_first_rights_count(
    kit: LibraryKit, corner_kit: CornerKit, content: bytes
) -> None:
    claim(corner_kit, GREEDY)
    corner_kit.install(1)
    allow_rights(kit.folder, "room")
    shown = shown_versions(kit)
    LibraryPaths(kit.folder).grant("room").write_bytes(content)
    assert trusted_room(kit).is_grant_damaged
    assert rights(trusted_room(kit)) == BEFORE
    assert shown_versions(kit) == shown
    allow_rights(kit.folder, "room")
    assert not trusted_room(kit).is_grant_damaged


def test_j02_a_grant_that_is_a_link_or_of_another_publisher_does_not_count(
    kit: LibraryKit, corner_kit: CornerKit, tmp_path: Path
) -> None:
    paths, root = LibraryPaths(kit.folder), corner_kit.publisher.root
    grant = paths.grant("room")
    assert read_grant(paths, root) == (CORNER_PUBLISHER, False)
    grant.symlink_to(tmp_path / "nowhere")
    assert read_grant(paths, root) == (CORNER_PUBLISHER, True)
    grant.unlink()
    write_grant(paths, root, GREEDY)
    assert read_grant(paths, root) == (GREEDY, False)
    grant.rename(tmp_path / "elsewhere")
    grant.symlink_to(tmp_path / "elsewhere")
    assert read_grant(paths, root) == (CORNER_PUBLISHER, True)
    grant.unlink()
    fields = json.loads((tmp_path / "elsewhere").read_bytes())
    fields[RIGHTS_FIELD]["publisher"] = "local"
    grant.write_text(json.dumps(fields))
    assert read_grant(paths, root) == (CORNER_PUBLISHER, True)
    fields["root"] = "0" * 64
    grant.write_text(json.dumps(fields))
    assert read_grant(paths, root) == (CORNER_PUBLISHER, False)


def test_j02_another_name_is_asked_for_like_a_right(kit: LibraryKit, corner_kit: CornerKit) -> None:
    claim(corner_kit, replace(CORNER_PUBLISHER, name="The Embassy"))
    corner_kit.install(1)
    assert trusted_room(kit).name == "The Room"
    allow_rights(kit.folder, "room")
    assert trusted_room(kit).name == "The Embassy"
    claim(corner_kit, replace(CORNER_PUBLISHER, name="Test Publish\u0435r"))
    corner_kit.install(2)
    with refused("library.name_alike", id="local"):
        allow_rights(kit.folder, "room")
    assert trusted_room(kit).name == "The Embassy"


def test_j02_an_unattended_installation_waits_for_staff(kit: LibraryKit, corner_kit: CornerKit) -> None:
    claim(corner_kit, GREEDY)
    with refused("packs.waits", publisher="The Room"):
        install(kit.folder, corner_kit.pack(1), clock=DAY_AFTER_SIGNING, reserve=0, unattended=True)
    assert shown_versions(kit) == [("local", 1)]


@pytest.mark.parametrize(
    "name", ["Test Publisher", "T\u0435st Publisher", "TEST  publisher", "Test-Publlsher"]
)
def test_j03_a_name_that_looks_like_a_trusted_one_is_refused(
    kit: LibraryKit, tmp_path: Path, name: str
) -> None:
    root = tmp_path / "other.json"
    root.write_bytes(PackPublisher(Publisher("another", name)).root)
    with refused("library.name_alike", name=name, other="Test Publisher", id="local"):
        add_root(kit.folder, root)
    assert [trusted.publisher for trusted in read_trusted_roots(kit.folder)] == ["local"]


def test_j03_a_name_that_cannot_be_seen_is_refused(kit: LibraryKit, tmp_path: Path) -> None:
    root = tmp_path / "other.json"
    root.write_bytes(PackPublisher(Publisher("another", "\u2800\u3164")).root)
    with refused("library.name_blank", publisher="another"):
        add_root(kit.folder, root)


def test_j03_names_alike_that_are_trusted_already_are_shown_with_their_fingerprints(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    """As in a library of an earlier program."""
    other = PackPublisher(replace(CORNER_PUBLISHER, id="another", name="Th\u0435 Room"))
    (kit.folder / "trust/another.root.json").write_bytes(other.root)
    names = {root.publisher: (root.name, root.fingerprint) for root in read_trusted_roots(kit.folder)}
    assert names["local"][0] == "Test Publisher"
    assert names["room"][0] == f"The Room ({names['room'][1]})"
    assert names["another"][0] == f"Th\u0435 Room ({names['another'][1]})"
    assert all(root.is_ambiguous == (root.publisher != "local") for root in read_trusted_roots(kit.folder))


def test_a_grant_can_be_read_by_people(kit: LibraryKit, corner_kit: CornerKit) -> None:
    paths, root = LibraryPaths(kit.folder), corner_kit.publisher.root
    write_grant(paths, root, replace(CORNER_PUBLISHER, name="Бөлме"))
    assert paths.grant("room").read_text("utf-8").splitlines()[:6] == [
        "{",
        '  "format": 1,',
        f'  "root": "{sha256(root).hexdigest()}",',
        f'  "{RIGHTS_FIELD}": {{',
        '    "publisher": "room",',
        '    "name": "Бөлме",',
    ]
