"""The first choices lead to what they say, and to nothing when there is nothing of their own."""

from dataclasses import replace

import pytest

from kiosk.base.model import Event, Price, Status
from kiosk.programme.choices import Choice, HomeProgramme
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.store.catalogue import Catalogue
from tests.unit.store.busy import Occurrence, event, timed, whole
from tests.unit.store.sample import ASTANA, CORNER, at
from tests.unit.viewmodels.sessions import database_with_events

AFTERNOON = Occurrence(timed("2016-04-06", "15:00", "17:30"))
EVENING = Occurrence(timed("2016-04-06", "17:00", "19:00"))
LATE = Occurrence(timed("2016-04-06", "19:00", "20:00"))
SATURDAY = Occurrence(timed("2016-04-09", "11:00", "12:00"))


def find(choice: Choice, local_time: str, *events: Event) -> list[str]:
    """The events of a choice at a Corner in Almaty."""
    catalogue = CombinedCatalogue((Catalogue(database_with_events(*events)),))
    return [one.event for one in HomeProgramme(catalogue, "corner-almaty", at(local_time)).find(choice)]


@pytest.mark.parametrize(
    ("local_time", "evening", "now", "today"),
    [
        ("14:20", ["evening", "late"], [], ["afternoon", "evening", "late", "off"]),
        ("17:10", ["evening", "late"], ["evening", "afternoon"], ["evening", "afternoon", "off", "late"]),
        ("19:30", ["late"], ["late"], ["late"]),
        ("20:30", [], [], []),
    ],
)
def test_the_choices_of_a_day(local_time: str, evening: list[str], now: list[str], today: list[str]) -> None:
    events = [
        event("afternoon", AFTERNOON, place=CORNER),
        event("evening", EVENING, place=CORNER),
        event("late", LATE, place=CORNER),
        event("off", replace(EVENING, status=Status.CANCELLED), place=CORNER),
        event("far", EVENING, place=ASTANA),
    ]
    moment = f"2016-04-06T{local_time}"
    assert find(Choice.EVENING, moment, *events) == evening
    assert find(Choice.NOW, moment, *events) == now
    assert sorted(find(Choice.TODAY, moment, *events)) == sorted(today)


@pytest.mark.parametrize(
    ("local_time", "expected"),
    [
        ("2016-04-06T14:20", ["fair", "saturday"]),
        ("2016-04-09T11:30", ["fair", "saturday"]),
        ("2016-04-09T14:20", ["fair"]),
        ("2016-04-10T14:20", ["fair"]),
        ("2016-04-11T00:00", []),
    ],
)
def test_the_weekend_is_this_one_until_it_is_over(local_time: str, expected: list[str]) -> None:
    fair = event("fair", whole("2016-04-09/2016-04-10", "2016-04-09", "2016-04-10"))
    off = event("off", replace(SATURDAY, status=Status.CANCELLED))
    found = find(
        Choice.WEEKEND,
        local_time,
        fair,
        event("saturday", SATURDAY),
        off,
        event("far", SATURDAY, place=ASTANA),
    )
    assert found == expected


def test_for_children_are_the_coming_events_for_children() -> None:
    club = replace(event("club", SATURDAY), audience=("children", "students"))
    assert find(Choice.CHILDREN, "2016-04-06T14:20", club, event("other", LATE)) == ["club"]


def test_free_leads_somewhere_only_where_not_all_is_free() -> None:
    free, other = replace(event("free", SATURDAY), price=Price(True)), event("other", SATURDAY)
    assert find(Choice.FREE, "2016-04-06T14:20", free, other) == ["free"]
    assert find(Choice.FREE, "2016-04-06T14:20", free) == []
    assert find(Choice.FREE, "2016-04-06T14:20", other) == []
