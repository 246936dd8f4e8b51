"""Replaces keys or changes rights: writes the next root metadata, signed by the root keys.

Kiosks process it by TUF 1.0.34, 5.3.4 to 5.3.11; docs/keys.md has the instructions for people.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization.json import JSONSerializer

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.keys.key_file import KeyReader, create_key
from kiosk.authoring.keys.key_folder import ROLES, check_publisher
from kiosk.authoring.keys.keyring import ROOT, Key, Keyring
from kiosk.authoring.keys.passphrase import AskPassphrase, ChoosePassphrase, ask_nobody, choose_none
from kiosk.base import limits
from kiosk.base.durable_files import sync_file, sync_folder
from kiosk.base.errors import KioskError, disk_reason
from kiosk.packs.publisher import RIGHTS_FIELD, Publisher


@dataclass(frozen=True, slots=True)
class RootUpdate:
    """Version and file of the new root metadata, the keys that were retired, the files of new keys."""

    version: int
    file: Path
    retired: tuple[Key, ...]
    created: tuple[Path, ...]


def rotate_keys(
    ring: Keyring,
    old_keys: Sequence[Key],
    root_keys: Sequence[Path],
    lost: bool,
    signed_at: datetime,
    ask: AskPassphrase = ask_nobody,
    choose: ChoosePassphrase = choose_none,
) -> RootUpdate:
    """Replace each of `old_keys` by a new key; the root metadata expires ten years after `signed_at` (UTC).

    The new keys get the passphrase that `choose` returns, after `ask` has opened the root keys that sign.

    The root keys that sign are those whose files are in the folder or named in `root_keys`, except those of
    `old_keys` when they are `lost`. The new root metadata is written last: if the machine stops in between,
    the valid keys are the same as before. Raises KioskError 'keys.threshold' when too few root keys are left,
    'keys.too_few' when the files of too few are present, 'keys.too_many_roots', 'keys.in_the_way',
    'keys.not_written', those of `KeyReader.read`, and what `choose` raises.
    """
    root = _next_root(ring, signed_at)
    lost_ids = [key.id for key in old_keys] if lost else []
    signers = _read_root_signers(ring, root_keys, lost_ids, KeyReader(ask))
    paths = _new_key_paths(ring, old_keys)
    passphrase = choose()
    with _remove_keys_on_error(ring, paths):
        replacements = [
            (key, create_key(path, passphrase)) for key, path in zip(old_keys, paths, strict=True)
        ]
        for key, new in replacements:
            for role in (Root.type,) if key.kind == ROOT else ROLES:
                root.revoke_key(key.id, role)
                root.add_key(new.public_key, role)
        file = _write_root(ring, root, [*signers, *(new for key, new in replacements if key.kind == ROOT)])
    return RootUpdate(root.version, file, tuple(old_keys), paths)


def change_rights(
    ring: Keyring,
    rights: Publisher,
    root_keys: Sequence[Path],
    signed_at: datetime,
    ask: AskPassphrase = ask_nobody,
) -> RootUpdate:
    """Set the publisher's rights to `rights` for ten years from `signed_at` (UTC); its keys do not change.

    Raises KioskError 'keys.same_rights' when it has them already, 'keys.too_few' when the files of too few
    root keys are present, 'keys.too_many_roots', 'keys.not_written', and those of `check_publisher` and
    `KeyReader.read`.
    """
    check_publisher(rights)
    if rights == ring.publisher:
        raise KioskError("keys.same_rights", name=rights.name)
    root = _next_root(ring, signed_at)
    root.unrecognized_fields[RIGHTS_FIELD] = rights.to_fields()
    signers = _read_root_signers(ring, root_keys, [], KeyReader(ask))
    with _remove_keys_on_error(ring, ()):
        file = _write_root(ring, root, signers)
    return RootUpdate(root.version, file, (), ())


def _next_root(ring: Keyring, signed_at: datetime) -> Root:
    """A copy of the newest root metadata with the next version."""
    root = Metadata[Root].from_bytes(ring.chain[-1]).signed
    root.version += 1
    if root.version > limits.ROOTS:
        raise KioskError("keys.too_many_roots", most=limits.ROOTS)
    root.expires = signed_at + timedelta(seconds=limits.ROOT_EXPIRES_AFTER)
    return root


def _write_root(ring: Keyring, root: Root, signers: Sequence[CryptoSigner]) -> Path:
    metadata = Metadata(root)
    for signer in signers:
        metadata.sign(signer, append=True)
    file = ring.folder / f"{root.version}.root.json"
    with write_atomically(file) as part:
        part.write_bytes(metadata.to_bytes(JSONSerializer()))
        part.chmod(0o644)
        sync_file(part)
    sync_folder(ring.folder)
    return file


@contextmanager
def _remove_keys_on_error(ring: Keyring, created: Sequence[Path]) -> Iterator[None]:
    """Delete the files in `created` when the folder cannot be written."""
    try:
        yield
    except OSError as error:
        for path in created:
            path.unlink(missing_ok=True)
        raise KioskError("keys.not_written", folder=str(ring.folder), reason=disk_reason(error)) from error


def _read_root_signers(
    ring: Keyring, other_files: Sequence[Path], lost_ids: Sequence[str], reader: KeyReader
) -> list[CryptoSigner]:
    """The root keys that are present and not lost, each once; at least as many as the threshold."""
    remaining = [key for key in ring.keys_of_kind(ROOT) if key.id not in lost_ids]
    if len(remaining) < ring.threshold:
        raise KioskError(
            "keys.threshold", name=ring.publisher.name, threshold=ring.threshold, left=len(remaining)
        )
    files = [key.file for key in remaining if key.is_present] + list(other_files)
    signers_by_id = {signer.public_key.keyid: signer for signer in map(reader.read_signer, files)}
    signers = [signers_by_id[key.id] for key in remaining if key.id in signers_by_id]
    if len(signers) < ring.threshold:
        missing = ", ".join(f"{key.name}.pem" for key in remaining if key.id not in signers_by_id)
        raise KioskError("keys.too_few", needed=ring.threshold, found=len(signers), missing=missing)
    return signers


def _new_key_paths(ring: Keyring, old_keys: Sequence[Key]) -> tuple[Path, ...]:
    """The files of the new keys, numbered on from the highest number so far."""
    last, paths = dict(ring.last_numbers), []
    for key in old_keys:
        last[key.kind] += 1
        paths.append(ring.folder / f"{key.kind}-{last[key.kind]}.pem")
    for path in paths:
        if path.exists():
            raise KioskError("keys.in_the_way", file=str(path))
    return tuple(paths)
