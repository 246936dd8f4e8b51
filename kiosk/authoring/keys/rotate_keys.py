"""New keys in the place of old ones, or other rights: the next root metadata, signed by the root keys.

What kiosks do with it is TUF 1.0.34, 5.3.4 to 5.3.11; docs/keys.md tells people what to do.
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
from kiosk.authoring.keys.key_folder import ROLES, check_publisher, create_key, read_key
from kiosk.authoring.keys.keyring import ROOT, Key, Keyring
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.publisher import FIELD, Publisher


@dataclass(frozen=True, slots=True)
class RootUpdate:
    """What was done: number and file of the new root metadata, the keys that went, the files of new ones."""

    version: int
    file: Path
    retired: tuple[Key, ...]
    created: tuple[Path, ...]


def rotate_keys(
    ring: Keyring, old: Sequence[Key], root_keys: Sequence[Path], lost: bool, at: datetime
) -> RootUpdate:
    """Put a new key in the place of each of `old`, for ten years from `at` (UTC).

    The root keys that sign are those whose files are in the folder or named in `root_keys`, but none of `old`
    that are `lost`. The new root metadata is written last: should the machine stop in between, nothing
    counts that did not count before. Raises KioskError 'keys.threshold' when too few root keys are left,
    'keys.too_few' when too few are here, 'keys.too_many_roots', 'keys.in_the_way', 'keys.not_written', and
    those of keys.read_key.
    """
    root = _next_root(ring, at)
    signers = _read_root_signers(ring, root_keys, [key.id for key in old] if lost else [])
    paths = _new_key_paths(ring, old)
    with _remove_keys_on_error(ring, paths):
        made = list(zip(old, map(create_key, paths), strict=True))
        for key, new in made:
            for role in (Root.type,) if key.kind == ROOT else ROLES:
                root.revoke_key(key.id, role)
                root.add_key(new.public_key, role)
        file = _write_root(ring, root, [*signers, *(new for key, new in made if key.kind == ROOT)])
    return RootUpdate(root.version, file, tuple(old), paths)


def change_rights(ring: Keyring, rights: Publisher, root_keys: Sequence[Path], at: datetime) -> RootUpdate:
    """Give the publisher the rights it has in `rights`, for ten years from `at` (UTC); its keys stay.

    Raises KioskError 'keys.same_rights' when it has them already, 'keys.too_few' when too few root keys are
    here, 'keys.too_many_roots', 'keys.not_written', and those of keys.check and keys.read_key.
    """
    check_publisher(rights)
    if rights == ring.publisher:
        raise KioskError("keys.same_rights", name=rights.name)
    root = _next_root(ring, at)
    root.unrecognized_fields[FIELD] = rights.to_fields()
    signers = _read_root_signers(ring, root_keys, [])
    with _remove_keys_on_error(ring, ()):
        file = _write_root(ring, root, signers)
    return RootUpdate(root.version, file, (), ())


def _next_root(ring: Keyring, at: datetime) -> Root:
    """What the newest root metadata says, under the next number."""
    root = Metadata[Root].from_bytes(ring.chain[-1]).signed
    root.version += 1
    if root.version > limits.ROOTS:
        raise KioskError("keys.too_many_roots", most=limits.ROOTS)
    root.expires = at + timedelta(seconds=limits.ROOT_EXPIRES_AFTER)
    return root


def _write_root(ring: Keyring, root: Root, signers: Sequence[CryptoSigner]) -> Path:
    metadata = Metadata(root)
    for signer in signers:
        metadata.sign(signer, append=True)
    file = ring.folder / f"{root.version}.root.json"
    with write_atomically(file) as part:
        part.write_bytes(metadata.to_bytes(JSONSerializer()))
    return file


@contextmanager
def _remove_keys_on_error(ring: Keyring, made: Sequence[Path]) -> Iterator[None]:
    """Leave none of the files in `made` when the folder cannot be written."""
    try:
        yield
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        raise KioskError("keys.not_written", folder=str(ring.folder), reason=error.strerror) from error


def _read_root_signers(ring: Keyring, elsewhere: Sequence[Path], lost: Sequence[str]) -> list[CryptoSigner]:
    """The root keys that are here and not lost, each once; there must be as many as the threshold."""
    left = [key for key in ring.keys_of_kind(ROOT) if key.id not in lost]
    if len(left) < ring.threshold:
        raise KioskError("keys.threshold", name=ring.publisher.name, threshold=ring.threshold, left=len(left))
    files = [key.file for key in left if key.is_present] + list(elsewhere)
    found = {signer.public_key.keyid: signer for signer in map(read_key, files)}
    signers = [found[key.id] for key in left if key.id in found]
    if len(signers) < ring.threshold:
        missing = ", ".join(f"{key.name}.pem" for key in left if key.id not in found)
        raise KioskError("keys.too_few", needed=ring.threshold, found=len(signers), missing=missing)
    return signers


def _new_key_paths(ring: Keyring, old: Sequence[Key]) -> tuple[Path, ...]:
    """Where the new keys go: numbered on from all there have ever been."""
    last, paths = dict(ring.last_numbers), []
    for key in old:
        last[key.kind] += 1
        paths.append(ring.folder / f"{key.kind}-{last[key.kind]}.pem")
    for path in paths:
        if path.exists():
            raise KioskError("keys.in_the_way", file=str(path))
    return tuple(paths)
