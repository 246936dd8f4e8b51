"""Fault catalogue, A1 to A14: only newer and genuine packs are accepted."""

import time
from pathlib import Path

import pytest
from tuf.api.metadata import Root

from kiosk.base import limits
from tests.packs_builder import (
    LOCAL,
    MANIFEST,
    PackPublisher,
    PackReader,
    generate_keys,
    refused,
    write_archive,
)


def test_a01_newer_pack_is_accepted(publisher: PackPublisher, kiosk: PackReader, offered: Path) -> None:
    publisher.version = 42
    publisher.files["media/new.png"] = b"\x89PNG\r\n\x1a\n"
    found = kiosk.offer(publisher.pack(offered))
    assert (found.version, found.already_accepted, found.publisher, found.manifest) == (
        42,
        False,
        LOCAL,
        MANIFEST,
    )
    assert {
        str(path.relative_to(kiosk.files)): path.read_bytes() for path in kiosk.files.rglob("*.*")
    } == publisher.files
    assert [path for path in kiosk.state.rglob("*") if path.is_symlink()] == []


def test_a02_same_pack_again_is_recognized(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    before = kiosk.stored_files()
    assert kiosk.offer(publisher.pack(offered)).already_accepted
    assert kiosk.stored_files() == before


def test_a02_another_pack_of_the_same_version_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.change_manifest(updated="2016-04-02")
    with refused("packs.same_number", version=41):
        kiosk.offer(publisher.pack(offered))


def test_a03_older_pack_is_refused(publisher: PackPublisher, kiosk: PackReader, offered: Path) -> None:
    publisher.version = 40
    with refused("packs.older", installed=41, offered=40):
        kiosk.offer(publisher.pack(offered))


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
def test_a04_a05_versions_that_do_not_match_are_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, versions: dict[str, int]
) -> None:
    publisher.versions = versions
    with refused("packs.mixed"):
        kiosk.offer(publisher.pack(offered))


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_a06_metadata_of_another_pack_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, role: str
) -> None:
    publisher.version = 42
    members = publisher.members()
    publisher.change_manifest(updated="2016-04-02")
    members[f"metadata/42.{role}.json"] = publisher.members()[f"metadata/42.{role}.json"]
    with refused("packs.mixed"):
        kiosk.offer(write_archive(offered, members))


def test_a07_a_file_of_another_pack_under_the_right_name_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    members = publisher.members()
    name = next(name for name in members if name.endswith(".events.sqlite"))
    members[name] = bytes(reversed(members[name]))
    before = kiosk.stored_files()
    with refused("packs.changed"):
        kiosk.offer(write_archive(offered, members))
    assert kiosk.stored_files() == before


@pytest.mark.parametrize("change", ["missing", "longer", "extra"])
def test_a07_files_that_are_not_those_listed_are_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, change: str
) -> None:
    publisher.version = 42
    members = publisher.members()
    name = next(name for name in members if name.endswith(".jpg"))
    if change == "missing":
        del members[name]
    elif change == "longer":
        members[name] += b"\0"
    else:
        members[name.replace("bridge", "other")] = members[name]
    with refused("packs.mixed"):
        kiosk.offer(write_archive(offered, members))


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a08_unknown_key_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, role: str
) -> None:
    publisher.version = 42
    publisher.signers[role] = generate_keys(1)
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))


def test_a08_publisher_with_our_name_and_other_keys_is_refused(kiosk: PackReader, offered: Path) -> None:
    stranger = PackPublisher()
    stranger.version = 42
    with refused("packs.not_signed"):
        kiosk.offer(stranger.pack(offered))


def test_a10_root_signed_by_one_of_two_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    publisher.rotate_keys(signed_by=publisher.root_keys[:1])
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))


def test_a10_root_that_lowers_its_own_threshold_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def lower(root: Root) -> None:
        root.roles[Root.type].threshold = 1

    publisher.version = 42
    publisher.rotate_keys(signed_by=publisher.root_keys[:1], edit=lower)
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))


def test_a11_gap_in_the_chain_of_roots_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    publisher.rotate_keys()
    publisher.rotate_keys()
    members = publisher.members()
    del members["metadata/2.root.json"]
    with refused("packs.mixed"):
        kiosk.offer(write_archive(offered, members))


def test_a11_root_that_skips_a_number_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def skip(root: Root) -> None:
        root.version = 3

    publisher.version = 42
    publisher.rotate_keys(edit=skip)
    with refused("packs.mixed"):
        kiosk.offer(publisher.pack(offered))


def test_a12_new_keys_are_accepted_and_old_ones_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    old = publisher.publisher_keys[0]
    publisher.version = 42
    publisher.rotate_keys(publisher_keys=generate_keys(2), root_keys=generate_keys(3))
    assert kiosk.offer(publisher.pack(offered)).version == 42
    assert (kiosk.state / "root_history" / "2.root.json").read_bytes() == publisher.roots[1]
    publisher.version = 43
    publisher.signers = {role: [old] for role in ("timestamp", "snapshot", "targets")}
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))
    publisher.signers, publisher.roots = {}, publisher.roots[:1]
    with refused("packs.not_signed"):
        publisher.publisher_keys = [old]
        kiosk.offer(publisher.pack(offered))


def test_a13_many_roots_are_bounded(publisher: PackPublisher, kiosk: PackReader, offered: Path) -> None:
    publisher.version = 42
    while len(publisher.roots) < limits.ROOTS:
        publisher.rotate_keys()
    assert kiosk.offer(publisher.pack(offered)).version == 42
    while len(publisher.roots) < 300:
        publisher.rotate_keys()
    started = time.monotonic()
    with refused("packs.mixed"):
        kiosk.offer(publisher.pack(offered))
    assert time.monotonic() - started < 2


def test_a14_recovery_from_a_stolen_key_that_used_up_the_versions(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 2**31
    kiosk.offer(publisher.pack(offered))
    publisher.version = 42
    with refused("packs.older"):
        kiosk.offer(publisher.pack(offered))
    publisher.rotate_keys(publisher_keys=generate_keys(2))
    assert kiosk.offer(publisher.pack(offered)).version == 42
