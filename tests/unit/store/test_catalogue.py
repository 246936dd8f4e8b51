"""Tests the catalogue: lists, counts and filters by time, place and status."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.base.model import Card, Status
from kiosk.store.catalogue import Catalogue
from tests.unit.store import sample
from tests.unit.store.sample import NOW, at


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Catalogue]:
    catalogue = Catalogue(sample.sample_database())
    yield catalogue
    catalogue.close()


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [card.id for card in cards]


def test_campaign_and_themes_are_read_back(catalogue: Catalogue) -> None:
    assert catalogue.languages == ("en", "kk", "ru")
    assert catalogue.campaign() == sample.PROGRAMME.campaign
    assert catalogue.themes() == sample.PROGRAMME.themes


@pytest.mark.parametrize("event", sample.PROGRAMME.events, ids=lambda event: event.id)
def test_an_event_is_read_back(catalogue: Catalogue, event: sample.Event) -> None:
    assert catalogue.event(event.id) == event


def test_an_unknown_event_is_a_key_error(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError):
        catalogue.event("code' OR 1 --")


def test_coming_events_are_sorted_by_start_and_running_ones_by_end(catalogue: Catalogue) -> None:
    assert ids(catalogue.cards(NOW)) == ["code", "full", "tour", "clubs"]
    assert ids(catalogue.cards(NOW, limit=2, offset=1)) == ["full", "tour"]
    assert catalogue.count_events(NOW) == 4


def test_a_card_shows_the_first_occurrence_that_is_not_past(catalogue: Catalogue) -> None:
    before, after = catalogue.cards(NOW)[0], catalogue.cards(at("2016-04-10T00:00"), theme="innovation")[1]
    assert before.occurrence == sample.CODE.occurrences[0]
    assert (after.id, after.occurrence) == ("code", sample.CODE.occurrences[1])
    assert (before.places, before.registration, before.picture) == (
        (sample.ALMATY,),
        sample.OPEN,
        sample.CODE.media[0],
    )


def test_past_events_are_sorted_most_recent_first(catalogue: Catalogue) -> None:
    assert ids(catalogue.cards(NOW, past=True)) == ["closed", "talk"]
    assert ids(catalogue.cards(at("2017-01-01T00:00"), past=True))[:3] == ["clubs", "closed", "tour"]
    assert catalogue.cards(at("2017-01-01T00:00")) == ()


def test_a_moved_event_stays_until_both_its_times_are_over() -> None:
    moved = sample.changed_database(
        f"UPDATE occurrence SET earliest = {at('2016-04-01T00:00')}, latest = {at('2016-04-02T00:00')}"
        " WHERE event = 'tour'"
    )
    assert "tour" in ids(Catalogue(moved).cards(NOW))


def test_without_a_trusted_clock_only_what_is_marked_over_is_past(catalogue: Catalogue) -> None:
    assert ids(catalogue.cards(None)) == ["clubs", "talk", "code", "full", "tour"]
    assert ids(catalogue.cards(None, past=True)) == ["closed"]
    assert [card.occurrence.when.edtf for card in catalogue.cards(None) if card.id == "code"] == [
        sample.APRIL_9.edtf
    ]


@pytest.mark.parametrize(
    ("city", "expected"),
    [
        ("almaty", ["code", "tour", "clubs"]),
        ("astana", ["full", "tour"]),
        ("louisville", []),
        ("nowhere", []),
    ],
)
def test_a_city_lists_its_events_and_with_a_corner_those_everywhere(
    catalogue: Catalogue, city: str, expected: list[str]
) -> None:
    assert ids(catalogue.cards(NOW, city=city)) == expected
    assert catalogue.count_events(NOW, city=city) == len(expected)


def test_a_building_counts_for_its_city(catalogue: Catalogue) -> None:
    assert ids(catalogue.cards(NOW, city="louisville", past=True)) == ["talk"]


def test_counts_of_cities_match_the_filtered_lists(catalogue: Catalogue) -> None:
    assert catalogue.cities(NOW) == ((sample.ALMATY, 3), (sample.ASTANA, 2))
    for theme in ("", "innovation", "friendship"):
        for city, events in catalogue.cities(NOW, theme):
            assert catalogue.count_events(NOW, theme=theme, city=city.id) == events > 0


def test_places_are_cities_and_venues_outside_cities(catalogue: Catalogue) -> None:
    found = [(place.id, events) for place, events in catalogue.places(NOW)]
    assert found == [("almaty", 3), ("astana", 2), ("corners", 1)]
    for place, events in catalogue.places(None):
        assert catalogue.count_events(None, city=place.id) == events > 0


def test_corners_are_listed(catalogue: Catalogue) -> None:
    assert catalogue.corners() == (sample.CORNER,)


def test_events_are_filtered_by_reach(catalogue: Catalogue) -> None:
    assert ids(catalogue.cards(NOW, reach="route")) == ["tour"]
    assert ids(catalogue.cards(NOW, reach="everywhere")) == ["clubs"]
    assert catalogue.count_events(NOW, reach="route", theme="innovation") == 0


@pytest.mark.parametrize(
    ("month", "expected"), [("2016-04", ["code", "full"]), ("2016-05", ["code"]), ("2016-06", ["tour"])]
)
def test_a_month_lists_overlapping_events_shorter_than_a_year(
    catalogue: Catalogue, month: str, expected: list[str]
) -> None:
    assert ids(catalogue.cards(NOW, month=month)) == expected


def test_a_month_shows_the_occurrence_that_is_in_it(catalogue: Catalogue) -> None:
    (card,) = catalogue.cards(NOW, month="2016-05")
    assert card.occurrence == sample.CODE.occurrences[1]


def test_counts_of_months_match_the_filtered_lists(catalogue: Catalogue) -> None:
    assert catalogue.months(NOW) == (("2016-04", 2), ("2016-05", 1), ("2016-06", 1))
    for theme in ("", "innovation", "friendship"):
        for month, events in catalogue.months(NOW, theme):
            assert catalogue.count_events(NOW, theme=theme, month=month) == events > 0
    assert catalogue.months(at("2020-01-01T00:00")) == ()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOW, ["code"]),
        (at("2016-04-08T23:59"), ["code"]),
        (at("2016-04-09T00:00"), []),
        (at("2016-05-01T00:00"), ["tour"]),
        (None, ["code", "tour"]),
    ],
)
def test_registration_open_means_at_the_present_time(
    catalogue: Catalogue, now: int | None, expected: list[str]
) -> None:
    assert ids(catalogue.cards(now, registration_open=True)) == expected


@pytest.mark.parametrize("status", ["cancelled", "full", "over"])
def test_registration_is_closed_for_cancelled_full_or_over(status: str) -> None:
    database = sample.changed_database(f"UPDATE occurrence SET status = '{status}' WHERE event = 'code'")
    assert Catalogue(database).count_events(NOW, registration_open=True) == 0


def test_filters_combine(catalogue: Catalogue) -> None:
    found = catalogue.cards(NOW, theme="innovation", city="almaty", month="2016-04", registration_open=True)
    assert ids(found) == ["code"]
    assert catalogue.count_events(NOW, theme="friendship", city="almaty", month="2016-04") == 0


def test_a_cancelled_event_is_still_listed() -> None:
    database = sample.changed_database("UPDATE occurrence SET status = 'cancelled' WHERE event = 'full'")
    card = Catalogue(database).cards(NOW)[1]
    assert (card.id, card.occurrence.status) == ("full", Status.CANCELLED)


def test_the_whole_programme_is_read_back() -> None:
    found, made = Catalogue(sample.sample_database()).programme(), sample.PROGRAMME
    assert (found.campaign, found.themes) == (made.campaign, made.themes)
    assert found.venues == tuple(sorted(made.venues, key=lambda venue: venue.id))
    assert found.events == tuple(sorted(made.events, key=lambda event: event.id))


def test_an_unreferenced_catalogue_may_be_collected_in_another_thread() -> None:
    """A connection that cannot be closed there causes a warning, which fails the test."""
    held = [Catalogue(sample.sample_database())]
    held.append(held)  # type: ignore[arg-type]
    del held
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(gc.collect).result() > 0
