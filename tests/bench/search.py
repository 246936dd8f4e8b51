"""Measures a key stroke in the search over 100,000 events, compared with LIKE over titles and tantivy."""

import gc
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median, quantiles

import tantivy

from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.event_search import EventSearch
from kiosk.programme.facets import Facets, Filters
from kiosk.programme.search_index_builder import build_search_index
from kiosk.search.fold import fold, words
from kiosk.store.catalogue import Catalogue
from kiosk.store.search_index import SearchIndex
from tests.bench.random_databases import random_databases
from tests.bench.results import Result

PACKS, EVENTS_PER_PACK = 10, 10_000
"""A pack has 10,000 events at most."""
NOW = 1_459_674_000
"""3 April 2016, in the middle of the events' years."""
LIMIT, SHOWN_ROWS = 20, 8
"""Rows requested, and rows that a screen shows at once."""
REPEATS = 3
QUERIES = (
    *(
        "робототехника",
        "робот техникасы",
        "кітап клубы",
        "китап",
        "kitap",
        "английский язык",
        "agylshyn",
        "джаз",
    ),
    *("хакатон алматы", "хакотон", "photography", "fotografia", "шеберлік сабағы", "мастер-класс", "наурыз"),
    *("open day", "жазғы мектеп", "летняя школа робототехника", "июнь", "маусымда", "балалар", "студентам"),
    *(
        "qaragandy",
        "өскемен",
        "оскемен концерт",
        "#robotics",
        "волонтёрство",
        "resume",
        "искусственный интеллект",
    ),
    *("rjywthn", "выстовка", "тегін", "библиотека", "сказки для детей", "emily", "бекжан", "женщины в науке"),
)


def measure_search() -> list[Result]:
    """Milliseconds of a key stroke, median and 99th percentile, and those of counting all filters."""
    programme = CombinedCatalogue(
        [Catalogue(database) for database in random_databases(PACKS, EVENTS_PER_PACK)]
    )
    search_index = SearchIndex(build_search_index(programme))
    event_search = EventSearch(programme, search_index)
    like, peer = _like_search(search_index), _tantivy_search(programme)

    def shown(typed: str) -> None:
        found = event_search.search(typed, "ru", NOW, LIMIT)
        for hit in (found.hits or found.suggestions)[:SHOWN_ROWS]:
            event_search.excerpt_of(hit, "ru")

    times = [[_median_time(ask, typed) for ask in (shown, like, peer)] for typed in _typed_prefixes()]
    our_times, like_times, tantivy_times = zip(*times, strict=True)
    return [
        Result("search_p50", median(our_times), median(tantivy_times), "tantivy", "ms"),
        Result("search_p99", _percentile_99(our_times), _percentile_99(tantivy_times), "tantivy", "ms"),
        Result("search_like_p50", median(our_times), median(like_times), "LIKE over titles", "ms"),
        Result(
            "search_like_p99", _percentile_99(our_times), _percentile_99(like_times), "LIKE over titles", "ms"
        ),
        *_measure_search_page(event_search, programme, tantivy_times),
        _measure_facets(programme, search_index),
    ]


def _measure_search_page(
    event_search: EventSearch, programme: CombinedCatalogue, tantivy_times: tuple[float, ...]
) -> tuple[Result, Result]:
    """The same key strokes on the page in a window: search, cards, and all their items created."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.screen_kit import open_session, settle
    from tests.unit.viewmodels.sessions import make_session

    visitor_session = make_session("ru", now=NOW)
    assert visitor_session.programme
    visitor_session.programme, visitor_session.search = (
        replace(visitor_session.programme, catalogue=programme),
        event_search,
    )
    with open_session(visitor_session, "1920x1080") as shown:
        shown.shell.goHome()
        shown.shell.open("search")
        gc.collect()
        gc.freeze()  # as the program does after its first frame
        page, times = shown.shell.pages.search, list[float]()
        for typed in QUERIES:
            page.clear()
            for letter in typed:
                settle()
                times.append(_milliseconds(page.type, letter))
    return (
        Result("search_page_p50", median(times), median(tantivy_times), "tantivy", "ms"),
        Result(
            "search_page_p99", _percentile_99(tuple(times)), _percentile_99(tantivy_times), "tantivy", "ms"
        ),
    )


def _typed_prefixes() -> Iterator[str]:
    """The text in the field after each key stroke, from the first letter on."""
    for typed in QUERIES:
        yield from (typed[:length] for length in range(1, len(typed) + 1))


def _median_time(ask: Callable[[str], object], typed: str) -> float:
    return median(_milliseconds(ask, typed) for _ in range(REPEATS))


def _milliseconds(ask: Callable[[str], object], typed: str) -> float:
    start = time.perf_counter()
    ask(typed)
    return (time.perf_counter() - start) * 1e3


def _percentile_99(times: tuple[float, ...]) -> float:
    return quantiles(times, n=100)[98]


def _like_search(search_index: SearchIndex) -> Callable[[str], object]:
    """The simplest search: titles that contain the text, the soonest first."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE title (n INTEGER PRIMARY KEY, event TEXT, folded TEXT)")
    rows = (
        (one.number, one.event, fold(" ".join(one.titles.values())))
        for one in search_index.entries_from(0, search_index.size)
    )
    connection.executemany("INSERT INTO title VALUES (?, ?, ?)", rows)
    first = search_index.first_coming(NOW)
    sql = "SELECT event FROM title WHERE folded LIKE ? ORDER BY n < ?, n LIMIT ?"
    return lambda typed: connection.execute(sql, (f"%{fold(typed)}%", first, LIMIT)).fetchall()


def _tantivy_search(programme: CombinedCatalogue) -> Callable[[str], object]:
    """The same folded texts in a search library: every word as a prefix, in the title or the rest."""
    builder = tantivy.SchemaBuilder()
    for field in ("event", "title", "rest"):
        builder.add_text_field(field, stored=field == "event")
    schema = builder.build()
    tantivy_index = tantivy.Index(schema)
    writer = tantivy_index.writer(256_000_000, 1)
    for catalogue in programme.catalogues:
        for _, id in catalogue.index_source.event_ends():
            event = catalogue.index_source.read_event(id)
            texts = {"title": fold(" ".join(event.titles.values())), "rest": fold(" ".join(event.texts))}
            writer.add_document(tantivy.Document(event=id, **texts))
    writer.commit()
    writer.wait_merging_threads()
    tantivy_index.reload()
    searcher = tantivy_index.searcher()

    def ask(typed: str) -> object:
        every = []
        for word in words(typed):
            either = [
                tantivy.Query.regex_query(schema, field, f"{word.term}.*") for field in ("title", "rest")
            ]
            every.append(tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in either]))
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in every])
        return [searcher.doc(address) for _, address in searcher.search(query, LIMIT).hits]

    return ask


def _measure_facets(programme: CombinedCatalogue, search_index: SearchIndex) -> Result:
    """All counts of all filters, compared with the two lists of cities and months that SQL counts."""
    facets = Facets(search_index)
    filter_sets = [Filters(), Filters(city="almaty"), Filters(month="2016-05", free_places=True)]
    ours = [
        _milliseconds(lambda _: [facets.count_choices(NOW, filters) for filters in filter_sets], "")
        for _ in range(9)
    ]
    peer = [_milliseconds(lambda _: (programme.cities(NOW), programme.months(NOW)), "") for _ in range(3)]
    return Result("facet_counts", median(ours) / len(filter_sets), median(peer), "SQL: cities, months", "ms")
