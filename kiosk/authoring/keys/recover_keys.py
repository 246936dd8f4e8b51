"""Rebuilds a keys folder: root keys from recovery sheets, root metadata from the publisher's last pack."""

from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner
from tuf.api import exceptions as tuf
from tuf.api.metadata import Metadata, Root

from kiosk.authoring.keys.key_file import to_pem, write_new_file
from kiosk.authoring.keys.key_folder import read_root_chain, root_file
from kiosk.authoring.keys.keyring import ROOT, Key, Keyring
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors
from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import verify_root


def restore_root_metadata(folder: Path, file: Path) -> None:
    """Write the root metadata in the pack `file` that `folder` lacks; both must be of the same keys.

    Raises KioskError 'keys.other_pack' for a pack of other keys, 'packs.root' for root metadata that its
    keys did not sign, those of `Pack` and of `export_errors`.
    """
    with Pack(file) as pack:
        chain = _read_chain(pack)
    present = read_root_chain(folder) if root_file(folder, 1).exists() else []
    if any(one != other for one, other in zip(present, chain, strict=False)):
        raise KioskError("keys.other_pack", file=str(file), folder=str(folder))
    with export_errors(folder.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with export_errors(folder):
        for number in range(len(present) + 1, len(chain) + 1):
            write_new_file(root_file(folder, number), chain[number - 1], public=True)


def name_recovered_keys(ring: Keyring, keys: Sequence[Ed25519PrivateKey]) -> dict[Key, Ed25519PrivateKey]:
    """The root keys of `ring` that these are; KioskError 'keys.code.not_listed' for one that is not valid."""
    known = {key.id: key for key in ring.keys_of_kind(ROOT)}
    named = {}
    for private in keys:
        id = CryptoSigner(private).public_key.keyid
        if id not in known:
            raise KioskError("keys.code.not_listed", name=ring.publisher.name)
        named[known[id]] = private
    return named


def write_recovered_keys(keys: dict[Key, Ed25519PrivateKey], passphrase: str) -> None:
    """Write the files of these keys, protected unless `passphrase` is ''.

    KioskError 'keys.in_the_way' when there is one of that name, before anything is written, and those of
    `export_errors`.
    """
    for key in keys:
        if key.file.exists():
            raise KioskError("keys.in_the_way", file=str(key.file))
    data = {key.file: to_pem(private, passphrase) for key, private in keys.items()}
    try:
        for file, pem in data.items():
            with export_errors(file.parent):
                write_new_file(file, pem)
    except KioskError:
        for file in data:
            file.unlink(missing_ok=True)
        raise


def _read_chain(pack: Pack) -> list[bytes]:
    """All root metadata of a pack, oldest first; each is signed by the keys of the one before it."""
    chain: list[bytes] = []
    while len(chain) < limits.ROOTS and (
        data := pack.metadata(f"{len(chain) + 1}.root.json", limits.ROOT_BYTES)
    ):
        verify_root(data)
        if chain:
            new, trusted = (Metadata[Root].from_bytes(one) for one in (data, chain[-1]))
            try:
                trusted.signed.verify_delegate(Root.type, new.signed_bytes, new.signatures)
            except tuf.RepositoryError as error:
                raise KioskError("packs.root") from error
        chain.append(data)
    if not chain:
        raise KioskError("packs.root")
    return chain
