"""However a query is typed, the intended event comes first."""

from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from kiosk.authoring.building.write_database import write_database
from kiosk.authoring.source.load_source import load_source
from kiosk.base.time_zones import zone
from kiosk.i18n.translator import LANGUAGES
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.event_search import EventSearch, Hit
from kiosk.programme.search_index_builder import build_search_index
from kiosk.search.fold import terms
from kiosk.search.synonyms import AUDIENCE_WORDS, OFFER_WORDS, month_words
from kiosk.store.catalogue import Catalogue
from kiosk.store.search_index import SearchIndex
from tests.unit.search import corner_programme as corner
from tests.unit.search.expected_hits import CORNER, CORNER_THREE, DEMO, DEMO_THREE, parse_rows

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


def first_three(search: EventSearch, typed: str, language: str) -> set[str]:
    found = search.search(typed, language, NOW)
    return {hit.event for hit in (found.hits or found.suggestions)[:3]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "events"), parse_rows(CORNER_THREE))
def test_the_intended_events_come_early_in_a_corner(
    corner_search: EventSearch, typed: str, events: str, language: str
) -> None:
    assert set(events.split()) <= first_three(corner_search, typed, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "events"), parse_rows(DEMO_THREE))
def test_the_intended_events_come_early_in_the_demo(
    demo_search: EventSearch, typed: str, events: str, language: str
) -> None:
    assert set(events.split()) <= first_three(demo_search, typed, language)


def marked_texts(search: EventSearch, hit: Hit, language: str) -> set[str]:
    """What is highlighted of a result: in its title, else in its excerpt."""
    return {piece.text for piece in hit.title + search.excerpt_of(hit, language) if piece.is_marked}


@pytest.mark.parametrize(("typed", "marked"), [("алматы", {"Алматы"}), ("almaty", {"Алматы", "Almaty"})])
def test_a_city_comes_before_a_title_with_another_form_of_its_name(
    demo_search: EventSearch, typed: str, marked: set[str]
) -> None:
    """'Алмасу', an exchange, has the stem of Almaty in its Kazakh title, and takes place in the USA."""
    hits = demo_search.search(typed, "ru", NOW).hits
    assert [hit.event for hit in hits][-2:] == ["techwomen", "boxing-exchange"]
    assert all(len(marked_texts(demo_search, hit, "ru") & marked) == 1 for hit in hits[:-1])
    assert marked_texts(demo_search, hits[-1], "ru") == {"алма"}


@pytest.mark.parametrize("seed", range(3))
def test_what_was_typed_comes_before_all_other_forms_of_it(
    corner_search: EventSearch, demo_search: EventSearch, seed: int
) -> None:
    """For random beginnings of the words of a programme, with a plain search as the model.

    Letters of the Latin alphabet are read as Cyrillic ones too, and that other reading of an event that is
    coming is better than what was typed in one that is past.
    """
    chance = Random(seed)
    for search in (corner_search, demo_search):
        indexed = terms_by_event(search)
        vocabulary = sorted(set().union(*indexed.values()))
        for word in chance.sample(vocabulary, 60):
            typed = word[: chance.randint(1, len(word))]
            having = {id for id, known in indexed.items() if any(term.startswith(typed) for term in known)}
            hits = search.search(typed, "kk", NOW, limit=50).hits
            assert having <= {hit.event for hit in hits}, typed
            coming = [hit.event in having for hit in hits if hit.is_coming]
            past = [hit.event in having for hit in hits if not hit.is_coming]
            for has_it in (coming, past) if typed.isascii() else ([hit.event in having for hit in hits],):
                assert has_it == sorted(has_it, reverse=True), typed


def terms_by_event(search: EventSearch) -> dict[str, set[str]]:
    """All terms that each event of a programme of one pack can be found by."""
    (catalogue,) = search._programme.catalogues
    found = {}
    for _, id in catalogue.index_source.event_ends():
        event = catalogue.index_source.read_event(id)
        texts = (
            *event.titles.values(),
            *event.texts,
            *map(month_words, event.months),
            *(AUDIENCE_WORDS[code] for code in event.audiences),
            *(OFFER_WORDS[code] for code in event.offers),
        )
        found[id] = set().union(*map(terms, texts))
    return found
