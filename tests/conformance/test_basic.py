"""Fault catalogue, A23, as tuf-conformance's test_basic: requests, the first root, unknown fields."""

import json
from pathlib import Path

import pytest
from tuf.api.metadata import Root, Timestamp

from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import verify_pack
from tests.packs_builder import SIGNED_AT, PackPublisher, PackReader, refused


class RecordingPack(Pack):
    """A pack that records which metadata is read."""

    requested: list[str]

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.requested = []

    def metadata(self, name: str, limit: int) -> bytes | None:
        self.requested.append(name)
        return super().metadata(name, limit)


def test_a23_metadata_is_read_in_order_and_once(publisher: PackPublisher, tmp_path: Path) -> None:
    with RecordingPack(publisher.pack(tmp_path / "pack")) as pack:
        assert verify_pack(pack, publisher.root, tmp_path / "state", SIGNED_AT).version == 41
        assert pack.requested == ["2.root.json", "timestamp.json", "41.snapshot.json", "41.targets.json"]


@pytest.mark.parametrize("fault", ["no version", "another signature"])
def test_a23_with_an_invalid_first_root_no_metadata_is_read(
    publisher: PackPublisher, tmp_path: Path, fault: str
) -> None:
    root = json.loads(publisher.root)
    if fault == "no version":
        del root["signed"]["version"]
    else:
        for signature in root["signatures"]:
            signature["sig"] = "00" * 64
    with RecordingPack(publisher.pack(tmp_path / "pack")) as pack:
        with refused("packs.root"):
            verify_pack(pack, json.dumps(root).encode(), tmp_path / "state", SIGNED_AT)
        assert pack.requested == []


def test_a23_a_timestamp_of_the_same_version_replaces_nothing(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def point_elsewhere(timestamp: Timestamp) -> None:
        timestamp.snapshot_meta.version = 100

    before = kiosk.stored_files()
    publisher.edits["timestamp"] = point_elsewhere
    with refused("packs.same_number"):
        kiosk.offer(publisher.pack(offered))
    assert kiosk.stored_files() == before


def test_a23_unknown_fields_are_covered_by_signatures(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def extend(root: Root) -> None:
        root.unrecognized_fields["custom-field"] = "value"
        key = root.roles[Root.type].keyids[0]
        root.keys[key].unrecognized_fields["extra-field"] = {"a": 1, "b": 2}
        root.roles[Root.type].unrecognized_fields["another-field"] = "value"

    publisher.version = 42
    publisher.rotate_keys(edit=extend)
    assert kiosk.offer(publisher.pack(offered)).root == 2
    publisher.version = 43
    publisher.roots[1] = publisher.roots[1].replace(b'"custom-field":"value"', b'"custom-field":"other"')
    assert b'"other"' in publisher.roots[1]
    other = PackReader(offered.parent / "other", publisher.root)
    with refused("packs.not_signed"):
        other.offer(publisher.pack(offered))
