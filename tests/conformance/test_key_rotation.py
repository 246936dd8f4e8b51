"""Fault catalogue, A23, as tuf-conformance's test_updater_key_rotations: who has to sign new metadata."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root

from kiosk.authoring.keys.key_folder import build_root_metadata
from tests.packs_builder import LOCAL, SIGNED_AT, PackPublisher, PackReader, generate_keys, refused


class Signed(NamedTuple):
    """Metadata that lists `keys` by number with a threshold and is signed by the keys `by`."""

    keys: Sequence[int]
    threshold: int
    by: Sequence[int]


FIVE, OTHER_FIVE, NEXT_FIVE = (0, 1, 2, 3, 4), (0, 1, 3, 4, 5), (5, 6, 7, 8, 9)

ACCEPTED = {
    "one key by another": [Signed([1], 1, [1]), Signed([2], 1, [2, 1]), Signed([2], 1, [2])],
    "signatures of strangers beside": [
        Signed([1], 1, [3, 1, 4]),
        Signed([2], 1, [3, 2, 1, 4]),
        Signed([2], 1, [3, 2, 4]),
    ],
    "any three of five": [Signed(FIVE, 3, by) for by in ([0, 2, 4], [0, 4, 1], [0, 1, 3], [0, 1, 3])],
    "one of five, by three who stay": [Signed(FIVE, 3, [0, 2, 4]), Signed(OTHER_FIVE, 3, [0, 4, 1])],
    "one of five, by old and new": [
        Signed(FIVE, 3, [0, 2, 4]),
        Signed(OTHER_FIVE, 3, [0, 2, 4, 5]),
        Signed(OTHER_FIVE, 3, [0, 4, 5]),
    ],
    "all five": [
        Signed(FIVE, 3, [0, 2, 4]),
        Signed(NEXT_FIVE, 3, [0, 2, 4, 5, 6, 7]),
        Signed(NEXT_FIVE, 3, [5, 6, 7]),
    ],
    "a higher threshold": [Signed([1, 2, 3], 1, [1]), Signed([1, 2, 3], 2, [1, 2])],
    "a lower threshold": [
        Signed([1, 2, 3], 2, [1, 2]),
        Signed([1, 2, 3], 1, [1, 2]),
        Signed([1, 2, 3], 1, [1]),
    ],
    "one key more, and both asked for": [Signed([1], 1, [1]), Signed([1, 2], 2, [1, 2])],
}
REFUSED = {
    "not signed by the old key": [Signed([1], 1, [1]), Signed([2], 1, [2, 3, 4])],
    "not signed by the new key": [Signed([1], 1, [1]), Signed([2], 1, [1, 3, 4])],
    "signed by two of the new five": [Signed(FIVE, 3, [0, 2, 4]), Signed(OTHER_FIVE, 3, [0, 2, 4])],
    "signed by two of the old five": [Signed(FIVE, 3, [0, 2, 4]), Signed(OTHER_FIVE, 3, [0, 4, 5])],
    "a higher threshold that is not met": [Signed([1, 2, 3], 1, [1]), Signed([1, 2, 3], 2, [2])],
    "a lower threshold where the old was not met": [
        Signed([1, 2, 3], 2, [1, 2]),
        Signed([1, 2, 3], 1, [1]),
    ],
}


@pytest.fixture(scope="module")
def ten_keys() -> list[CryptoSigner]:
    """Ten keys."""
    return generate_keys(10)


def root_chain(
    publisher: PackPublisher, ten_keys: Sequence[CryptoSigner], steps: Sequence[Signed]
) -> list[bytes]:
    """The root metadata of each step."""
    first = build_root_metadata(LOCAL, [], publisher.publisher_keys, datetime.fromtimestamp(SIGNED_AT, UTC))
    roots = []
    for number, step in enumerate(steps, 1):
        metadata = Metadata[Root].from_bytes(first)
        metadata.signed.version = number
        metadata.signed.roles[Root.type].threshold = step.threshold
        for key in step.keys:
            metadata.signed.add_key(ten_keys[key].public_key, Root.type)
        for key in step.by:
            metadata.sign(ten_keys[key], append=True)
        roots.append(metadata.to_bytes())
    return roots


@pytest.mark.parametrize("case", ACCEPTED)
def test_a23_valid_changes_of_root_keys_are_accepted(
    publisher: PackPublisher, ten_keys: list[CryptoSigner], tmp_path: Path, offered: Path, case: str
) -> None:
    publisher.roots = root_chain(publisher, ten_keys, ACCEPTED[case])
    reader = PackReader(tmp_path / "reader", publisher.root)
    assert reader.offer(publisher.pack(offered)).root == len(publisher.roots)
    newest = reader.state / "root_history" / f"{len(publisher.roots)}.root.json"
    assert newest.read_bytes() == publisher.roots[-1]


@pytest.mark.parametrize("case", REFUSED)
def test_a23_invalid_changes_of_root_keys_are_refused(
    publisher: PackPublisher, ten_keys: list[CryptoSigner], tmp_path: Path, offered: Path, case: str
) -> None:
    publisher.roots = root_chain(publisher, ten_keys, REFUSED[case])
    reader = PackReader(tmp_path / "reader", publisher.root)
    with refused("packs.not_signed"):
        reader.offer(publisher.pack(offered))
    assert reader.stored_files() == {}


OTHER_ROLES = {
    "another key": (Signed([2], 1, [2]), True),
    "signatures of strangers beside": (Signed([1], 1, [3, 1, 4]), True),
    "not by the new key": (Signed([2], 1, [1, 3, 4]), False),
    "three of which one is a stranger": (Signed(OTHER_FIVE, 3, [0, 2, 4]), False),
    "two where three are asked for": (Signed(OTHER_FIVE, 3, [0, 4]), False),
    **{
        f"three of five: {by}": (Signed(FIVE, 3, by), True)
        for by in ([0, 2, 4], [0, 4, 1], [0, 1, 3], [1, 2, 3], [2, 3, 4])
    },
}


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
@pytest.mark.parametrize("case", OTHER_ROLES)
def test_a23_changes_of_other_keys(
    publisher: PackPublisher,
    kiosk: PackReader,
    ten_keys: list[CryptoSigner],
    offered: Path,
    role: str,
    case: str,
) -> None:
    step, accepted = OTHER_ROLES[case]

    def change(root: Root) -> None:
        for keyid in list(root.roles[role].keyids):
            root.revoke_key(keyid, role)
        for key in step.keys:
            root.add_key(ten_keys[key].public_key, role)
        root.roles[role].threshold = step.threshold

    publisher.version = 42
    publisher.rotate_keys(edit=change)
    publisher.signers[role] = [ten_keys[key] for key in step.by]
    if accepted:
        assert kiosk.offer(publisher.pack(offered)).version == 42
        return
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))
