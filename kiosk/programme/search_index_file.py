"""Keeps the search index of what is shown in a file, which may be deleted at any time (ADR 13)."""

import secrets
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import kiosk.search
from kiosk.library.library_paths import LibraryPaths
from kiosk.programme import search_index_builder
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store import search_index
from kiosk.store.search_index import SearchIndex
from kiosk.store.storage_errors import storage_errors

INDEX_SOURCES = ("index_source.py", "search_index.py", "search_index.sql")
"""The files of `kiosk.store` that say what of an event comes into an index, and how."""
SMALL_EVENTS = 500
"""Events that are indexed in less time than a file takes to be worth it: a third of a second."""


def load_search_index(folder: Path, showing: ShownProgramme) -> SearchIndex | None:
    """The index that the library in `folder` keeps of what is shown; None when there is no whole one.

    `KioskError` 'library.storage' when the disk fails.
    """
    with storage_errors():
        for file in LibraryPaths(folder).search.glob(f"{_key(showing)}-*.sqlite"):
            database = file.read_bytes()
            if file.stem.endswith(sha256(database).hexdigest()):
                return SearchIndex(database)
    return None


def save_search_index(folder: Path, showing: ShownProgramme) -> None:
    """Make the index of what is shown and keep it in place of all others; long work for a large programme.

    `KioskError` 'library.storage' or 'library.full' when the disk fails; the others are still there then.
    """
    database = search_index_builder.build_search_index(showing.catalogue)
    home = LibraryPaths(folder).search
    with storage_errors():
        home.mkdir(parents=True, exist_ok=True)
        others = list(home.iterdir())
        new = home / f"{secrets.token_hex(4)}.new"
        new.write_bytes(database)
        file = home / f"{_key(showing)}-{sha256(database).hexdigest()}.sqlite"
        new.replace(file)
        for other in others:
            if other != file:
                other.unlink(missing_ok=True)


def is_small(showing: ShownProgramme) -> bool:
    """Whether the index of what is shown is made in memory faster than one could wait for a file."""
    return sum(pack.events for pack in showing.packs) <= SMALL_EVENTS


def _key(showing: ShownProgramme) -> str:
    """Stands for the packs shown, in order, and for the code that makes an index of them."""
    code = sorted(Path(kiosk.search.__path__[0]).glob("*.py"))
    store = Path(search_index.__file__).parent
    files = (*code, Path(search_index_builder.__file__), *(store / name for name in INDEX_SOURCES))
    packs = (pack.sha256.encode() for pack in showing.packs)
    return _digest((*(file.read_bytes() for file in files), *packs))


def _digest(parts: Iterable[bytes]) -> str:
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()[:16]
