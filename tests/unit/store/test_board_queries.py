"""The queries of the home page: how near an occurrence is, what was moved away, what comes next."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kiosk.base.model import Ages, Event, Occurrence, Reach, Status
from kiosk.store.board_queries import (
    AFTER,
    MOVED_AWAY,
    ON_DAYS,
    BoardQueries,
    BoardTime,
    Nearness,
    Surroundings,
)
from kiosk.store.catalogue import Catalogue
from kiosk.store.schema import TIME_INDEXES
from tests.unit.store import busy
from tests.unit.store.busy import event, timed, whole
from tests.unit.store.sample import ALMATY, ASTANA, CORNER, DAY, NOW, at, query_plan, sample_database
from tests.unit.viewmodels.sessions import database_with_events

AROUND = Surroundings("corner-almaty", "almaty")
FIRST, LAST = at("2016-04-06T00:00"), at("2016-04-07T00:00") - 1
EVENING = Occurrence(timed("2016-04-06", "18:00", "19:00"))


_open: list[Catalogue] = []
"""A catalogue is closed when nobody refers to it any more."""


def queries(*events: Event) -> BoardQueries:
    """The queries of a programme of these events."""
    _open.append(Catalogue(database_with_events(*events)))
    return _open[-1].board


def ids(times: Sequence[BoardTime]) -> list[str]:
    return [one.match.event for one in times]


@pytest.mark.parametrize(
    ("place", "nearness"),
    [(CORNER, Nearness.HERE), (ALMATY, Nearness.CITY), (ASTANA, Nearness.ELSEWHERE)],
)
def test_how_near_an_occurrence_is(place: busy.Venue, nearness: Nearness) -> None:
    by_event = queries(event("club", EVENING, place=place))
    by_occurrence = queries(event("club", replace(EVENING, venue=place), place=ASTANA))
    for found in (by_event, by_occurrence):
        assert [one.nearness for one in found.on_days(AROUND, FIRST, LAST)] == [nearness]
        assert [one.nearness for one in found.on_days(Surroundings(), FIRST, LAST)] == [Nearness.HERE]
        assert [one.nearness for one in found.after(AROUND, FIRST - 1, LAST, 9)] == [nearness]


def test_what_is_everywhere_is_here() -> None:
    everywhere = replace(event("club", EVENING, place=ASTANA), reach=Reach.EVERYWHERE)
    (found,) = queries(everywhere).on_days(AROUND, FIRST, LAST)
    assert found.nearness is Nearness.HERE


def test_an_occurrence_is_found_by_the_days_it_overlaps() -> None:
    found = queries(
        event("before", whole("2016-04-05", "2016-04-05")),
        event("over", replace(EVENING, status=Status.OVER)),
        event("cancelled", replace(EVENING, status=Status.CANCELLED)),
        event("long", whole("2016-04-01/2016-04-09", "2016-04-01", "2016-04-09")),
        event("month", whole("2016-04", "2016-04-01", "2016-04-30")),
        event("about", whole("2016-04-06~/2016-04-09~", "2016-04-01", "2016-04-10")),
        event("after", whole("2016-04-07", "2016-04-07")),
    )
    assert sorted(ids(found.on_days(AROUND, FIRST, LAST))) == ["cancelled", "long"]
    assert ids(found.undated(AROUND, FIRST, 9)) == ["about", "month"]


def test_what_was_moved_away_is_found_on_its_first_day() -> None:
    later = timed("2016-04-12", "18:00", "19:00")
    moved = Occurrence(later, Status.MOVED, original=EVENING.when)
    within = Occurrence(timed("2016-04-06", "20:00", "21:00"), Status.MOVED, original=EVENING.when)
    found = queries(event("moved", moved), event("within", within)).on_days(AROUND, FIRST, LAST)
    assert [(one.match.event, one.when.edtf, one.is_moved_away) for one in found] == [
        ("within", within.when.edtf, False),
        ("moved", EVENING.when.edtf, True),
    ]


def test_of_each_event_the_first_later_occurrence_is_found_the_nearest_place_first() -> None:
    far = event("far", Occurrence(timed("2016-04-07", "09:00", "10:00")), place=ASTANA)
    club = event(
        "club", *(Occurrence(timed(f"2016-04-{day}", "18:00", "19:00")) for day in ("15", "08")), place=CORNER
    )
    off = event("off", whole("2016-04-08", "2016-04-08", status=Status.CANCELLED), place=CORNER)
    found = queries(far, club, off)
    times = found.after(AROUND, LAST, LAST + 30 * DAY, 9)
    assert [(one.match.event, one.when.edtf[:10]) for one in times] == [
        ("club", "2016-04-08"),
        ("far", "2016-04-07"),
    ]
    assert ids(found.after(AROUND, LAST, LAST + 30 * DAY, 1)) == ["club"]
    assert ids(found.after(AROUND, LAST, LAST + DAY, 9)) == ["far"]


def test_of_a_tour_the_meeting_here_is_found_beside_an_earlier_one_elsewhere() -> None:
    tour = event(
        "tour",
        Occurrence(timed("2016-04-07", "09:00", "10:00"), venue=ASTANA),
        Occurrence(timed("2016-04-09", "09:00", "10:00"), venue=CORNER),
    )
    times = queries(tour).after(AROUND, LAST, LAST + 30 * DAY, 9)
    assert [(one.nearness, one.when.edtf[:10]) for one in times] == [
        (Nearness.HERE, "2016-04-09"),
        (Nearness.ELSEWHERE, "2016-04-07"),
    ]


def test_seasons_come_before_years() -> None:
    found = queries(busy.YEAR, busy.SUMMER, busy.LATE, busy.JUNE)
    assert ids(found.undated(AROUND, NOW, 9)) == ["late", "june", "summer", "year"]
    assert ids(found.undated(AROUND, at("2016-07-15T12:00"), 9)) == ["summer", "year"]


@pytest.mark.parametrize(
    ("sql", "index"), [(ON_DAYS, TIME_INDEXES[0]), (AFTER, TIME_INDEXES[0]), (MOVED_AWAY, TIME_INDEXES[1])]
)
def test_the_board_reads_no_occurrences_but_those_of_its_days(sql: str, index: str) -> None:
    values = {"first": FIRST, "last": LAST, "until": LAST + DAY, "limit": 9} | AROUND._asdict()
    first, *_ = query_plan(sample_database(), sql, values, index)
    assert first.startswith(f"SEARCH occurrence USING INDEX {index.split()[2]} ("), first


def test_events_for_children_are_said_to_be_or_have_an_upper_age() -> None:
    children = replace(event("children", EVENING), audience=("children",))
    pupils = replace(event("pupils", EVENING), ages=Ages(8, 14))
    others = (
        replace(event("others", EVENING), ages=Ages(8)),
        replace(event("adults", EVENING), ages=Ages(8, 15)),
    )
    catalogue = Catalogue(database_with_events(children, pupils, *others))
    found = [one.event for one in catalogue.find_events(None, offer="children")]
    assert sorted(found) == ["children", "pupils"]
