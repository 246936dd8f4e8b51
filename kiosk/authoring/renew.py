"""New keys in the place of old ones: the next root metadata, signed by the old root keys and the new.

What kiosks do with it is TUF 1.0.34, 5.3.4 to 5.3.11; docs/keys.md tells people what to do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization.json import JSONSerializer

from kiosk import limits
from kiosk.authoring.archive import in_place_of
from kiosk.authoring.keyring import ROOT, Key, Keyring
from kiosk.authoring.keys import ROLES, new_key, read_key
from kiosk.errors import KioskError


@dataclass(frozen=True, slots=True)
class Renewal:
    """What was done: number and file of the new root metadata, the keys that went, the files of new ones."""

    number: int
    root: Path
    retired: tuple[Key, ...]
    made: tuple[Path, ...]


def renew(ring: Keyring, old: Sequence[Key], root_keys: Sequence[Path], lost: bool, at: datetime) -> Renewal:
    """Put a new key in the place of each of `old`, for ten years from `at` (UTC).

    The root keys that sign are those whose files are in the folder or named in `root_keys`, but none of `old`
    that are `lost`. The new root metadata is written last: should the machine stop in between, nothing
    counts that did not count before. Raises KioskError 'keys.threshold' when too few root keys are left,
    'keys.too_few' when too few are here, 'keys.too_many_roots', 'keys.in_the_way', 'keys.not_written', and
    those of keys.read_key.
    """
    number = len(ring.chain) + 1
    if number > limits.ROOTS:
        raise KioskError("keys.too_many_roots", most=limits.ROOTS)
    signers = _signers(ring, root_keys, [key.id for key in old] if lost else [])
    paths = _paths(ring, old)
    file = ring.folder / f"{number}.root.json"
    try:
        made = [new_key(path) for path in paths]
        metadata = _metadata(ring, list(zip(old, made, strict=True)), signers, at)
        with in_place_of(file) as part:
            part.write_bytes(metadata.to_bytes(JSONSerializer()))
    except OSError as error:
        for path in paths:
            path.unlink(missing_ok=True)
        raise KioskError("keys.not_written", folder=str(ring.folder), reason=error.strerror) from error
    return Renewal(number, file, tuple(old), paths)


def _metadata(
    ring: Keyring, changes: Sequence[tuple[Key, CryptoSigner]], signers: Sequence[CryptoSigner], at: datetime
) -> Metadata[Root]:
    """The next root metadata, with new keys for old, signed by `signers` and the new root keys."""
    root = Metadata[Root].from_bytes(ring.chain[-1]).signed
    root.version += 1
    root.expires = at + timedelta(seconds=limits.ROOT_EXPIRES_AFTER)
    for old, new in changes:
        for role in (Root.type,) if old.kind == ROOT else ROLES:
            root.revoke_key(old.id, role)
            root.add_key(new.public_key, role)
    metadata = Metadata(root)
    for signer in [*signers, *(new for old, new in changes if old.kind == ROOT)]:
        metadata.sign(signer, append=True)
    return metadata


def _signers(ring: Keyring, elsewhere: Sequence[Path], lost: Sequence[str]) -> list[CryptoSigner]:
    """The root keys that are here and not lost, each once; there must be as many as the threshold."""
    left = [key for key in ring.of(ROOT) if key.id not in lost]
    if len(left) < ring.threshold:
        raise KioskError("keys.threshold", name=ring.publisher.name, threshold=ring.threshold, left=len(left))
    files = [key.file for key in left if key.here] + list(elsewhere)
    found = {signer.public_key.keyid: signer for signer in map(read_key, files)}
    signers = [found[key.id] for key in left if key.id in found]
    if len(signers) < ring.threshold:
        missing = ", ".join(f"{key.name}.pem" for key in left if key.id not in found)
        raise KioskError("keys.too_few", needed=ring.threshold, found=len(signers), missing=missing)
    return signers


def _paths(ring: Keyring, old: Sequence[Key]) -> tuple[Path, ...]:
    """Where the new keys go: numbered on from all there have ever been."""
    last, paths = dict(ring.last), []
    for key in old:
        last[key.kind] += 1
        paths.append(ring.folder / f"{key.kind}-{last[key.kind]}.pem")
    for path in paths:
        if path.exists():
            raise KioskError("keys.in_the_way", file=str(path))
    return tuple(paths)
