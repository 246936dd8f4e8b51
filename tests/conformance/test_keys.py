"""Fault catalogue, A23, as tuf-conformance's test_keys: a threshold counts each key that signed once."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import Root

from tests.packs_builder import PackPublisher, PackReader, generate_keys, refused

ROLES = ("timestamp", "snapshot", "targets")


@pytest.mark.parametrize("role", ROLES)
def test_a23_listed_keys_that_have_not_signed_do_not_count(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, role: str
) -> None:
    four = generate_keys(4)

    def ask_for(root: Root) -> None:
        for signer in four:
            root.add_key(signer.public_key, role)
        root.roles[role].threshold = 3

    publisher.version = 42
    publisher.rotate_keys(edit=ask_for)
    publisher.signers[role] = four[:2]
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))
    publisher.signers[role] = four[1:]
    assert kiosk.offer(publisher.pack(offered)).version == 42


@pytest.mark.parametrize("role", ROLES)
def test_a23_a_threshold_above_the_number_of_keys_is_never_met(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, role: str
) -> None:
    def ask_for_more(root: Root) -> None:
        root.roles[role].threshold = len(root.roles[role].keyids) + 1

    publisher.version = 42
    publisher.rotate_keys(edit=ask_for_more)
    publisher.signers[role] = publisher.publisher_keys
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))


@pytest.mark.parametrize("times", [1, 2])
def test_a23_several_signatures_of_one_key_count_once(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, times: int
) -> None:
    def ask_for_two(root: Root) -> None:
        root.roles["snapshot"].threshold = 2

    publisher.version = 42
    publisher.rotate_keys(edit=ask_for_two)
    publisher.signers["snapshot"] = publisher.publisher_keys[:1] * times
    with refused("packs.not_signed", "packs.damaged"):
        kiosk.offer(publisher.pack(offered))


def test_a23_one_key_under_two_ids_is_two_keys(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    """Only the root keys can list a key twice, and they might as well lower the threshold."""
    signer = publisher.publisher_keys[0]
    twin = SSlibKey.from_dict("f" * 64, signer.public_key.to_dict())

    def list_twice(root: Root) -> None:
        root.add_key(twin, "snapshot")
        root.roles["snapshot"].threshold = 2

    publisher.version = 42
    publisher.rotate_keys(edit=list_twice)
    publisher.signers["snapshot"] = [signer]
    with refused("packs.not_signed"):
        kiosk.offer(publisher.pack(offered))
    private = load_pem_private_key(signer.private_bytes, None)
    publisher.signers["snapshot"] = [signer, CryptoSigner(private, twin)]
    assert kiosk.offer(publisher.pack(offered)).version == 42


def test_a23_a_key_with_unknown_hash_algorithms_is_accepted(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def claim(root: Root) -> None:
        keyid = publisher.publisher_keys[0].public_key.keyid
        root.keys[keyid].unrecognized_fields["keyid_hash_algorithms"] = ["md5"]

    publisher.version = 42
    publisher.rotate_keys(edit=claim)
    assert kiosk.offer(publisher.pack(offered)).version == 42
