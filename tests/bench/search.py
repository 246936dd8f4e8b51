"""A key stroke in the search over 100,000 events, beside LIKE over their titles and beside tantivy."""

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
from tests.bench.made_up_packs import databases
from tests.bench.results import Result

PACKS, EACH = 10, 10_000
"""A pack may have 20,000 events, and texts for half as many."""
NOW = 1_459_674_000
"""3 April 2016, in the middle of the years the events are from."""
LIMIT, SEEN = 20, 8
"""Rows asked for, and rows a screen shows at once."""
TURNS = 3
TYPED = (
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


def search() -> list[Result]:
    """Milliseconds a key stroke takes, in the middle and at worst, and those of counting all filters."""
    programme = CombinedCatalogue([Catalogue(database) for database in databases(PACKS, EACH)])
    made = SearchIndex(build_search_index(programme))
    ours = EventSearch(programme, made)
    like, peer = _like(made), _tantivy(programme)

    def shown(typed: str) -> None:
        found = ours.search(typed, "ru", NOW, LIMIT)
        for hit in (found.hits or found.suggestions)[:SEEN]:
            ours.excerpt_of(hit, "ru")

    times = [[_turns(ask, typed) for ask in (shown, like, peer)] for typed in _strokes()]
    mine, liked, theirs = zip(*times, strict=True)
    return [
        Result("search_p50", median(mine), median(theirs), "tantivy", "ms"),
        Result("search_p99", _worst(mine), _worst(theirs), "tantivy", "ms"),
        Result("search_like_p50", median(mine), median(liked), "LIKE over titles", "ms"),
        Result("search_like_p99", _worst(mine), _worst(liked), "LIKE over titles", "ms"),
        *_on_the_page(ours, programme, theirs),
        _facets(programme, made),
    ]


def _on_the_page(
    ours: EventSearch, programme: CombinedCatalogue, theirs: tuple[float, ...]
) -> tuple[Result, Result]:
    """The same strokes on the page of a window: the answer, its cards, and all that is drawn of them made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.screen_kit import opened, settle
    from tests.unit.viewmodels.sessions import session

    visitor = session("ru", now=NOW)
    assert visitor.programme
    visitor.programme, visitor.search = replace(visitor.programme, catalogue=programme), ours
    with opened(visitor, "1920x1080") as shown:
        shown.shell.goHome()
        shown.shell.open("search")
        gc.collect()
        gc.freeze()  # as the program does once its first picture is there
        page, times = shown.shell.search_page, list[float]()
        for typed in TYPED:
            page.clear()
            for letter in typed:
                settle()
                times.append(_milliseconds(page.type, letter))
    return (
        Result("search_page_p50", median(times), median(theirs), "tantivy", "ms"),
        Result("search_page_p99", _worst(tuple(times)), _worst(theirs), "tantivy", "ms"),
    )


def _strokes() -> Iterator[str]:
    """What stands in the field after each key, from the first letter on."""
    for typed in TYPED:
        yield from (typed[:length] for length in range(1, len(typed) + 1))


def _turns(ask: Callable[[str], object], typed: str) -> float:
    return median(_milliseconds(ask, typed) for _ in range(TURNS))


def _milliseconds(ask: Callable[[str], object], typed: str) -> float:
    start = time.perf_counter()
    ask(typed)
    return (time.perf_counter() - start) * 1e3


def _worst(times: tuple[float, ...]) -> float:
    return quantiles(times, n=100)[98]


def _like(made: SearchIndex) -> Callable[[str], object]:
    """What one would write first: the titles that have it somewhere, the soonest first."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE title (n INTEGER PRIMARY KEY, event TEXT, folded TEXT)")
    rows = (
        (one.number, one.event, fold(" ".join(one.titles.values())))
        for one in made.entries_from(0, made.size)
    )
    connection.executemany("INSERT INTO title VALUES (?, ?, ?)", rows)
    first = made.first_coming(NOW)
    sql = "SELECT event FROM title WHERE folded LIKE ? ORDER BY n < ?, n LIMIT ?"
    return lambda typed: connection.execute(sql, (f"%{fold(typed)}%", first, LIMIT)).fetchall()


def _tantivy(programme: CombinedCatalogue) -> Callable[[str], object]:
    """The same folded texts in a search library: every word as a beginning, in the title or the rest."""
    builder = tantivy.SchemaBuilder()
    for field in ("event", "title", "rest"):
        builder.add_text_field(field, stored=field == "event")
    schema = builder.build()
    made = tantivy.Index(schema)
    writer = made.writer(256_000_000, 1)
    for catalogue in programme.catalogues:
        for _, id in catalogue.index_source.event_ends():
            event = catalogue.index_source.read_event(id)
            texts = {"title": fold(" ".join(event.titles.values())), "rest": fold(" ".join(event.texts))}
            writer.add_document(tantivy.Document(event=id, **texts))
    writer.commit()
    writer.wait_merging_threads()
    made.reload()
    searcher = made.searcher()

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


def _facets(programme: CombinedCatalogue, made: SearchIndex) -> Result:
    """All counts of all filters, beside the two lists of cities and months that SQL counts."""
    facets = Facets(made)
    asked = [Filters(), Filters(city="almaty"), Filters(month="2016-05", free_places=True)]
    ours = [
        _milliseconds(lambda _: [facets.count_choices(NOW, filters) for filters in asked], "")
        for _ in range(9)
    ]
    peer = [_milliseconds(lambda _: (programme.cities(NOW), programme.months(NOW)), "") for _ in range(3)]
    return Result("facet_counts", median(ours) / len(asked), median(peer), "SQL: cities, months", "ms")
