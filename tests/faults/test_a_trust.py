"""Fault catalogue, A1 to A14: whatever is offered, only what is newer and genuine gets in."""

import time
from pathlib import Path

import pytest
from tuf.api.metadata import Root

from kiosk.base import limits
from tests.packs_builder import LOCAL, MANIFEST, PackReader, Publishing, keys, refused, write


def test_a01_newer_pack_is_accepted(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    shop.version = 42
    shop.files["media/new.png"] = b"\x89PNG\r\n\x1a\n"
    found = kiosk.offer(shop.pack(offered))
    assert (found.version, found.already_accepted, found.publisher, found.manifest) == (
        42,
        False,
        LOCAL,
        MANIFEST,
    )
    assert {
        str(path.relative_to(kiosk.files)): path.read_bytes() for path in kiosk.files.rglob("*.*")
    } == shop.files
    assert [path for path in kiosk.state.rglob("*") if path.is_symlink()] == []


def test_a02_same_pack_again_is_recognized(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    before = kiosk.remembered()
    assert kiosk.offer(shop.pack(offered)).already_accepted
    assert kiosk.remembered() == before


def test_a02_another_pack_of_the_same_number_is_refused(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    shop.describe(updated="2016-04-02")
    with refused("packs.same_number", version=41):
        kiosk.offer(shop.pack(offered))


def test_a03_older_pack_is_refused(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    shop.version = 40
    with refused("packs.older", installed=41, offered=40):
        kiosk.offer(shop.pack(offered))


@pytest.mark.parametrize(
    "versions",
    [
        {"timestamp": 42, "snapshot": 40, "targets": 40},
        {"timestamp": 42, "snapshot": 40, "targets": 42},
        {"timestamp": 42, "snapshot": 41, "targets": 41},
        {"timestamp": 42, "snapshot": 42, "targets": 40},
        {"timestamp": 43, "snapshot": 42, "targets": 42},
    ],
    ids=str,
)
def test_a04_a05_numbers_that_differ_are_refused(
    shop: Publishing, kiosk: PackReader, offered: Path, versions: dict[str, int]
) -> None:
    shop.versions = versions
    with refused("packs.mixed"):
        kiosk.offer(shop.pack(offered))


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_a06_metadata_of_another_pack_is_refused(
    shop: Publishing, kiosk: PackReader, offered: Path, role: str
) -> None:
    shop.version = 42
    members = shop.members()
    shop.describe(updated="2016-04-02")
    members[f"metadata/42.{role}.json"] = shop.members()[f"metadata/42.{role}.json"]
    with refused("packs.mixed"):
        kiosk.offer(write(offered, members))


def test_a07_a_file_of_another_pack_under_the_right_name_is_refused(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    shop.version = 42
    members = shop.members()
    name = next(name for name in members if name.endswith(".events.sqlite"))
    members[name] = bytes(reversed(members[name]))
    before = kiosk.remembered()
    with refused("packs.changed"):
        kiosk.offer(write(offered, members))
    assert kiosk.remembered() == before


@pytest.mark.parametrize("change", ["missing", "longer", "extra"])
def test_a07_files_that_are_not_those_listed_are_refused(
    shop: Publishing, kiosk: PackReader, offered: Path, change: str
) -> None:
    shop.version = 42
    members = shop.members()
    name = next(name for name in members if name.endswith(".jpg"))
    if change == "missing":
        del members[name]
    elif change == "longer":
        members[name] += b"\0"
    else:
        members[name.replace("bridge", "other")] = members[name]
    with refused("packs.mixed"):
        kiosk.offer(write(offered, members))


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a08_unknown_key_is_refused(shop: Publishing, kiosk: PackReader, offered: Path, role: str) -> None:
    shop.version = 42
    shop.signers[role] = keys(1)
    with refused("packs.not_signed"):
        kiosk.offer(shop.pack(offered))


def test_a08_publisher_with_our_name_and_other_keys_is_refused(kiosk: PackReader, offered: Path) -> None:
    stranger = Publishing()
    stranger.version = 42
    with refused("packs.not_signed"):
        kiosk.offer(stranger.pack(offered))


def test_a10_root_signed_by_one_of_two_is_refused(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    shop.version = 42
    shop.rotate(signed_by=shop.root_keys[:1])
    with refused("packs.not_signed"):
        kiosk.offer(shop.pack(offered))


def test_a10_root_that_lowers_its_own_threshold_is_refused(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    def lower(root: Root) -> None:
        root.roles[Root.type].threshold = 1

    shop.version = 42
    shop.rotate(signed_by=shop.root_keys[:1], edit=lower)
    with refused("packs.not_signed"):
        kiosk.offer(shop.pack(offered))


def test_a11_gap_in_the_chain_of_roots_is_refused(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    shop.version = 42
    shop.rotate()
    shop.rotate()
    members = shop.members()
    del members["metadata/2.root.json"]
    with refused("packs.mixed"):
        kiosk.offer(write(offered, members))


def test_a11_root_that_skips_a_number_is_refused(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    def skip(root: Root) -> None:
        root.version = 3

    shop.version = 42
    shop.rotate(edit=skip)
    with refused("packs.mixed"):
        kiosk.offer(shop.pack(offered))


def test_a12_new_keys_are_accepted_and_the_old_ones_no_more(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    old = shop.publisher_keys[0]
    shop.version = 42
    shop.rotate(publisher_keys=keys(2), root_keys=keys(3))
    assert kiosk.offer(shop.pack(offered)).version == 42
    assert (kiosk.state / "root_history" / "2.root.json").read_bytes() == shop.roots[1]
    shop.version = 43
    shop.signers = {role: [old] for role in ("timestamp", "snapshot", "targets")}
    with refused("packs.not_signed"):
        kiosk.offer(shop.pack(offered))
    shop.signers, shop.roots = {}, shop.roots[:1]
    with refused("packs.not_signed"):
        shop.publisher_keys = [old]
        kiosk.offer(shop.pack(offered))


def test_a13_many_roots_are_bounded(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    shop.version = 42
    while len(shop.roots) < limits.ROOTS:
        shop.rotate()
    assert kiosk.offer(shop.pack(offered)).version == 42
    while len(shop.roots) < 300:
        shop.rotate()
    started = time.monotonic()
    with refused("packs.mixed"):
        kiosk.offer(shop.pack(offered))
    assert time.monotonic() - started < 2


def test_a14_recovery_from_a_stolen_key_that_used_up_the_numbers(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    shop.version = 2**31
    kiosk.offer(shop.pack(offered))
    shop.version = 42
    with refused("packs.older"):
        kiosk.offer(shop.pack(offered))
    shop.rotate(publisher_keys=keys(2))
    assert kiosk.offer(shop.pack(offered)).version == 42
