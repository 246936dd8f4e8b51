"""Fault catalogue, A23, as tuf-conformance's test_rollback: inconsistent versions, recovery by new keys."""

from pathlib import Path

import pytest
from tuf.api.metadata import Root, Snapshot, Timestamp

from tests.packs_builder import PackPublisher, PackReader, generate_keys, refused, write_archive

HUGE = 2**31


def test_a23_an_older_snapshot_beside_the_same_timestamp_changes_nothing(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    before = kiosk.stored_files()
    members = publisher.members()
    publisher.version = 40
    older = {name: data for name, data in publisher.members().items() if "/40." in name}
    kept = {name: data for name, data in members.items() if "/41." not in name}
    assert kiosk.offer(write_archive(offered, kept | older)).already_accepted
    assert kiosk.stored_files() == before


@pytest.mark.parametrize("role", ["timestamp", "snapshot"])
def test_a23_a_version_other_than_the_listed_one_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, role: str
) -> None:
    def announce(metadata: Timestamp | Snapshot) -> None:
        if isinstance(metadata, Timestamp):
            metadata.snapshot_meta.version = 43
        else:
            metadata.meta["targets.json"].version = 43

    publisher.version = 42
    publisher.edits[role] = announce
    with refused("packs.mixed"):
        kiosk.offer(publisher.pack(offered))


@pytest.mark.parametrize(
    ("rotated", "recovers"),
    [
        (("snapshot", "timestamp"), True),
        (("timestamp",), False),
        (("snapshot",), False),
        (("targets",), False),
    ],
    ids=str,
)
def test_a23_versions_are_recovered_by_new_keys_for_timestamp_and_snapshot(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, rotated: tuple[str, ...], recovers: bool
) -> None:
    publisher.version = HUGE
    kiosk.offer(publisher.pack(offered))
    new = generate_keys(1)

    def replace(root: Root) -> None:
        for role in rotated:
            for keyid in list(root.roles[role].keyids):
                root.revoke_key(keyid, role)
            root.add_key(new[0].public_key, role)

    publisher.rotate_keys(edit=replace)
    publisher.signers = dict.fromkeys(rotated, new)
    publisher.version = 42
    if recovers:
        assert kiosk.offer(publisher.pack(offered)).version == 42
        return
    with refused("packs.older", "packs.mixed"):
        kiosk.offer(publisher.pack(offered))
