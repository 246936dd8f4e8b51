"""Builds the search index of a programme from its events, never from a pack's own index (ADR 13)."""

from array import array
from collections import defaultdict
from collections.abc import Iterator

from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.search.fold import terms
from kiosk.search.synonyms import AUDIENCE_WORDS, OFFER_WORDS, month_words
from kiosk.store.index_source import IndexableEvent
from kiosk.store.search_index import EventTerms, Facet, build_index

THEME, CITY, PLACE, MONTH, AUDIENCE, SPOKEN = "theme", "city", "place", "month", "audience", "spoken"
OFFER, LEVEL = "offer", "level"
CAN_JOIN, MONTH_CAN_JOIN = "takes", "month_takes"
"""Until when an occurrence that one can join is coming: any, and one in that month."""
OPENS, CLOSES = "opens", "closes"
"""Until when registration is not open yet, and until when it is not closed."""


def build_search_index(programme: CombinedCatalogue) -> bytes:
    """The index of all events of `programme`, for `kiosk.store.search_index.SearchIndex`."""
    facets: _FacetEntries = defaultdict(dict)
    return build_index(_indexed_events(programme, facets), _facets(facets))


_FacetEntries = dict[tuple[str, str], dict[int, int]]
"""For each (kind, value) of a facet: its entries, each with the UTC second until which it applies."""


def _indexed_events(programme: CombinedCatalogue, facets: _FacetEntries) -> Iterator[EventTerms]:
    """Yield the events by their ends and add each to `facets`."""
    sources = [catalogue.index_source for catalogue in programme.catalogues]
    order = sorted(
        (ends, id, place) for place, source in enumerate(sources) for ends, id in source.event_ends()
    )
    for n, (ends, id, catalogue) in enumerate(order):
        event = sources[catalogue].read_event(id)
        _add_facets(facets, n, ends, event)
        title = {term for words in event.titles.values() for term in terms(words)}
        others = (
            *event.texts,
            *map(month_words, event.months),
            *(AUDIENCE_WORDS[code] for code in event.audiences),
            *(OFFER_WORDS[code] for code in event.offers),
        )
        all_terms = title.union(*map(terms, others))
        yield EventTerms(id, catalogue, ends, event.titles, event.occurrences, title, all_terms)


def _add_facets(facets: _FacetEntries, n: int, ends: int, event: IndexableEvent) -> None:
    for kind, values in (
        (THEME, (event.theme,)),
        (CITY, event.cities),
        (PLACE, event.places),
        (AUDIENCE, event.audiences),
        (SPOKEN, event.spoken),
        (OFFER, event.offers),
        (LEVEL, event.levels),
    ):
        for value in values:
            facets[kind, value][n] = ends
    for time in event.open_times:
        kinds = [(MONTH, name) for name in time.months]
        if time.is_open and event.registration_window:
            kinds += [(CAN_JOIN, ""), *((MONTH_CAN_JOIN, name) for name in time.months)]
        for kind_value in kinds:
            entries = facets[kind_value]
            entries[n] = max(time.until, entries.get(n, time.until))
    if event.registration_window:
        opens, closes = event.registration_window
        facets[OPENS, ""][n] = opens - 1
        facets[CLOSES, ""][n] = closes


def _facets(facets: _FacetEntries) -> Iterator[Facet]:
    for (kind, value), entries in sorted(facets.items()):
        by_end = sorted(entries, key=entries.__getitem__)
        yield Facet(kind, value, array("q", (entries[n] for n in by_end)), array("q", by_end))
