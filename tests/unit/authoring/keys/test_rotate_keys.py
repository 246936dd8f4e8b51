"""Reading a keyring, and replacing keys in a keys folder."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root

from kiosk.authoring.keys import key_folder
from kiosk.authoring.keys.key_file import KeyReader
from kiosk.authoring.keys.keyring import PUBLISHER, ROOT, read_keyring
from kiosk.authoring.keys.rotate_keys import RootUpdate, rotate_keys
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.verification import verify_root
from tests.packs_builder import LOCAL, refused

AT, LATER = datetime(2016, 4, 1, tzinfo=UTC), datetime(2020, 4, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new keys folder."""
    key_folder.create_key_folder(tmp_path / "keys", LOCAL, AT)
    return tmp_path / "keys"


def replace_lost_keys(folder: Path, *names: str, root_keys: tuple[Path, ...] = ()) -> RootUpdate:
    """Replace the keys of these names as lost."""
    ring = read_keyring(folder)
    return rotate_keys(ring, ring.find_keys(list(names)), root_keys, lost=True, signed_at=LATER)


def valid_key_names(folder: Path) -> list[str]:
    """The names of the valid keys."""
    return [key.name for key in read_keyring(folder).keys]


def test_the_keys_of_a_new_folder_are_named_after_their_files(folder: Path) -> None:
    ring = read_keyring(folder)
    assert valid_key_names(folder) == ["root-1", "root-2", "root-3", "publisher-1", "publisher-2"]
    assert all(
        key.is_present and KeyReader().read_signer(key.file).public_key.keyid == key.id for key in ring.keys
    )
    assert (len(ring.chain), ring.threshold, ring.publisher) == (1, 2, LOCAL)
    assert [file.name for file, _ in ring.root_files()] == ["root.json"]


def test_a_lost_key_is_replaced_by_one_with_the_next_number(folder: Path) -> None:
    done = replace_lost_keys(folder, "publisher-1", "root-2")
    assert [path.name for path in done.created] == ["root-4.pem", "publisher-3.pem"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in done.created} == {0o600}
    assert valid_key_names(folder) == ["root-1", "root-3", "root-4", "publisher-2", "publisher-3"]
    assert all(
        KeyReader().read_signer(key.file).public_key.keyid == key.id for key in read_keyring(folder).keys
    )
    assert replace_lost_keys(folder, "publisher-3").created[0].name == "publisher-4.pem"


def test_the_next_root_metadata_is_signed_by_old_and_new_keys(folder: Path) -> None:
    ring = read_keyring(folder)
    done = rotate_keys(ring, ring.keys_of_kind(ROOT), (), lost=False, signed_at=LATER)
    first, second = (Metadata[Root].from_bytes(data) for data in read_keyring(folder).chain)
    for root in (first, second):
        root.signed.verify_delegate(Root.type, second.signed_bytes, second.signatures)
    assert verify_root(done.file.read_bytes()) == LOCAL
    assert (second.signed.version, (second.signed.expires - LATER).days) == (2, 3652)
    assert not set(first.signed.roles["root"].keyids) & set(second.signed.roles["root"].keyids)
    assert valid_key_names(folder)[:3] == ["root-4", "root-5", "root-6"]


def test_new_publisher_keys_sign_and_old_ones_do_not(folder: Path) -> None:
    ring = read_keyring(folder)
    rotate_keys(ring, ring.keys_of_kind(PUBLISHER), (), lost=False, signed_at=LATER)
    assert (
        key_folder.find_publisher_key(folder, read_keyring(folder).root, KeyReader()).public_key.keyid
        == read_keyring(folder).keys_of_kind(PUBLISHER)[0].id
    )
    for path in (folder / "publisher-3.pem", folder / "publisher-4.pem"):
        path.unlink()
    with refused("keys.no_key"):
        key_folder.find_publisher_key(folder, read_keyring(folder).root, KeyReader())


