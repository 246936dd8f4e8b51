"""Finding an event by its day: months, days, what has no day, this Corner; by touch, upright too."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from tests.appearance.rules import find_faults
from tests.screen_kit import (
    centre,
    find,
    items,
    open_session,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    window,
)
from tests.unit.store import busy
from tests.unit.viewmodels.sessions import database_with_events, make_session

BOTH = ["1920x1080", "1080x1920"]
SIZES = [*BOTH, "1280x1024", "1366x768", "3840x2160"]
HOURS = {
    "en": "Monday to Friday 10:00–19:00, Saturday 11:00–17:00",
    "kk": "дүйсенбі–жұма 10:00–19:00, сенбі 11:00–17:00",
    "ru": "понедельник–пятница 10:00–19:00, суббота 11:00–17:00",
}
PERHAPS = {"en": "Perhaps in June", "kk": "Маусымда болуы мүмкін", "ru": "Возможно, в июне"}
FINGER = QTest.createTouchDevice()


@contextmanager
def full(size: str = "1920x1080", language: str = "en") -> Iterator[KioskWindow]:
    """The calendar of a Corner with clubs and a day with thirty events, opened by touch."""
    visitor = make_session(
        language, database=database_with_events(*busy.EVENTS), corner="corner-almaty", corner_hours=HOURS
    )
    with open_session(visitor, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        yield shown


def cards(shown: KioskWindow) -> list[str]:
    """The events in the agenda, from the top."""
    found = [item for item in tap_targets(shown) if item.objectName().startswith("event-")]
    found.sort(key=lambda item: item.mapToScene(item.position()).y())
    return [item.objectName().removeprefix("event-") for item in found]


@pytest.mark.parametrize("size", BOTH)
def test_from_home_to_an_event_by_its_day_and_back(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        assert find(shown, "dock-calendar").property("chosen")
        assert find(shown, "day-2016-04-03").property("isToday")
        tap(shown, "day-2016-04-09")
        assert cards(shown) == ["exercise-open-evening"]
        tap(shown, "event-exercise-open-evening")
        assert shown.shell.page == "event"
        tap(shown, "back")
        assert find(shown, "day-2016-04-09").property("chosen")
        tap(shown, "back")
        assert shown.shell.page == "home"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", BOTH)
def test_what_has_no_day_is_found_in_its_month(size: str, language: str) -> None:
    with full(size, language) as shown:
        tap(shown, "month-after")
        tap(shown, "month-after")
        tap(shown, "undated")
        assert cards(shown) == ["june", "summer", "year"]
        assert PERHAPS[language] in texts(shown)
        tap(shown, "event-june")
        assert shown.shell.event_page.eventId == "june"
        tap(shown, "back")
        assert find(shown, "undated").property("chosen")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", BOTH)
def test_this_corner_and_the_next_meetings_are_at_the_top_of_today(size: str, language: str) -> None:
    with full(size, language) as shown:
        assert cards(shown) == ["chess", "everywhere", "talking", "elsewhere"]
        assert any(HOURS[language] in text for text in texts(shown))
        assert translator(language).text("screens.calendar.here") in texts(shown)


@pytest.mark.parametrize("size", BOTH)
def test_the_last_of_thirty_events_of_a_day_is_reached_by_the_large_button(size: str) -> None:
    with full(size, "kk") as shown:
        tap(shown, f"day-{busy.CROWDED}")
        assert len(cards(shown)) == 24
        (list_,) = (item for item in items(shown) if item.inherits("QQuickFlickable"))
        for _ in range(20):
            if list_.property("atYEnd") and len(cards(shown)) == 30:
                break
            before = len(cards(shown)), list_.property("contentY")
            tap(shown, "Тағы")
            wait_until(lambda before=before: (len(cards(shown)), list_.property("contentY")) != before)
        wait_until(lambda: at_rest(list_))
        tap(shown, "event-crowd-29")
        assert shown.shell.event_page.eventId == "crowd-29"


def at_rest(list_: QQuickItem) -> bool:
    """Whether the list no longer glides."""
    before = list_.property("contentY")
    QTest.qWait(100)
    return bool(list_.property("contentY") == before)


@pytest.mark.parametrize("size", BOTH)
def test_a_month_without_events_leads_on(size: str) -> None:
    with full(size, "ru") as shown:
        for _ in range(6):
            tap(shown, "month-after")
        assert "В октябре пока ничего не запланировано" in texts(shown)
        tap(shown, "offer")
        assert (find(shown, "month").property("text"), cards(shown)) == ("Февраль 2017", ["again"])
        tap(shown, "today")
        assert find(shown, "day-2016-04-03").property("chosen")


def test_a_change_of_language_keeps_the_day() -> None:
    with full() as shown:
        tap(shown, f"day-{busy.CROWDED}")
        tap(shown, "Қазақша")
        assert find(shown, "agenda").property("text") == "16 сәуір, сенбі"
        assert find(shown, "month").property("text") == "2016 жылғы сәуір"


def test_a_finger_chooses_a_day() -> None:
    with full() as shown:
        point = centre(find(shown, "day-2016-04-10"))
        QTest.touchEvent(shown.view, FINGER).press(0, point, shown.view).commit()
        QTest.touchEvent(shown.view, FINGER).release(0, point, shown.view).commit()
        settle()
        assert find(shown, "day-2016-04-10").property("chosen")


def test_a_wrong_clock_marks_no_day_and_offers_no_today() -> None:
    with open_session(make_session(database=database_with_events(*busy.EVENTS), trusted=False)) as shown:
        tap(shown, "attract")
        tap(shown, "dock-calendar")
        days = [item for item in tap_targets(shown) if item.objectName().startswith("day-")]
        assert len(days) == 30
        assert not any(day.property("isToday") for day in days)
        assert "Today" not in texts(shown)


@pytest.mark.parametrize("size", SIZES)
def test_a_full_calendar_keeps_the_rules_of_the_layout(size: str) -> None:
    found = []
    with full(size) as shown:
        page = shown.shell.calendar_page
        for language in LANGUAGES:
            shown.shell.setLanguage(language)
            page.goToday()
            steps = {
                "today": lambda: None,
                "crowded": lambda: page.selectDay(busy.CROWDED),
                "undated": page.selectUndated,
                "six weeks": lambda: page.shiftMonth(6),
                "empty": lambda: page.shiftMonth(2),
            }
            for name, step in steps.items():
                step()
                settle()
                found += [f"{name} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
    assert not found, "\n".join(found)
