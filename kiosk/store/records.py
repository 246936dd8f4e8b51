"""The records of packs and generations in the library's state."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from kiosk.base.model import Text


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """One pack of a generation.

    `sha256` and `length` (bytes) are those of its database, `signed_at` and `fresh_until` are UTC seconds,
    `updated` is an ISO date, `hosts` are those its links may lead to, `root` is the number of the root
    metadata it was verified with. `rank` is the publisher's: of events that two packs have, that of
    the lower rank is shown.
    """

    publisher: str
    id: str
    title: Text
    version: int
    short_id: str
    sha256: str
    length: int
    events: int
    themes: Mapping[str, int]
    languages: tuple[str, ...]
    hosts: tuple[str, ...]
    updated: str
    signed_at: int
    fresh_until: int
    root: int = 1
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Generation:
    """A folder of packs that are shown together, in order of precedence; `installed_at` is in UTC seconds."""

    id: int
    folder: str
    installed_at: int
    packs: tuple[InstalledPack, ...]


@dataclass(frozen=True, slots=True)
class TrustedPack:
    """The newest pack ever accepted of a publisher; its TUF metadata is in `generation`, in `folder`.

    `root` is the number of the root metadata it was verified with.
    """

    publisher: str
    generation: int
    version: int
    folder: str = ""
    root: int = 1


PACK_COLUMNS = tuple(field.name for field in fields(InstalledPack))
_TABLES = ("title", "themes")
_LISTS = ("languages", "hosts")


def sort_by_precedence(packs: Iterable[InstalledPack]) -> tuple[InstalledPack, ...]:
    """The packs in order of precedence: by rank, then by publisher."""
    return tuple(sorted(packs, key=lambda pack: (pack.rank, pack.publisher)))


def pack_to_row(pack: InstalledPack) -> tuple[object, ...]:
    """The row of a pack, in the order of `PACK_COLUMNS`."""
    values = {name: getattr(pack, name) for name in PACK_COLUMNS}
    for name in _TABLES + _LISTS:
        values[name] = json.dumps(values[name], ensure_ascii=False)
    return tuple(values.values())


def pack_from_row(row: sqlite3.Row) -> InstalledPack:
    """The pack of a row; a row written by an older program lacks later columns."""
    values = {name: row[name] for name in PACK_COLUMNS if name in row.keys()}  # noqa: SIM118
    for name in _TABLES + _LISTS:
        values[name] = json.loads(values[name])
    for name in _LISTS:
        values[name] = tuple(values[name])
    return InstalledPack(**values)
