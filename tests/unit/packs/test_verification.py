"""How python-tuf is used: what it is given, and what it must go on doing."""

import tempfile
from pathlib import Path

import pytest
from tuf.ngclient.updater import Updater

from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import verify_pack, verify_root
from tests.packs_builder import LOCAL, SIGNED_AT, Publishing, keys, refused


@pytest.fixture
def shop() -> Publishing:
    """A publisher."""
    return Publishing()


def test_python_tuf_still_has_the_clock_that_is_set(shop: Publishing, tmp_path: Path) -> None:
    updater = Updater(str(tmp_path), "pack:/", bootstrap=shop.root)
    assert isinstance(updater._trusted_set.reference_time, type(updater._trusted_set.root.expires))


def test_nothing_is_written_but_in_the_state(
    shop: Publishing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    state = tmp_path / "state"
    with Pack(shop.pack(tmp_path / "x.kpack")) as pack:
        verify_pack(pack, shop.root, state, SIGNED_AT)
    names = {"timestamp.json", "snapshot.json", "targets.json", "root_history"}
    assert {path.name for path in state.iterdir()} == names
    assert {path.name for path in tmp_path.iterdir()} == {"state", "x.kpack"}


def test_a_refused_pack_leaves_the_accepted_numbers_alone(shop: Publishing, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with Pack(shop.pack(tmp_path / "1.kpack")) as pack:
        verify_pack(pack, shop.root, state, SIGNED_AT)
    shop.version = 2
    shop.describe(hosts=())
    shop.signers["targets"] = keys(1)
    with Pack(shop.pack(tmp_path / "2.kpack")) as pack, refused("packs.not_signed"):
        verify_pack(pack, shop.root, state, SIGNED_AT)


def test_a_kiosk_given_a_later_root_needs_no_earlier_one(shop: Publishing, tmp_path: Path) -> None:
    shop.rotate(root_keys=keys(3), publisher_keys=keys(2))
    shop.rotate(publisher_keys=keys(2))
    with Pack(shop.pack(tmp_path / "x.kpack")) as pack:
        assert verify_pack(pack, shop.roots[1], tmp_path / "state", SIGNED_AT).version == 1
    history = {path.name for path in (tmp_path / "state" / "root_history").iterdir()}
    assert history == {"2.root.json", "3.root.json"}


def test_a_root_names_its_publisher_once_its_keys_have_signed(shop: Publishing) -> None:
    assert verify_root(shop.root) == LOCAL
    shop.rotate(root_keys=keys(3), signed_by=shop.root_keys)
    with refused("packs.root"):
        verify_root(shop.roots[1])


@pytest.mark.parametrize("root", [b"", b"[]", b"{}", b'{"signed": {"_type": "root"}, "signatures": []}'])
def test_what_is_no_root_is_refused(root: bytes) -> None:
    with refused("packs.root"):
        verify_root(root)


def test_other_metadata_is_no_root(shop: Publishing) -> None:
    with refused("packs.root"):
        verify_root(shop.metadata()["timestamp.json"])


def test_a_pack_is_not_verified_with_a_root_that_is_none(shop: Publishing, tmp_path: Path) -> None:
    with Pack(shop.pack(tmp_path / "x.kpack")) as pack, refused("packs.root"):
        verify_pack(pack, shop.root.replace(b"local", b"other"), tmp_path / "state", SIGNED_AT)
