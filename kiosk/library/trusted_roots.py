"""Whose packs a kiosk takes: the root metadata that staff were handed and gave to it."""

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
"""As hard to meet by chance as 132 bits."""


@dataclass(frozen=True, slots=True)
class TrustedRoot:
    """A publisher that is trusted, and its rights (those of `Publisher`), with what can be compared aloud.

    `number` is that of its newest root metadata, which hold until `expires` (UTC seconds).
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
    """Trust the publisher whose root metadata is in `file`; doing so twice changes nothing.

    Raises `KioskError` 'library.no_root', 'library.other_root' when the library already has another root
    for that publisher, 'library.storage', and those of `verify_root`.
    """
    places = LibraryPaths(folder.absolute())
    data = _read_root(file)
    verify_root(data)
    root = _trusted_root(data, data)
    there = places.root_metadata(root.publisher)
    with storage_errors():
        if there.is_file() and there.read_bytes() != data:
            raise KioskError("library.other_root", name=root.name)
        if not there.is_file():
            places.roots.mkdir(parents=True, exist_ok=True)
            replace_file(there, data)
    return root


def read_trusted_roots(folder: Path) -> tuple[TrustedRoot, ...]:
    """Whom the library in `folder` trusts, by id, with the rights their newest pack came with.

    KioskError 'packs.root' when a file of those given by hand is damaged.
    """
    places = LibraryPaths(folder.absolute())
    with storage_errors():
        given = [places.root_metadata(publisher).read_bytes() for publisher in trusted_publisher_ids(places)]
    for data in given:
        verify_root(data)
    return tuple(_newest_root(places, data) for data in given)


def trusted_publisher_ids(places: LibraryPaths) -> list[str]:
    """The ids of the publishers whose root metadata this kiosk was given."""
    return sorted(file.name.removesuffix(ROOT_SUFFIX) for file in places.roots.glob(f"*{ROOT_SUFFIX}"))


def _newest_root(places: LibraryPaths, given: bytes) -> TrustedRoot:
    """The publisher of `given` as its newest root metadata has it; all in the library was verified."""
    first = _trusted_root(given, given)
    found = places.generations.glob(f"g-*/{first.publisher}/tuf/root_history/*{ROOT_SUFFIX}")
    newest = max(found, key=lambda file: int(file.name.partition(".")[0]), default=None)
    try:
        return _trusted_root(given, newest.read_bytes()) if newest else first
    except (KioskError, OSError):
        return first


def _read_root(file: Path) -> bytes:
    try:
        if file.stat().st_size <= limits.ROOT_BYTES:
            return file.read_bytes()
    except OSError:
        pass
    raise KioskError("library.no_root", path=str(file))


def _trusted_root(given: bytes, newest: bytes) -> TrustedRoot:
    maker = parse_publisher(newest)
    rights = (maker.hosts, maker.venues, maker.themes, maker.rank)
    return TrustedRoot(maker.id, maker.name, *rights, fingerprint(given), *root_version_and_expiry(newest))


def fingerprint(root: bytes) -> str:
    """Eight groups of five digits that stand for root metadata, to be read out on the telephone (ADR 9)."""
    number = int.from_bytes(hashlib.sha256(root).digest()) % 10**FINGERPRINT_DIGITS
    digits = f"{number:0{FINGERPRINT_DIGITS}}"
    return " ".join(digits[place : place + 5] for place in range(0, FINGERPRINT_DIGITS, 5))
