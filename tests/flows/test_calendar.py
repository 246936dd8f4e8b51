"""A visitor finds events in the calendar: by month, by day, undated, at this Corner, among 400 of a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from tests.appearance.rules import find_faults
from tests.flows.gestures import touch
from tests.screen_kit import (
    centre,
    click,
    find,
    is_dead,
    items,
    open_session,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    wait_until_ready,
    window,
)
from tests.unit.store import busy, fair
from tests.unit.store.sample import at
from tests.unit.viewmodels.sessions import database_with_events, database_with_venues, make_session

ORIENTATIONS = ["1920x1080", "1080x1920"]
SIZES = [*ORIENTATIONS, "1280x1024", "1366x768", "3840x2160"]
HOURS = {
    "en": "Monday to Friday 10:00–19:00, Saturday 11:00–17:00",
    "kk": "дүйсенбі–жұма 10:00–19:00, сенбі 11:00–17:00",
    "ru": "понедельник–пятница 10:00–19:00, суббота 11:00–17:00",
}
PERHAPS_IN_JUNE = {"en": "Perhaps in June", "kk": "Маусымда болуы мүмкін", "ru": "Возможно, в июне"}


@contextmanager
def open_calendar(size: str = "1920x1080", language: str = "en") -> Iterator[KioskWindow]:
    """Open the calendar of a Corner with clubs and a day of thirty events."""
    session = make_session(
        language, database=database_with_events(*busy.EVENTS), corner="corner-almaty", corner_hours=HOURS
    )
    with open_session(session, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        yield shown


def agenda_event_ids(shown: KioskWindow) -> list[str]:
    """The ids of the events in the agenda, from the top."""
    found = [item for item in tap_targets(shown) if item.objectName().startswith("event-")]
    found.sort(key=lambda item: item.mapToScene(item.position()).y())
    return [item.objectName().removeprefix("event-") for item in found]


@pytest.mark.parametrize("size", ORIENTATIONS)
def test_an_event_is_found_by_its_day(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        assert find(shown, "dock-calendar").property("chosen")
        assert find(shown, "day-2016-04-03").property("isToday")
        tap(shown, "day-2016-04-09")
        assert agenda_event_ids(shown) == ["exercise-open-evening"]
        tap(shown, "event-exercise-open-evening")
        assert shown.shell.page == "event"
        tap(shown, "back")
        assert find(shown, "day-2016-04-09").property("chosen")
        tap(shown, "back")
        assert shown.shell.page == "home"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ORIENTATIONS)
def test_undated_events_are_found_in_their_month(size: str, language: str) -> None:
    with open_calendar(size, language) as shown:
        tap(shown, "month-after")
        tap(shown, "month-after")
        tap(shown, "undated")
        assert agenda_event_ids(shown) == ["june", "summer", "year"]
        assert PERHAPS_IN_JUNE[language] in texts(shown)
        tap(shown, "event-june")
        assert shown.shell.pages.event.eventId == "june"
        tap(shown, "back")
        assert find(shown, "undated").property("chosen")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ORIENTATIONS)
def test_this_corner_and_the_next_meetings_are_at_the_top_of_today(size: str, language: str) -> None:
    with open_calendar(size, language) as shown:
        assert agenda_event_ids(shown) == ["chess", "everywhere", "talking"]
        tap(shown, "earlier")
        assert agenda_event_ids(shown)[0] == "elsewhere"
        assert any(HOURS[language] in text for text in texts(shown))
        assert translator(language).text("screens.calendar.here") in texts(shown)


@pytest.mark.parametrize("size", ORIENTATIONS)
def test_the_button_for_more_reaches_the_last_of_thirty_events(size: str) -> None:
    with open_calendar(size, "kk") as shown:
        tap(shown, f"day-{busy.CROWDED}")
        assert len(agenda_event_ids(shown)) == 24
        (agenda_list,) = (item for item in items(shown) if item.inherits("QQuickFlickable"))
        for _ in range(20):
            if agenda_list.property("atYEnd") and len(agenda_event_ids(shown)) == 30:
                break
            before = len(agenda_event_ids(shown)), agenda_list.property("contentY")
            tap(shown, "Тағы")
            wait_until(
                lambda before=before: (
                    (len(agenda_event_ids(shown)), agenda_list.property("contentY")) != before
                )
            )
        wait_until(lambda: has_stopped(agenda_list))
        tap(shown, "event-crowd-29")
        assert shown.shell.pages.event.eventId == "crowd-29"


def has_stopped(agenda_list: QQuickItem) -> bool:
    """Whether the list has stopped scrolling."""
    before = agenda_list.property("contentY")
    QTest.qWait(100)
    return bool(agenda_list.property("contentY") == before)


@pytest.mark.parametrize("size", ORIENTATIONS)
def test_a_month_without_events_offers_the_next_one_with_events(size: str) -> None:
    with open_calendar(size, "ru") as shown:
        for _ in range(6):
            tap(shown, "month-after")
        assert "В октябре пока ничего не запланировано" in texts(shown)
        tap(shown, "offer")
        assert (find(shown, "month").property("text"), agenda_event_ids(shown)) == ("Февраль 2017", ["again"])
        tap(shown, "today")
        assert find(shown, "day-2016-04-03").property("chosen")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ORIENTATIONS)
def test_an_empty_day_shows_what_may_be_and_leads_to_the_next_dated_day(size: str, language: str) -> None:
    with open_calendar(size, language) as shown:
        tap(shown, "day-2016-04-12")
        assert translator(language).text("screens.calendar.empty_day") in texts(shown)
        assert {"late", "year"} <= set(agenda_event_ids(shown))
        offer = find(shown, "offer")
        assert offer.height() >= 120 * min(shown.view.width(), shown.view.height()) / 1080 - 1
        tap(shown, "offer")
        assert find(shown, f"day-{busy.CROWDED}").property("chosen")
        assert agenda_event_ids(shown)[0] == "crowd-00"


def test_the_demo_shows_its_undated_events_without_a_touch(demo: Path) -> None:
    with window(demo, language="ru") as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        assert len(agenda_event_ids(shown)) == 14
        tap(shown, "offer")
        assert find(shown, "month").property("text") == "Июнь 2016"
        assert {"techforum", "ultra-marathon"} <= set(agenda_event_ids(shown))


@contextmanager
def open_fair(size: str, language: str, now: str = "14:20") -> Iterator[KioskWindow]:
    """Open the calendar on a day of 400 events in 100 rooms."""
    database = database_with_venues(fair.VENUES, *fair.EVENTS)
    session = make_session(language, database=database, now=at(f"{fair.DAY}T{now}"))
    with open_session(session, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        yield shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ORIENTATIONS)
def test_a_big_day_starts_at_now_and_is_filtered_by_hour_city_and_room(size: str, language: str) -> None:
    with open_fair(size, language) as shown:
        assert agenda_event_ids(shown)[0] == "fair-150"
        assert translator(language).text("screens.calendar.earlier_count", n=150) in texts(shown)
        tap(shown, "part-evening")
        assert agenda_event_ids(shown)[0] == "fair-242"
        tap(shown, "day-filter-city")
        tap(shown, "day-choice-astana")
        tap(shown, "day-filter-venue")
        tap(shown, "day-choice-room-100")
        (id,) = agenda_event_ids(shown)
        tap(shown, f"event-{id}")
        tap(shown, "back")
        assert agenda_event_ids(shown) == [id]
        for name in ("day-filter-venue", "day-filter-city", "part-evening"):
            tap(shown, name)
        tap(shown, "earlier")
        assert agenda_event_ids(shown)[0] == "fair-000"
        tap(shown, "earlier")
        assert agenda_event_ids(shown)[0] == "fair-150"


def test_the_next_visitor_finds_a_big_day_without_filters() -> None:
    with open_fair("1920x1080", "kk") as shown:
        tap(shown, "part-evening")
        shown.shell.showAttract()
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        assert not find(shown, "part-evening").property("chosen")
        assert agenda_event_ids(shown)[0] == "fair-150"


def test_a_double_tap_on_a_filter_of_a_day_counts_once() -> None:
    with open_fair("1920x1080", "kk") as shown:
        wait_until_ready(shown)
        properties = {"earlier": "chosen", "part-evening": "chosen", "day-filter-venue": "isOpen"}
        for name, chosen in properties.items():
            wait_until(lambda name=name: not is_dead(shown, centre(find(shown, name))))
            point = centre(find(shown, name))
            for _ in range(2):
                click(shown, point)
            assert find(shown, name).property(chosen)


@pytest.mark.parametrize("size", SIZES)
def test_a_big_day_keeps_the_layout_rules(size: str) -> None:
    found = []
    with open_fair(size, "kk") as shown:
        agenda = shown.shell.pages.calendar.agenda
        for language in LANGUAGES:
            shown.shell.setLanguage(language)
            steps = {
                "now": lambda: None,
                "rooms": lambda: agenda.filter_bar.toggleKind("venue"),
                "room": lambda: agenda.filter_bar.choose("room-100"),
                "all": lambda: agenda.filter_bar.toggleKind("venue"),
                "earlier": agenda.toggleEarlier,
                "later": agenda.toggleEarlier,
            }
            for name, step in steps.items():
                step()
                settle()
                found += [f"{name} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
    assert not found, "\n".join(found)


def test_a_change_of_language_keeps_the_day() -> None:
    with open_calendar() as shown:
        tap(shown, f"day-{busy.CROWDED}")
        tap(shown, "Қазақша")
        assert find(shown, "agenda").property("text") == "16 сәуір, сенбі"
        assert find(shown, "month").property("text") == "2016 жылғы сәуір"


def test_a_touch_selects_a_day() -> None:
    with open_calendar() as shown:
        touch(shown, centre(find(shown, "day-2016-04-10")))
        assert find(shown, "day-2016-04-10").property("chosen")


def test_with_an_untrusted_clock_there_is_no_today() -> None:
    with open_session(make_session(database=database_with_events(*busy.EVENTS), trusted=False)) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        days = [item for item in tap_targets(shown) if item.objectName().startswith("day-")]
        assert len(days) == 30
        assert not any(day.property("isToday") for day in days)
        assert "Today" not in texts(shown)


@pytest.mark.parametrize("size", SIZES)
def test_a_full_calendar_keeps_the_layout_rules(size: str) -> None:
    found = []
    with open_calendar(size) as shown:
        page = shown.shell.pages.calendar
        for language in LANGUAGES:
            shown.shell.setLanguage(language)
            page.goToday()
            steps = {
                "today": lambda: None,
                "crowded": lambda: page.selectDay(busy.CROWDED),
                "undated": page.selectUndated,
                "six weeks": lambda: page.shiftMonth(6),
                "empty": lambda: page.shiftMonth(2),
                "empty day": lambda: page.restore((date(2016, 4, 1), "2016-04-12")),
            }
            for name, step in steps.items():
                step()
                settle()
                found += [f"{name} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
    assert not found, "\n".join(found)