def test_a_key_is_found_by_its_file_name_or_the_beginning_of_its_id(folder: Path) -> None:
    ring = read_keyring(folder)
    key = ring.keys_of_kind(PUBLISHER)[1]
    for name in ("publisher-2", "publisher-2.pem", key.id, key.id[:8], key.id[:8].upper()):
        assert ring.find_keys([name]) == (key,)
    assert ring.find_keys(["publisher-2", key.id]) == (key,)
    for name in ("publisher-9", key.id[:7], "", "publisher"):
        with refused("keys.unknown_key", key=name):
            ring.find_keys([name])


def test_a_replaced_key_is_unknown(folder: Path) -> None:
    replace_lost_keys(folder, "publisher-1")
    with refused("keys.unknown_key", known="root-1, root-2, root-3, publisher-2, publisher-3"):
        replace_lost_keys(folder, "publisher-1")


def test_root_keys_may_be_in_other_folders(folder: Path, tmp_path: Path) -> None:
    for name in ("root-1.pem", "root-2.pem", "root-3.pem"):
        (folder / name).rename(tmp_path / name)
    before = sorted(path.name for path in folder.iterdir())
    with refused("keys.too_few", needed=2, found=1, missing="root-1.pem, root-3.pem"):
        replace_lost_keys(folder, "publisher-1", root_keys=(tmp_path / "root-2.pem", tmp_path / "root-2.pem"))
    assert sorted(path.name for path in folder.iterdir()) == before
    replace_lost_keys(folder, "publisher-1", root_keys=(tmp_path / "root-2.pem", tmp_path / "root-3.pem"))
    assert valid_key_names(folder)[-1] == "publisher-3"


def test_a_lost_root_key_does_not_sign(folder: Path) -> None:
    (folder / "root-1.pem").unlink()
    with refused("keys.too_few", found=1, missing="root-1.pem"):
        replace_lost_keys(folder, "root-2")


def test_keys_cannot_be_replaced_when_too_many_root_keys_are_lost(folder: Path) -> None:
    with refused("keys.threshold", threshold=2, left=1):
        replace_lost_keys(folder, "root-1", "root-2")
    assert len(read_keyring(folder).chain) == 1


def test_unknown_and_retired_keys_sign_nothing(folder: Path, tmp_path: Path) -> None:
    key_folder.create_key_folder(tmp_path / "others", LOCAL, AT)
    replace_lost_keys(folder, "root-3")
    other_keys = (tmp_path / "others/root-1.pem", folder / "root-3.pem")
    (folder / "root-1.pem").unlink()
    (folder / "root-2.pem").unlink()
    with refused("keys.too_few", found=1):
        replace_lost_keys(folder, "publisher-1", root_keys=other_keys)
    with refused("keys.unreadable"):
        replace_lost_keys(folder, "publisher-1", root_keys=(tmp_path / "none.pem",))


def test_an_existing_file_is_not_overwritten_by_a_new_key(folder: Path) -> None:
    (folder / "publisher-3.pem").write_text("mine")
    with refused("keys.in_the_way", file=str(folder / "publisher-3.pem")):
        replace_lost_keys(folder, "root-1", "publisher-1")
    assert (folder / "publisher-3.pem").read_text() == "mine"
    assert not (folder / "root-4.pem").exists() and len(read_keyring(folder).chain) == 1


def test_a_failed_write_leaves_the_keys_folder_unchanged(folder: Path) -> None:
    (folder / "2.root.json.part").mkdir()
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(KioskError) as failed:
        replace_lost_keys(folder, "publisher-1")
    reason = failed.value.detail["reason"]
    assert failed.value.code == "keys.not_written" and isinstance(reason, KioskError)
    assert reason.code == "disk.folder"
    assert sorted(path.name for path in folder.iterdir()) == before


def test_keys_cannot_be_rotated_more_often_than_kiosks_accept(folder: Path) -> None:
    while len(read_keyring(folder).chain) < limits.ROOTS:
        replace_lost_keys(folder, read_keyring(folder).keys_of_kind(PUBLISHER)[0].name)
    with refused("keys.too_many_roots", most=limits.ROOTS):
        replace_lost_keys(folder, read_keyring(folder).keys_of_kind(PUBLISHER)[0].name)
