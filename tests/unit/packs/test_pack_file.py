"""An open pack: its claims, and taking files out of it."""

import resource
from pathlib import Path

import pytest

from kiosk.packs.pack_file import Pack
from tests.packs_builder import LOCAL, MANIFEST, Publishing, refused, write


@pytest.fixture
def shop() -> Publishing:
    """A publisher whose next pack is number 7."""
    shop = Publishing()
    shop.version = 7
    return shop


def test_claims_are_what_the_pack_says(shop: Publishing, tmp_path: Path) -> None:
    with Pack(shop.pack(tmp_path / "x.kpack")) as pack:
        claims = pack.unverified_contents()
    assert (claims.publisher, claims.version, claims.manifest) == (LOCAL, 7, MANIFEST)
    assert {target.name: target.length for target in claims.targets} == {
        name: len(data) for name, data in shop.files.items()
    }
    assert claims.database.name == "events.sqlite"
    assert claims.length == sum(map(len, shop.files.values()))
    assert len(claims.short_id) == 7


def test_the_short_id_changes_with_the_content(shop: Publishing, tmp_path: Path) -> None:
    with Pack(shop.pack(tmp_path / "a")) as pack:
        before = pack.unverified_contents().short_id
    shop.files["media/bridge.jpg"] += b"!"
    with Pack(shop.pack(tmp_path / "b")) as pack:
        assert pack.unverified_contents().short_id != before


@pytest.mark.parametrize(
    "member", ["metadata/timestamp.json", "metadata/7.snapshot.json", "metadata/1.root.json"]
)
def test_a_pack_without_one_of_its_parts_is_refused(shop: Publishing, tmp_path: Path, member: str) -> None:
    members = shop.members()
    del members[member]
    with refused("packs.mixed"):
        Pack(write(tmp_path / "x.kpack", members))


def test_a_refused_pack_is_closed(shop: Publishing, tmp_path: Path) -> None:
    members = shop.members()
    del members["metadata/timestamp.json"]
    path = write(tmp_path / "x.kpack", members)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with refused("packs.mixed"):
            Pack(path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_saving_never_overwrites(shop: Publishing, tmp_path: Path) -> None:
    (tmp_path / "events.sqlite").write_bytes(b"mine")
    with Pack(shop.pack(tmp_path / "x.kpack")) as pack, pytest.raises(FileExistsError):
        pack.extract(pack.unverified_contents().database, tmp_path)
    assert (tmp_path / "events.sqlite").read_bytes() == b"mine"


def test_nothing_is_left_when_the_disk_takes_no_more(shop: Publishing, tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Pack(shop.pack(tmp_path / "x.kpack")) as pack:
        database = pack.unverified_contents().database
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limit[1]))
        try:
            with pytest.raises(OSError, match="large"):
                pack.extract(database, tmp_path / "files")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert list((tmp_path / "files").iterdir()) == []
