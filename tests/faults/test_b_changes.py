"""Fault catalogue, B13 and B14: a pack that changes while it is read."""

import os
from pathlib import Path

import pytest

from kiosk.base import limits
from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import verify_pack
from kiosk.packs.zip_container import ZipContainer
from tests.packs_builder import SIGNED_AT, PackPublisher, build_archive, refused

NOW = SIGNED_AT + limits.DAY


@pytest.fixture(scope="module")
def publisher() -> PackPublisher:
    """A publisher of one small pack."""
    return PackPublisher()


@pytest.fixture(scope="module")
def good(publisher: PackPublisher) -> bytes:
    """The bytes of that pack."""
    return build_archive(publisher.members())


def content_offset(pack: Path, member: str) -> int:
    """The offset of a member's content in a pack."""
    name = member.encode()
    return pack.read_bytes().index(name) + len(name)


def test_b13_a_file_changed_after_it_was_verified_is_refused(
    publisher: PackPublisher, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        found = verify_pack(pack, publisher.root, tmp_path / "state", NOW)
        with offered.open("r+b") as stick:
            stick.seek(content_offset(offered, found.database.member) + 100)
            stick.write(b"!")
        with refused("packs.changed"):
            pack.copy_target(found.database, tmp_path / "files")
    assert list((tmp_path / "files").iterdir()) == []


def test_b13_metadata_changed_after_the_directory_was_read_is_refused(
    publisher: PackPublisher, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        with offered.open("r+b") as stick:
            stick.seek(content_offset(offered, "metadata/timestamp.json") + 20)
            stick.write(b"!")
        with refused("packs.damaged", "packs.not_signed"):
            verify_pack(pack, publisher.root, tmp_path / "state", NOW)


def test_b13_a_header_changed_after_the_directory_was_read_is_refused(
    publisher: PackPublisher, good: bytes, offered: Path
) -> None:
    offered.write_bytes(good)
    with ZipContainer(offered) as container:
        with offered.open("r+b") as stick:
            stick.write(b"PK\3\4\0")
        with refused("packs.damaged"):
            container.read(next(iter(container.sizes)), limits.MIB)


def test_b14_a_file_that_shrinks_is_refused(
    publisher: PackPublisher, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        found = verify_pack(pack, publisher.root, tmp_path / "state", NOW)
        os.truncate(offered, content_offset(offered, found.database.member) + 100)
        with refused("packs.damaged"):
            pack.copy_target(found.database, tmp_path / "files")
    assert list((tmp_path / "files").iterdir()) == []


def test_b14_a_file_that_grows_is_read_as_verified(
    publisher: PackPublisher, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        found = verify_pack(pack, publisher.root, tmp_path / "state", NOW)
        with offered.open("ab") as stick:
            stick.write(good)
        saved = {
            target.name: pack.copy_target(target, tmp_path / "files").read_bytes() for target in found.targets
        }
    assert saved == publisher.files
