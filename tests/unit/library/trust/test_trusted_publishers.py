"""Publishers that are ambiguous, damaged, unknown, or of one Corner."""

from dataclasses import replace

from kiosk.base.limits import MAX_RANK
from kiosk.library.allow_rights import allow_rights
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.trust.trusted_publishers import read_trusted_publishers
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.publisher import Publisher
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit
from tests.packs_builder import PackPublisher, refused
from tests.unit.library.corner_publisher import CORNER_PUBLISHER, GREEDY, CornerKit, claim, trusted_room


def test_who_is_ambiguous_asks_and_is_allowed_under_its_name_with_the_fingerprint(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    other = PackPublisher(replace(CORNER_PUBLISHER, id="another", name="Th\u0435 Room"))
    (kit.folder / "trust/another.root.json").write_bytes(other.root)
    label = f"The Room ({fingerprint(corner_kit.publisher.root)})"
    claim(corner_kit, replace(CORNER_PUBLISHER, name="The Hall", rank=9))
    done = corner_kit.install(1)
    asked = trusted_room(kit).request
    assert done.request and asked
    assert done.request.label == asked.label == label
    with refused("rights.other_request", publisher=label):
        allow_rights(kit.folder, "room", digest="0" * 16)
    assert allow_rights(kit.folder, "room", digest=asked.digest).label == label
    assert trusted_room(kit).name == "The Hall"


def test_a_pack_for_one_corner_is_allowed_there(kit: LibraryKit, corner_kit: CornerKit) -> None:
    claim(corner_kit, GREEDY)
    corner_kit.publisher.change_manifest(corners=("almaty",))
    pack = corner_kit.pack(1)
    with refused("packs.corner"):
        allow_rights(kit.folder, "room", pack, clock=DAY_AFTER_SIGNING)
    request = allow_rights(kit.folder, "room", pack, corner="almaty", clock=DAY_AFTER_SIGNING)
    assert (request.granted, request.claimed) == (CORNER_PUBLISHER, GREEDY)


def test_a_publisher_with_damaged_root_metadata_has_no_rights_and_keeps_its_id(kit: LibraryKit) -> None:
    (kit.folder / "trust/local.root.json").write_bytes(b"x")
    (trusted,) = read_trusted_publishers(LibraryPaths(kit.folder)).values()
    assert trusted.grant == Publisher("local", "local", (), (), (), MAX_RANK)
    assert (trusted.label, trusted.root, trusted.is_grant_damaged) == ("local", b"x", False)


def test_an_unknown_signer_is_named_with_the_fingerprint_of_its_first_root(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    claim(corner_kit, replace(CORNER_PUBLISHER, name="The Hall"))
    (kit.folder / "trust/room.root.json").unlink()
    first = fingerprint(corner_kit.publisher.root)
    with refused("packs.unknown_publisher", publisher="The Hall", fingerprint=first):
        corner_kit.install(1)
