"""Caches the search index of the shown programme in a file, which may be deleted at any time (ADR 13)."""

import secrets
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import kiosk.search
from kiosk.base.safe_open import read_regular_file
from kiosk.library.library_paths import LibraryPaths
from kiosk.programme import search_index_builder
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store import search_index
from kiosk.store.search_index import SearchIndex
from kiosk.store.storage_errors import storage_errors

INDEX_SOURCES = ("index_source.py", "search_index.py", "search_index.sql")
"""The files of `kiosk.store` that determine the content of an index."""
SMALL_EVENTS = 500
"""Events that are indexed so fast (a third of a second) that a file is not worth it."""


def load_search_index(folder: Path, shown: ShownProgramme) -> SearchIndex | None:
    """The cached index of `shown` in the library in `folder`; None when there is no intact one.

    `KioskError` 'library.storage' when the disk fails.
    """
    with storage_errors():
        for file in LibraryPaths(folder).search.glob(f"{_index_key(shown)}-*.sqlite"):
            database = read_regular_file(file)
            if file.stem.endswith(sha256(database).hexdigest()):
                return SearchIndex(database)
    return None


def save_search_index(folder: Path, shown: ShownProgramme) -> None:
    """Build the index of `shown` and cache it in place of all others; slow for a large programme.

    `KioskError` 'library.storage' or 'library.full' when the disk fails; the other files remain then.
    """
    database = search_index_builder.build_search_index(shown.catalogue)
    home = LibraryPaths(folder).search
    with storage_errors():
        home.mkdir(parents=True, exist_ok=True)
        others = list(home.iterdir())
        new = home / f"{secrets.token_hex(4)}.new"
        new.write_bytes(database)
        file = home / f"{_index_key(shown)}-{sha256(database).hexdigest()}.sqlite"
        new.replace(file)
        for other in others:
            if other != file:
                other.unlink(missing_ok=True)


def is_small(shown: ShownProgramme) -> bool:
    """Whether `shown` is so small that its index is built in memory instead of cached."""
    return sum(pack.events for pack in shown.packs) <= SMALL_EVENTS


def _index_key(shown: ShownProgramme) -> str:
    """A hash of the packs shown, in order, and of the code that indexes them."""
    code = sorted(Path(kiosk.search.__path__[0]).glob("*.py"))
    store = Path(search_index.__file__).parent
    files = (*code, Path(search_index_builder.__file__), *(store / name for name in INDEX_SOURCES))
    packs = (pack.sha256.encode() for pack in shown.packs)
    return _digest((*(read_regular_file(file) for file in files), *packs))


def _digest(parts: Iterable[bytes]) -> str:
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()[:16]
