"""The sheet of a week or month lists what the calendar lists and is not over yet."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.settings import Settings
from kiosk.flyers.event_list_sheets import period_sheet, period_start, theme_sheet
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.order import FlyerKind, Order
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store.catalogue import Catalogue
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.sheet import Sheet
from tests.unit.store import busy
from tests.unit.store.sample import NOW, at
from tests.unit.viewmodels.sessions import PACK, database_with_events

EVENTS = tuple(event for event in busy.EVENTS if event not in busy.CROWD)


def make_context(now: int = NOW) -> FlyerContext:
    """The context of a programme with a full calendar."""
    programme = CombinedCatalogue((Catalogue(database_with_events(*EVENTS)),))
    return FlyerContext(ShownProgramme(1, (PACK,), programme, Path("/nowhere")), Settings(), now)


def make_sheet(kind: FlyerKind, day: str, now: int = NOW) -> Sheet:
    """The sheet of the week or month with this day, in English."""
    first = period_start(kind, date.fromisoformat(day)).isoformat()
    order = Order(kind, (first,), ("en",), Paper.A4, Ink.COLOUR)
    return period_sheet(make_context(now), order, first, 1)


def events_by_heading(sheet: Sheet) -> list[tuple[str, list[str]]]:
    return [(one.headings[0], [row.event for row in one.rows]) for one in sheet.sections]


def test_a_week_lists_its_days_and_no_undated_events() -> None:
    assert events_by_heading(make_sheet(FlyerKind.WEEK, "2016-04-05")) == [
        ("Monday, 4 April 2016", ["talking"]),
        ("Sunday, 10 April 2016", ["chess"]),
    ]


def test_an_event_that_began_before_the_week_is_listed_on_its_first_day() -> None:
    days = events_by_heading(make_sheet(FlyerKind.WEEK, "2016-05-25"))
    assert days == [("Monday, 23 May 2016", ["show"])]


def test_a_month_lists_events_that_are_not_over_and_undated_ones() -> None:
    sheet = make_sheet(FlyerKind.MONTH, "2016-04-20", at("2016-04-03T13:00"))
    events = dict(events_by_heading(sheet))
    assert events["Saturday, 2 April 2016"] == ["everywhere"]
    assert events["Sunday, 3 April 2016"] == ["chess"]
    assert events["Wednesday, 20 April 2016"] == ["show"]
    assert events["The day is not fixed yet"] == ["late"]
    assert not any("year" in day for day in events.values())
    assert list(events)[-1] == "The day is not fixed yet"


def test_a_row_below_its_day_has_the_time_only() -> None:
    rows = {
        row.event: (row.times[0], row.places[0])
        for one in make_sheet(FlyerKind.MONTH, "2016-04-01").sections
        for row in one.rows
    }
    assert rows["chess"] == ("16:00–17:30", "Corner e")
    assert rows["talking"] == ("18:00–19:00", "Corner e")
    assert rows["show"] == ("20 April – 30 September 2016", "Astana e")


def test_a_period_without_events_raises_an_error() -> None:
    for kind in (FlyerKind.WEEK, FlyerKind.MONTH):
        with pytest.raises(KioskError) as raised:
            make_sheet(kind, "2016-12-07")
        assert raised.value.code == f"flyers.nothing.{kind}"


def test_a_theme_lists_its_upcoming_events() -> None:
    order = Order(FlyerKind.THEME, ("innovation",), ("en",), Paper.A4, Ink.COLOUR)
    sheet = theme_sheet(make_context(), order, "innovation", 1)
    assert [row.event for row in sheet.sections[0].rows] == ["chess"]
    with pytest.raises(KioskError):
        theme_sheet(make_context(at("2017-03-01T10:00")), order, "innovation", 1)
