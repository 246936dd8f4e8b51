"""The numbers of coming events are those of the lists, at every moment."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.model import Ages, Price
from kiosk.store.catalogue import Catalogue
from kiosk.store.coming_counts import EventCount
from tests.unit.store import busy
from tests.unit.store.busy import event, whole
from tests.unit.store.sample import DAY, NOW, sample_database
from tests.unit.viewmodels.sessions import database_with_events

APRIL = whole("2016-04-08", "2016-04-08")
PRICED = (
    replace(event("free", APRIL), price=Price(True)),
    replace(event("paid", APRIL), price=Price(False), ages=Ages(8, 14), audience=("children",)),
    *busy.EVENTS,
)
MOMENTS = st.integers(NOW - 400 * DAY, NOW + 400 * DAY)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(database_with_events(*PRICED))


def test_coming_events_are_counted_by_theme_and_price() -> None:
    assert Catalogue(sample_database()).coming.by_theme(NOW) == [
        EventCount("friendship", None, 2),
        EventCount("innovation", None, 1),
        EventCount("innovation", True, 1),
    ]


@given(now=MOMENTS)
def test_the_counts_are_the_lengths_of_the_lists(catalogue: Catalogue, now: int) -> None:
    by_theme = {theme.id: 0 for theme in catalogue.themes()}
    for count in catalogue.coming.by_theme(now):
        by_theme[count.theme] += count.events
    assert by_theme == {id: len(catalogue.find_events(now, theme=id)) for id in by_theme}
    free = sum(count.events for count in catalogue.coming.by_theme(now) if count.is_free)
    assert free == len(catalogue.find_events(now, offer="free"))
    for offer in ("free", "online", "children", "step_free"):
        assert catalogue.coming.of_offer(offer, now) == len(catalogue.find_events(now, offer=offer))


def test_a_count_that_is_asked_again_reads_nothing() -> None:
    statements: list[str] = []
    catalogue = Catalogue(sample_database())
    connection = catalogue._connection
    connection.set_trace_callback(statements.append)
    for day in range(3):
        catalogue.coming.by_theme(NOW + day * DAY)
        catalogue.coming.of_offer("free", NOW + day * DAY)
    connection.set_trace_callback(None)
    assert len(statements) == 2
