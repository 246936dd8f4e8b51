"""Tests an open pack: unverified contents, and copies of its files."""

import resource
from pathlib import Path

import pytest

from kiosk.packs.pack_file import Pack
from tests.open_files import count_open_files
from tests.packs_builder import LOCAL, MANIFEST, PackPublisher, refused, write_archive


@pytest.fixture
def publisher() -> PackPublisher:
    """A publisher whose next pack is number 7."""
    publisher = PackPublisher()
    publisher.version = 7
    return publisher


def test_unverified_contents_are_what_the_pack_claims(publisher: PackPublisher, tmp_path: Path) -> None:
    with Pack(publisher.pack(tmp_path / "x.kpack")) as pack:
        contents = pack.unverified_contents()
    assert (contents.publisher, contents.version, contents.manifest) == (LOCAL, 7, MANIFEST)
    assert {target.name: target.length for target in contents.targets} == {
        name: len(data) for name, data in publisher.files.items()
    }
    assert contents.database.name == "events.sqlite"
    assert contents.length == sum(map(len, publisher.files.values()))
    assert len(contents.short_id) == 7


def test_the_short_id_changes_with_the_content(publisher: PackPublisher, tmp_path: Path) -> None:
    with Pack(publisher.pack(tmp_path / "a")) as pack:
        before = pack.unverified_contents().short_id
    publisher.files["media/bridge.jpg"] += b"!"
    with Pack(publisher.pack(tmp_path / "b")) as pack:
        assert pack.unverified_contents().short_id != before


@pytest.mark.parametrize(
    "member", ["metadata/timestamp.json", "metadata/7.snapshot.json", "metadata/1.root.json"]
)
def test_a_pack_without_one_of_its_metadata_files_is_refused(
    publisher: PackPublisher, tmp_path: Path, member: str
) -> None:
    members = publisher.members()
    del members[member]
    with refused("packs.mixed"):
        Pack(write_archive(tmp_path / "x.kpack", members))


def test_a_refused_pack_is_closed(publisher: PackPublisher, tmp_path: Path) -> None:
    members = publisher.members()
    del members["metadata/timestamp.json"]
    path = write_archive(tmp_path / "x.kpack", members)
    before = count_open_files()
    for _ in range(5):
        with refused("packs.mixed"):
            Pack(path)
    assert count_open_files() <= before


def test_copying_never_overwrites(publisher: PackPublisher, tmp_path: Path) -> None:
    (tmp_path / "events.sqlite").write_bytes(b"mine")
    with Pack(publisher.pack(tmp_path / "x.kpack")) as pack, pytest.raises(FileExistsError):
        pack.copy_target(pack.unverified_contents().database, tmp_path)
    assert (tmp_path / "events.sqlite").read_bytes() == b"mine"


def test_on_a_full_disk_no_file_is_left(publisher: PackPublisher, tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Pack(publisher.pack(tmp_path / "x.kpack")) as pack:
        database = pack.unverified_contents().database
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limit[1]))
        try:
            with pytest.raises(OSError, match="large"):
                pack.copy_target(database, tmp_path / "files")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert list((tmp_path / "files").iterdir()) == []
