"""Signing a pack: a kiosk accepts it with the same files, and the same input gives the same bytes."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.authoring.keys import key_folder
from kiosk.base import limits
from kiosk.packs.publisher import Publisher
from tests.packs_builder import FILES, LOCAL, MANIFEST, PackPublisher, PackReader, refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new keys folder."""
    key_folder.create_key_folder(tmp_path / "keys", LOCAL, datetime(2016, 4, 1, tzinfo=UTC))
    return tmp_path / "keys"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The files of a pack, by target name."""
    (tmp_path / "source").mkdir()
    paths = {name: tmp_path / "source" / name.replace("/", "-") for name in FILES}
    for name, path in paths.items():
        path.write_bytes(FILES[name])
    return paths


def test_a_signed_pack_is_accepted_by_a_kiosk(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    signed = sign_pack(files, MANIFEST, folder, 3, tmp_path / "out.kpack")
    reader = PackReader(tmp_path / "kiosk", (folder / "root.json").read_bytes())
    assert reader.offer(tmp_path / "out.kpack") == signed
    assert (signed.version, signed.manifest, signed.publisher) == (3, MANIFEST, LOCAL)
    assert {name: (reader.files / name).read_bytes() for name in files} == FILES


def test_the_same_input_gives_the_same_bytes(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    sign_pack(files, MANIFEST, folder, 3, tmp_path / "a.kpack")
    for path in files.values():
        os.utime(path, (1, 1))
        path.chmod(0o600)
    sign_pack(dict(reversed(files.items())), MANIFEST, folder, 3, tmp_path / "b.kpack")
    assert (tmp_path / "a.kpack").read_bytes() == (tmp_path / "b.kpack").read_bytes()


def test_after_a_key_rotation_packs_contain_all_root_metadata(
    folder: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    publisher = PackPublisher()
    (folder / "root.json").write_bytes(publisher.root)
    publisher.rotate_keys()
    (folder / "2.root.json").write_bytes(publisher.roots[1])
    (folder / "publisher-1.pem").write_bytes(publisher.publisher_keys[0].private_bytes)
    sign_pack(files, MANIFEST, folder, 1, tmp_path / "out.kpack")
    reader = PackReader(tmp_path / "kiosk", publisher.root)
    reader.offer(tmp_path / "out.kpack")
    assert (reader.state / "root_history" / "2.root.json").read_bytes() == publisher.roots[1]


def test_a_newer_pack_is_not_overwritten_by_an_older_one(
    folder: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out.kpack"
    sign_pack(files, MANIFEST, folder, 2, out)
    before = out.read_bytes()
    with refused("keys.newer", there=2, version=1):
        sign_pack(files, MANIFEST, folder, 1, out)
    assert out.read_bytes() == before
    sign_pack(files, replace(MANIFEST, updated="2016-04-02"), folder, 2, out)
    assert out.read_bytes() != before
    assert sign_pack(files, MANIFEST, folder, 1, tmp_path / "other.kpack").version == 1


def test_any_other_existing_file_is_overwritten(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    other = PackPublisher(Publisher("other", "Other", LOCAL.hosts))
    other.version = 9
    for path in (other.pack(tmp_path / "other.kpack"), tmp_path / "unfinished.kpack"):
        if not path.exists():
            path.write_bytes(b"PK\3\4")
        assert sign_pack(files, MANIFEST, folder, 1, path).version == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("media/Bridge.jpg", b"x", "packs.name"),
        ("bridge.jpg", b"x", "packs.name"),
        ("media/empty.jpg", b"", "packs.too_long"),
        ("media/long.jpg", bytes(limits.PICTURE_BYTES + 1), "packs.too_long"),
    ],
    ids=["case", "folder", "empty", "long"],
)
def test_an_invalid_file_is_refused_and_nothing_is_written(
    folder: Path, files: dict[str, Path], tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / "source" / "extra").write_bytes(content)
    with refused(code, name=name):
        sign_pack(files | {name: tmp_path / "source" / "extra"}, MANIFEST, folder, 1, tmp_path / "out.kpack")
    assert list(tmp_path.glob("out*")) == []


def test_a_pack_without_a_programme_is_refused(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    del files["events.sqlite"]
    with refused("packs.no_database"):
        sign_pack(files, MANIFEST, folder, 1, tmp_path / "out.kpack")


def test_links_beyond_the_rights_of_the_publisher_are_refused(
    folder: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    with refused("packs.rights"):
        sign_pack(files, replace(MANIFEST, hosts=("example.org",)), folder, 1, tmp_path / "out.kpack")


def test_an_invalid_manifest_is_refused(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    with refused("packs.field", field="title"):
        sign_pack(files, replace(MANIFEST, title={}), folder, 1, tmp_path / "out.kpack")
    with refused("packs.field", field="version"):
        sign_pack(files, MANIFEST, folder, 0, tmp_path / "out.kpack")


def test_a_failed_write_leaves_no_file(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "out.kpack").mkdir()
    with pytest.raises(OSError, match="directory"):
        sign_pack(files, MANIFEST, folder, 1, tmp_path / "out.kpack")
    assert [path.name for path in tmp_path.glob("out*")] == ["out.kpack"]


def test_damaged_root_metadata_is_an_error(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    (folder / "root.json").write_bytes(b"{}")
    with refused("packs.root"):
        sign_pack(files, MANIFEST, folder, 1, tmp_path / "out.kpack")
