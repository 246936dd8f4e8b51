"""Tests the use of python-tuf, and what it must continue to do."""

import tempfile
from pathlib import Path

import pytest
from tuf.ngclient.updater import Updater

from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import verify_pack, verify_root
from tests.packs_builder import LOCAL, SIGNED_AT, PackPublisher, generate_keys, refused


@pytest.fixture
def publisher() -> PackPublisher:
    """A publisher."""
    return PackPublisher()


def test_python_tuf_still_has_the_reference_time_attribute(publisher: PackPublisher, tmp_path: Path) -> None:
    updater = Updater(str(tmp_path), "pack:/", bootstrap=publisher.root)
    assert isinstance(updater._trusted_set.reference_time, type(updater._trusted_set.root.expires))


def test_only_the_state_folder_is_written_to(
    publisher: PackPublisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    state = tmp_path / "state"
    with Pack(publisher.pack(tmp_path / "x.kpack")) as pack:
        verify_pack(pack, publisher.root, state, SIGNED_AT)
    names = {"timestamp.json", "snapshot.json", "targets.json", "root_history"}
    assert {path.name for path in state.iterdir()} == names
    assert {path.name for path in tmp_path.iterdir()} == {"state", "x.kpack"}


def test_a_refused_pack_leaves_the_accepted_numbers_alone(publisher: PackPublisher, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with Pack(publisher.pack(tmp_path / "1.kpack")) as pack:
        verify_pack(pack, publisher.root, state, SIGNED_AT)
    publisher.version = 2
    publisher.change_manifest(hosts=())
    publisher.signers["targets"] = generate_keys(1)
    with Pack(publisher.pack(tmp_path / "2.kpack")) as pack, refused("packs.not_signed"):
        verify_pack(pack, publisher.root, state, SIGNED_AT)


def test_a_kiosk_given_a_later_root_needs_no_earlier_one(publisher: PackPublisher, tmp_path: Path) -> None:
    publisher.rotate_keys(root_keys=generate_keys(3), publisher_keys=generate_keys(2))
    publisher.rotate_keys(publisher_keys=generate_keys(2))
    with Pack(publisher.pack(tmp_path / "x.kpack")) as pack:
        assert verify_pack(pack, publisher.roots[1], tmp_path / "state", SIGNED_AT).version == 1
    history = {path.name for path in (tmp_path / "state" / "root_history").iterdir()}
    assert history == {"2.root.json", "3.root.json"}


def test_root_metadata_needs_the_signatures_of_its_own_keys(publisher: PackPublisher) -> None:
    assert verify_root(publisher.root) == LOCAL
    publisher.rotate_keys(root_keys=generate_keys(3), signed_by=publisher.root_keys)
    with refused("packs.root"):
        verify_root(publisher.roots[1])


@pytest.mark.parametrize("root", [b"", b"[]", b"{}", b'{"signed": {"_type": "root"}, "signatures": []}'])
def test_invalid_root_metadata_is_refused(root: bytes) -> None:
    with refused("packs.root"):
        verify_root(root)


def test_metadata_of_another_role_is_refused_as_root(publisher: PackPublisher) -> None:
    with refused("packs.root"):
        verify_root(publisher.metadata()["timestamp.json"])


def test_a_pack_is_not_verified_with_invalid_root_metadata(publisher: PackPublisher, tmp_path: Path) -> None:
    with Pack(publisher.pack(tmp_path / "x.kpack")) as pack, refused("packs.root"):
        verify_pack(pack, publisher.root.replace(b"local", b"other"), tmp_path / "state", SIGNED_AT)
