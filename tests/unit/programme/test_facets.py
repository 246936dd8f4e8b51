"""The counts of the filters equal the lists they lead to."""

from dataclasses import asdict, replace
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base.model import AUDIENCES
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.facets import Facets, Filters
from kiosk.programme.search_index_builder import build_search_index
from kiosk.store.catalogue import Catalogue
from kiosk.store.search_index import SearchIndex
from tests.unit.search import corner_programme as corner
from tests.unit.store import sample
from tests.unit.store.sample import at
from tests.unit.store.series_sample import CLUB, VENUES
from tests.unit.viewmodels.sessions import database_with_venues

MANY_TIMES = sample.changed_database(
    "UPDATE occurrence SET event = 'code' WHERE event = 'full'",
    "INSERT INTO occurrence SELECT 99, 'full', edtf, zone, earliest, latest, 'scheduled', venue,"
    " NULL, NULL, NULL, visible_until FROM occurrence WHERE event = 'talk'",
    "INSERT INTO audience VALUES ('full', 0, 'students')",
)
OFFERS = database_with_venues(VENUES, CLUB)
PROGRAMME = CombinedCatalogue([Catalogue(MANY_TIMES), Catalogue(corner.database()), Catalogue(OFFERS)])
FACETS = Facets(SearchIndex(build_search_index(PROGRAMME)))
THEMES = [theme.id for theme in PROGRAMME.themes()]
CITIES = ["", "almaty", "astana", "louisville", "shymkent", "nowhere"]
MONTHS = ["", *(f"2016-{month:02}" for month in range(2, 12))]
TIMES = st.none() | st.integers(at("2016-02-01T00:00"), at("2017-02-01T00:00"))
FILTERS = st.builds(
    Filters,
    st.sampled_from(["", *THEMES]),
    st.sampled_from([*CITIES, "corners"]),
    st.sampled_from(MONTHS),
    st.sampled_from(["", *AUDIENCES]),
    st.sampled_from(["", "kk", "ru", "en"]),
    st.sampled_from(["", "free", "online", "step_free"]),
    st.sampled_from(["", "A2", "C1"]),
    st.booleans(),
)


def count_list(now: int | None, filters: Filters) -> int:
    wanted = asdict(filters)
    return PROGRAMME.count_events(now, registration_open=wanted.pop("free_places"), **wanted)


@settings(deadline=None)
@given(TIMES, FILTERS)
def test_every_facet_count_equals_its_list(now: int | None, filters: Filters) -> None:
    counts = FACETS.count_choices(now, filters)
    assert counts.total == count_list(now, filters)
    assert counts.free_places == count_list(now, replace(filters, free_places=True))
    choices = (
        ("city", CITIES[1:]),
        ("month", MONTHS[1:]),
        ("audience", AUDIENCES),
        ("spoken", ("kk", "ru", "en")),
        ("offer", ("free", "online", "step_free")),
        ("level", ("A2", "C1")),
    )
    for name, values in choices:
        found = counts.choices[name]
        expected = {value: count_list(now, replace(filters, **{name: value})) for value in values}
        assert {value: found.get(value, 0) for value in values} == expected
        assert 0 not in found.values()


def test_facet_choices_are_sorted_for_display() -> None:
    counts = FACETS.count_choices(int(datetime(2016, 4, 3).timestamp()), Filters())
    assert list(counts.choices["month"]) == sorted(counts.choices["month"])
    assert list(counts.choices["city"].values()) == sorted(counts.choices["city"].values(), reverse=True)
