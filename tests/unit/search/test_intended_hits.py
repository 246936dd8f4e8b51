"""However a query is typed, the intended event comes first."""

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
from tests.unit.search import corner_programme as corner
from tests.unit.search.expected_hits import CORNER, DEMO, parse_rows

NOW = int(datetime(2016, 4, 3, 14, 20, tzinfo=zone(corner.ZONE)).timestamp())


def make_search(*databases: bytes) -> EventSearch:
    programme = CombinedCatalogue([Catalogue(database) for database in databases])
    return EventSearch(programme, SearchIndex(build_search_index(programme)))


@pytest.fixture(scope="module")
def corner_search() -> EventSearch:
    return make_search(corner.database())


@pytest.fixture(scope="module")
def demo_search(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> EventSearch:
    """The demo programme with its update."""
    file = tmp_path_factory.mktemp("demo") / "events.sqlite"
    write_database(load_source(checkout / "data" / "april-update").programme, file)
    return make_search(file.read_bytes())


def first_hit(search: EventSearch, typed: str, language: str) -> str:
    found = search.search(typed, language, NOW)
    return (found.hits or found.suggestions)[0].event


@pytest.mark.parametrize(("typed", "event"), parse_rows(CORNER))
def test_the_intended_event_comes_first_in_a_corner(
    corner_search: EventSearch, typed: str, event: str
) -> None:
    assert {first_hit(corner_search, typed, language) for language in LANGUAGES} == {event}


@pytest.mark.parametrize(("typed", "event"), parse_rows(DEMO))
def test_the_intended_event_comes_first_in_the_demo(demo_search: EventSearch, typed: str, event: str) -> None:
    assert {first_hit(demo_search, typed, language) for language in LANGUAGES} == {event}
