"""Search results, their order, corrections and suggestions."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.time_zones import zone
from kiosk.i18n.translator import LANGUAGES
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.event_search import EventSearch, Hit
from kiosk.programme.search_index_builder import build_search_index
from kiosk.store.catalogue import Catalogue
from kiosk.store.search_index import SearchIndex
from tests.unit.search import corner_programme as corner
from tests.unit.store import sample

NOW = int(datetime(2016, 4, 3, 14, 20, tzinfo=zone(corner.ZONE)).timestamp())


def make_search(*databases: bytes) -> EventSearch:
    programme = CombinedCatalogue([Catalogue(database) for database in databases])
    return EventSearch(programme, SearchIndex(build_search_index(programme)))


@pytest.fixture(scope="module")
def search() -> EventSearch:
    return make_search(corner.database())


def event_ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.event for hit in hits]


def marked_texts(hit: Hit) -> list[str]:
    return [piece.text for piece in hit.title if piece.is_marked]


def test_title_matches_come_first_the_soonest_first(search: EventSearch) -> None:
    assert event_ids(search.search("джаз", "ru", NOW).hits) == ["jazz"]
    assert event_ids(search.search("клуб", "ru", NOW).hits) == ["speaking", "book-club"]
    assert event_ids(search.search("вечер", "ru", NOW).hits) == [
        "interstellar",
        "poetry",
        "jazz",
        "halloween",
    ]


def test_past_events_come_last_most_recent_first(search: EventSearch) -> None:
    everything = search.search("алматы", "ru", NOW).hits
    assert [hit.is_coming for hit in everything] == [True] * (len(everything) - 1) + [False]
    assert everything[-1].event == "nauryz"
    later = search.search("клуб", "ru", NOW + 365 * 86400).hits
    assert [(hit.event, hit.is_coming) for hit in later] == [("book-club", False), ("speaking", False)]


def test_without_a_clock_only_events_marked_over_are_past() -> None:
    search = make_search(sample.sample_database())
    assert [(hit.event, hit.is_coming) for hit in search.search("closed", "en", None).hits] == [
        ("closed", False)
    ]
    assert [(hit.event, hit.is_coming) for hit in search.search("talk", "en", None).hits] == [("talk", True)]
    assert [(hit.event, hit.is_coming) for hit in search.search("talk", "en", sample.NOW).hits] == [
        ("talk", False)
    ]


def test_every_language_finds_the_same_events_and_shows_its_own_titles(search: EventSearch) -> None:
    for typed in ("к", "английский", "кино", "june", "алматы"):
        found = {language: search.search(typed, language, NOW).hits for language in LANGUAGES}
        assert len({frozenset(event_ids(hits)) for hits in found.values()}) == 1
    assert marked_texts(search.search("kino", "ru", NOW).hits[0]) == ["кино"]
    assert marked_texts(search.search("kino", "en", NOW).hits[0]) == []


def test_matches_in_the_visitors_language_rank_first(search: EventSearch) -> None:
    found = {language: event_ids(search.search("ш", language, NOW).hits)[:4] for language in LANGUAGES}
    assert found["en"] == ["volunteers", "startups", "photo", "picnic"]
    assert found["ru"] == ["volunteers", "startups", "photo", "picnic"]
    assert found["kk"] == ["photo", "picnic", "volunteers", "startups"]


def test_an_excerpt_shows_the_match_when_the_title_does_not(search: EventSearch) -> None:
    hit = search.search("космонавт", "en", NOW).hits[0]
    assert "".join(piece.text for piece in search.excerpt_of(hit, "en")) == "Встреча с космонавтом"
    assert search.excerpt_of(search.search("космонавт", "ru", NOW).hits[0], "ru") == ()
    tag = search.search("#EarthDay", "kk", NOW).hits[0]
    assert [piece.text for piece in search.excerpt_of(tag, "kk") if piece.is_marked] == ["EarthDay"]
    month = search.search("маусым", "kk", NOW).hits[0]
    assert search.excerpt_of(month, "kk") == ()


@pytest.mark.parametrize(
    ("typed", "meant", "event"),
    [
        ("ғарышекр", "Ғарышкермен", "cosmonaut"),
        ("собеседвание", "собеседование", "resume"),
        ("праздник науруз", "праздник Наурыз", "nauryz"),
        ("шымкеннт", "Шымкент", "speaking"),
        ("окттябрь", "октябрь", "safety"),
        ("hallowen party", "Halloween party", "halloween"),
    ],
)
def test_a_typing_error_gets_a_correction(search: EventSearch, typed: str, meant: str, event: str) -> None:
    found = search.search(typed, "ru", NOW)
    assert (found.hits, found.did_you_mean, found.suggestions[0].event) == ((), meant, event)


def test_without_hits_there_are_suggestions(search: EventSearch) -> None:
    some = search.search("джаз шшшшшш", "ru", NOW)
    assert (some.hits, some.did_you_mean, event_ids(some.suggestions)) == ((), "", ["jazz"])
    apart = search.search("джаз хакатон сказка", "ru", NOW)
    assert apart.hits == () and set(event_ids(apart.suggestions)) == {"jazz", "hackathon", "tales"}
    none = search.search("шшшшшш", "ru", NOW, limit=3)
    assert (none.hits, event_ids(none.suggestions)) == ((), ["speaking", "tales", "cosmonaut"])
    assert search.search("  ", "ru", NOW) == search.search("", "ru", NOW)
    assert search.search("", "ru", NOW).suggestions == ()


def test_several_packs_are_searched_as_one_without_excluded_events() -> None:
    newer = sample.changed_database("UPDATE event_text SET title = 'Newer' WHERE event = 'code'")
    search = make_search(newer, sample.sample_database(), corner.database())
    assert event_ids(search.search("love to code", "en", sample.NOW).hits) == []
    assert event_ids(search.search("newer", "en", sample.NOW).hits) == ["code"]
    assert event_ids(search.search("full", "en", sample.NOW).hits) == ["full"]
    assert event_ids(search.search("хакатон", "en", sample.NOW).hits) == ["hackathon"]
    found = search.search("алматы", "ru", NOW, limit=50).hits
    keys = [hit.ranked.match for hit in found if hit.is_coming]
    assert len(keys) == 5 and keys == sorted(keys)


@given(st.text(max_size=20) | st.text("кітаpKАлмсы \"'*()^:-#июнь", max_size=20), st.sampled_from(LANGUAGES))
def test_anything_can_be_typed(typed: str, language: str) -> None:
    found = SEARCH.search(typed, language, NOW, limit=5)
    assert len(found.hits) <= 5 and len(found.suggestions) <= 5
    assert not (found.hits and found.suggestions)
    for hit in (*found.hits, *found.suggestions):
        SEARCH.excerpt_of(hit, language)
        assert "".join(piece.text for piece in hit.title) in hit.ranked.entry.titles.values()


SEARCH = make_search(corner.database())
