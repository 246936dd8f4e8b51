"""Makes the search index of all that is shown, from the events and never from a pack's own index (ADR 13)."""

from array import array
from collections import defaultdict
from collections.abc import Iterator

from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.search.fold import terms
from kiosk.search.synonyms import AUDIENCE_WORDS, month_words
from kiosk.store.index_source import IndexableEvent
from kiosk.store.search_index import EventTerms, Facet, build_index

THEME, CITY, PLACE, MONTH, AUDIENCE, SPOKEN = "theme", "city", "place", "month", "audience", "spoken"
TAKES, MONTH_TAKES = "takes", "month_takes"
"""Until when an occurrence one may take part in is coming: any, and one in that month."""
OPENS, CLOSES = "opens", "closes"
"""Until when registration is not open yet, and until when it is not closed."""


def build_search_index(programme: CombinedCatalogue) -> bytes:
    """The index of all events of `programme`, for `kiosk.store.search_index.SearchIndex`."""
    tally: _FacetEntries = defaultdict(dict)
    return build_index(_indexed_events(programme, tally), _facets(tally))


_FacetEntries = dict[tuple[str, str], dict[int, int]]
"""By kind and value of a facet: until when which entry has it."""


def _indexed_events(programme: CombinedCatalogue, tally: _FacetEntries) -> Iterator[EventTerms]:
    """The events by their ends; `tally` has counted them when they are through."""
    sources = [catalogue.index_source for catalogue in programme.catalogues]
    order = sorted(
        (ends, id, place) for place, source in enumerate(sources) for ends, id in source.event_ends()
    )
    for n, (ends, id, place) in enumerate(order):
        event = sources[place].read_event(id)
        _count_facets(tally, n, ends, event)
        title = {term for words in event.titles.values() for term in terms(words)}
        others = (
            *event.texts,
            *map(month_words, event.months),
            *(AUDIENCE_WORDS[code] for code in event.audiences),
        )
        whole = title.union(*map(terms, others))
        yield EventTerms(id, place, ends, event.titles, event.occurrences, title, whole)


def _count_facets(tally: _FacetEntries, n: int, ends: int, event: IndexableEvent) -> None:
    for kind, values in (
        (THEME, (event.theme,)),
        (CITY, event.cities),
        (PLACE, event.places),
        (AUDIENCE, event.audiences),
        (SPOKEN, event.spoken),
    ):
        for value in values:
            tally[kind, value][n] = ends
    for time in event.open_times:
        kinds = [(MONTH, name) for name in time.months]
        if time.is_open and event.registration_window:
            kinds += [(TAKES, ""), *((MONTH_TAKES, name) for name in time.months)]
        for kind_value in kinds:
            entries = tally[kind_value]
            entries[n] = max(time.until, entries.get(n, time.until))
    if event.registration_window:
        opens, closes = event.registration_window
        tally[OPENS, ""][n] = opens - 1
        tally[CLOSES, ""][n] = closes


def _facets(tally: _FacetEntries) -> Iterator[Facet]:
    for (kind, value), entries in sorted(tally.items()):
        by_end = sorted(entries, key=entries.__getitem__)
        yield Facet(kind, value, array("q", (entries[n] for n in by_end)), array("q", by_end))
