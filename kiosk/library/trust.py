"""Whose packs a kiosk takes: the root metadata that staff were handed and gave to it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kiosk import limits
from kiosk.errors import KioskError
from kiosk.library.disk import replace
from kiosk.library.places import Places
from kiosk.packs.trust import trusted_publisher
from kiosk.store.failures import storage


@dataclass(frozen=True, slots=True)
class Root:
    """A publisher that is trusted: `hosts` its QR codes may lead to, `fingerprint` for comparing aloud."""

    publisher: str
    name: str
    hosts: tuple[str, ...]
    fingerprint: str


def add_root(folder: Path, file: Path) -> Root:
    """Trust the publisher whose root metadata is in `file`; doing so twice changes nothing.

    Raises `KioskError` 'library.no_root', 'library.other_root' when the library already has another root
    for that publisher, 'library.storage', and those of `trusted_publisher`.
    """
    places = Places(folder.absolute())
    data = _bytes(file)
    root = _root(data)
    there = places.trust(root.publisher)
    with storage():
        if there.is_file() and there.read_bytes() != data:
            raise KioskError("library.other_root", name=root.name)
        if not there.is_file():
            places.roots.mkdir(parents=True, exist_ok=True)
            replace(there, data)
    return root


def roots(folder: Path) -> tuple[Root, ...]:
    """Whom the library in `folder` trusts, by id; KioskError 'packs.root' when a file there is damaged."""
    with storage():
        files = sorted(Places(folder.absolute()).roots.glob("*.root.json"))
        return tuple(_root(file.read_bytes()) for file in files)


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size <= limits.ROOT_BYTES:
            return file.read_bytes()
    except OSError:
        pass
    raise KioskError("library.no_root", path=str(file))


def _root(data: bytes) -> Root:
    maker = trusted_publisher(data)
    digits = hashlib.sha256(data).hexdigest()[:32]
    fingerprint = " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
    return Root(maker.id, maker.name, maker.hosts, fingerprint)
