"""Whatever way people type it, the event they mean comes first."""

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.authoring.building.write_database import write_database
from kiosk.authoring.source.load_source import load_source
from kiosk.base.time_zones import zone
from kiosk.i18n.translator import LANGUAGES
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.event_search import EventSearch
from kiosk.programme.search_index_builder import build_search_index
from kiosk.store.catalogue import Catalogue
from kiosk.store.search_index import SearchIndex
from tests.unit.search import corner
from tests.unit.search.queries import CORNER, DEMO, rows

NOW = int(datetime(2016, 4, 3, 14, 20, tzinfo=zone(corner.ZONE)).timestamp())


def search_of(*databases: bytes) -> EventSearch:
    programme = CombinedCatalogue([Catalogue(database) for database in databases])
    return EventSearch(programme, SearchIndex(build_search_index(programme)))


@pytest.fixture(scope="module")
def of_corner() -> EventSearch:
    return search_of(corner.database())


@pytest.fixture(scope="module")
def of_demo(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> EventSearch:
    """The demo programme with its update."""
    file = tmp_path_factory.mktemp("demo") / "events.sqlite"
    write_database(load_source(checkout / "data" / "april-update").programme, file)
    return search_of(file.read_bytes())


def first(search: EventSearch, typed: str, language: str) -> str:
    found = search.search(typed, language, NOW)
    return (found.hits or found.suggestions)[0].event


@pytest.mark.parametrize(("typed", "event"), rows(CORNER))
def test_the_intended_event_comes_first_in_a_corner(of_corner: EventSearch, typed: str, event: str) -> None:
    assert {first(of_corner, typed, language) for language in LANGUAGES} == {event}


@pytest.mark.parametrize(("typed", "event"), rows(DEMO))
def test_the_intended_event_comes_first_in_the_demo(of_demo: EventSearch, typed: str, event: str) -> None:
    assert {first(of_demo, typed, language) for language in LANGUAGES} == {event}
