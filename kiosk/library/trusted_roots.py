"""The root metadata of the publishers that this kiosk trusts, as added by staff."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kiosk.base import limits
from kiosk.base.durable_files import replace_file
from kiosk.base.errors import KioskError
from kiosk.library.library_paths import LibraryPaths
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.verification import root_version_and_expiry, verify_root
from kiosk.store.storage_errors import storage_errors

ROOT_SUFFIX = ".root.json"
FINGERPRINT_DIGITS = 40
"""Decimal digits; together about 132 bits."""


@dataclass(frozen=True, slots=True)
class TrustedRoot:
    """A trusted publisher with its rights (as in `Publisher`), and the `fingerprint` that people compare.

    `number` is the version of its newest root metadata, valid until `expires` (UTC seconds).
    """

    publisher: str
    name: str
    hosts: tuple[str, ...]
    venues: tuple[str, ...]
    themes: tuple[str, ...]
    rank: int
    fingerprint: str
    number: int
    expires: int


def add_root(folder: Path, file: Path) -> TrustedRoot:
    """Trust the publisher whose root metadata is in `file`; a second call changes nothing.

    Raises `KioskError` 'library.no_root', 'library.other_root' when the library already has another root
    for that publisher, 'library.storage', and those of `verify_root`.
    """
    paths = LibraryPaths(folder.absolute())
    data = _read_root(file)
    verify_root(data)
    root = _make_trusted_root(data, data)
    file_in_library = paths.root_metadata(root.publisher)
    with storage_errors():
        if file_in_library.is_file() and file_in_library.read_bytes() != data:
            raise KioskError("library.other_root", name=root.name)
        if not file_in_library.is_file():
            paths.roots.mkdir(parents=True, exist_ok=True)
            replace_file(file_in_library, data)
    return root


def read_trusted_roots(folder: Path) -> tuple[TrustedRoot, ...]:
    """Return the publishers that the library in `folder` trusts, by id, with the rights of their newest pack.

    KioskError 'packs.root' when a root metadata file that staff added is damaged.
    """
    paths = LibraryPaths(folder.absolute())
    with storage_errors():
        root_metadata = [
            paths.root_metadata(publisher).read_bytes() for publisher in trusted_publisher_ids(paths)
        ]
    for data in root_metadata:
        verify_root(data)
    return tuple(_newest_root(paths, data) for data in root_metadata)


def trusted_publisher_ids(paths: LibraryPaths) -> list[str]:
    """Return the ids of the trusted publishers, sorted."""
    return sorted(file.name.removesuffix(ROOT_SUFFIX) for file in paths.roots.glob(f"*{ROOT_SUFFIX}"))


def _newest_root(paths: LibraryPaths, root_metadata: bytes) -> TrustedRoot:
    """Return the publisher of `root_metadata` with the rights in its newest installed root metadata."""
    first = _make_trusted_root(root_metadata, root_metadata)
    root_files = paths.generations.glob(f"g-*/{first.publisher}/tuf/root_history/*{ROOT_SUFFIX}")
    newest = max(root_files, key=lambda file: int(file.name.partition(".")[0]), default=None)
    try:
        return _make_trusted_root(root_metadata, newest.read_bytes()) if newest else first
    except (KioskError, OSError):
        return first


def _read_root(file: Path) -> bytes:
    try:
        if file.stat().st_size <= limits.ROOT_BYTES:
            return file.read_bytes()
    except OSError:
        pass
    raise KioskError("library.no_root", path=str(file))


def _make_trusted_root(root_metadata: bytes, newest: bytes) -> TrustedRoot:
    publisher = parse_publisher(newest)
    rights = (publisher.hosts, publisher.venues, publisher.themes, publisher.rank)
    return TrustedRoot(
        publisher.id, publisher.name, *rights, fingerprint(root_metadata), *root_version_and_expiry(newest)
    )


def fingerprint(root: bytes) -> str:
    """Return a hash of root metadata as eight groups of five digits, to read out on the telephone (ADR 9)."""
    number = int.from_bytes(hashlib.sha256(root).digest()) % 10**FINGERPRINT_DIGITS
    digits = f"{number:0{FINGERPRINT_DIGITS}}"
    return " ".join(digits[start : start + 5] for start in range(0, FINGERPRINT_DIGITS, 5))
