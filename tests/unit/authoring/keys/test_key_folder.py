"""A publisher's keys folder."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root

from kiosk.authoring.keys import key_folder
from kiosk.authoring.keys.key_file import KeyReader
from kiosk.packs.publisher import Publisher
from kiosk.packs.verification import verify_root
from tests.packs_builder import LOCAL, refused

AT = datetime(2016, 4, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new keys folder."""
    key_folder.create_key_folder(tmp_path / "keys", LOCAL, AT)
    return tmp_path / "keys"


def test_a_keys_folder_has_five_private_keys_and_root_metadata(folder: Path) -> None:
    secret = [*(f"root-{number}.pem" for number in (1, 2, 3)), "publisher-1.pem", "publisher-2.pem"]
    assert {path.name for path in folder.iterdir()} == {*secret, "root.json"}
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in secret} == {0o600}
    assert stat.S_IMODE((folder / "root.json").stat().st_mode) == 0o644
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_thresholds_are_two_of_three_root_keys_and_one_publisher_key(folder: Path) -> None:
    data = (folder / "root.json").read_bytes()
    root = Metadata[Root].from_bytes(data).signed
    assert verify_root(data) == LOCAL
    assert {role: (len(of.keyids), of.threshold) for role, of in root.roles.items()} == {
        "root": (3, 2),
        "targets": (2, 1),
        "snapshot": (2, 1),
        "timestamp": (2, 1),
    }
    assert not set(root.roles["root"].keyids) & set(root.roles["targets"].keyids)
    assert (root.expires - AT).days == 3652
    assert root.consistent_snapshot


def test_keys_are_never_overwritten(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with refused("keys.exists", folder=str(folder)):
        key_folder.create_key_folder(folder, LOCAL, AT)
    with refused("keys.exists"):
        key_folder.create_key_folder(folder / "root.json", LOCAL, AT)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("publisher", "code"),
    [
        (Publisher("US Mission", "x"), "keys.publisher"),
        (Publisher("", "x"), "keys.publisher"),
        (Publisher("x", ""), "keys.name"),
        (Publisher("x", "two\nlines"), "keys.name"),
        (Publisher("x", "x" * 121), "keys.name"),
        (Publisher("x", "x", ("https://kz.usembassy.gov/",)), "keys.host"),
    ],
)
def test_no_keys_are_created_for_an_invalid_publisher(
    tmp_path: Path, publisher: Publisher, code: str
) -> None:
    with refused(code):
        key_folder.create_key_folder(tmp_path / "keys", publisher, AT)
    assert not (tmp_path / "keys").exists()


def test_the_spare_key_signs_when_the_first_is_missing(folder: Path) -> None:
    root = Metadata[Root].from_bytes((folder / "root.json").read_bytes()).signed
    first = key_folder.find_publisher_key(folder, root, KeyReader()).public_key.keyid
    (folder / "publisher-1.pem").unlink()
    assert key_folder.find_publisher_key(folder, root, KeyReader()).public_key.keyid != first
    (folder / "publisher-2.pem").rename(folder / "other.pem")
    with refused("keys.no_key"):
        key_folder.find_publisher_key(folder, root, KeyReader())


def test_a_key_that_the_root_metadata_does_not_list_is_skipped(folder: Path, tmp_path: Path) -> None:
    key_folder.create_key_folder(tmp_path / "others", LOCAL, AT)
    (tmp_path / "others" / "publisher-1.pem").replace(folder / "publisher-1.pem")
    root = Metadata[Root].from_bytes((folder / "root.json").read_bytes()).signed
    known = KeyReader().read_signer(folder / "publisher-2.pem").public_key.keyid
    assert key_folder.find_publisher_key(folder, root, KeyReader()).public_key.keyid == known


@pytest.mark.parametrize(
    "content", [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]
)
def test_an_unreadable_key_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "publisher-1.pem").write_bytes(content)
    with refused("keys.unreadable", file=str(tmp_path / "publisher-1.pem")):
        KeyReader().read_signer(tmp_path / "publisher-1.pem")


def test_a_folder_without_root_metadata_is_no_keys_folder(tmp_path: Path) -> None:
    with refused("keys.no_folder", folder=str(tmp_path)):
        key_folder.read_root_chain(tmp_path)


def test_the_root_chain_is_in_order_of_versions(folder: Path) -> None:
    for name in ("2.root.json", "3.root.json", "5.root.json"):
        (folder / name).write_bytes(name.encode())
    assert key_folder.read_root_chain(folder)[1:] == [b"2.root.json", b"3.root.json"]
