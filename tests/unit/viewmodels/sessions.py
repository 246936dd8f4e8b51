"""Makes sessions with programmes written in Python, for view-models without a library or a window."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.authoring.building.write_database import write_database
from kiosk.base.clock import Clock
from kiosk.base.model import Event, Venue
from kiosk.base.settings import Settings
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store.catalogue import Catalogue
from kiosk.store.records import InstalledPack
from kiosk.viewmodels.session import Session
from tests.unit.store.sample import HOST, NOW, PROGRAMME, SOURCE, sample_database

PACK = InstalledPack(
    publisher=SOURCE.publisher, id="25-years", title={"en": "25 Years"}, version=SOURCE.version,
    short_id="abcdef0", sha256="",
    length=0, events=6, themes={}, languages=("en", "kk", "ru"), hosts=(HOST,), updated="2016-04-01",
    signed_at=SOURCE.signed_at, fresh_until=NOW + 86400,
)  # fmt: skip


def make_session(
    language: str = "en",
    *,
    now: int = NOW,
    trusted: bool = True,
    database: bytes = b"",
    hosts: tuple[str, ...] = (HOST,),
    **settings: Any,
) -> Session:
    """A session in that language at that time, with the sample programme or the one of `database`."""
    catalogue = CombinedCatalogue((Catalogue(database or sample_database()),))
    programme = ShownProgramme(1, (replace(PACK, hosts=hosts),), catalogue, Path("/nowhere"))
    clock = Clock(lambda: now, now if trusted else now + 1)
    return Session(Settings(**{"language": language} | settings), clock, programme, language)


def database_with_events(*events: Event, page: str = "") -> bytes:
    """The database of a pack with the sample programme, but with these events and that page.

    The checks of a source folder are left out.
    """
    return database_with_venues(PROGRAMME.venues, *events, page=page)


def database_with_venues(venues: Iterable[Venue], *events: Event, page: str = "") -> bytes:
    """The same, but with these venues too."""
    campaign = replace(PROGRAMME.campaign, page=page)
    programme = replace(PROGRAMME, campaign=campaign, venues=tuple(venues), events=events)
    key = repr(programme)
    if key not in _database_cache:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "events.sqlite"
            write_database(programme, file)
            _database_cache[key] = file.read_bytes()
    return _database_cache[key]


_database_cache: dict[str, bytes] = {}
"""A cache of databases by their content: tests ask for the same ones again and again."""


def field_values(rows: Iterable[Any], name: str) -> Sequence[Any]:
    """The values of one field, row by row."""
    return [getattr(row, name) for row in rows]
