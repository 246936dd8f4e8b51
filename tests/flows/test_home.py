"""A visitor reads and touches the home page of a Corner with ten weekly clubs, on a Wednesday."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import NamedTuple

import pytest

from kiosk.app.window import KioskWindow
from kiosk.base.clock import Clock
from kiosk.i18n.translator import LANGUAGES
from tests.clubs import CLUBS, WEDNESDAY, made_session, things_today, weekly_clubs
from tests.screen_kit import find, items, open_session, tap, tap_targets, texts

TITLES = {club.id: club.title for club in CLUBS}
ORIENTATIONS = ["1920x1080", "1080x1920"]


class Expected(NamedTuple):
    """What the home page leads with at an hour: the event, the largest word, the pill, the first row."""

    event: str
    time: dict[str, str]
    pill: dict[str, str]
    row: tuple[str, str]


def same(word: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, word)


NOW_ON = {"en": "Now on", "kk": "Қазір өтуде", "ru": "Сейчас идёт"}
EXPECTED = {
    "14:20": Expected("crafts", same("14:00"), NOW_ON, ("18:00", "english")),
    "17:55": Expected(
        "english",
        same("18:00"),
        {"en": "In 5 minutes", "kk": "5 минуттан кейін", "ru": "Через 5 минут"},
        ("19:00", "printing"),
    ),
    "18:05": Expected("english", same("18:00"), NOW_ON, ("19:00", "printing")),
    "21:00": Expected(
        "chess",
        {"en": "Tomorrow", "kk": "Ертең", "ru": "Завтра"},
        {
            "en": "7 April, 16:00–17:30",
            "kk": "7 сәуір, 16:00–17:30",
            "ru": "7 апреля, 16:00–17:30",
        },
        ("18:30", "films"),
    ),
}


@contextmanager
def at_home(
    local_time: str, language: str = "en", size: str = "1920x1080", **cancelled: tuple[object, ...]
) -> Iterator[KioskWindow]:
    """The home page on that Wednesday."""
    session = made_session(language, f"{WEDNESDAY}T{local_time}", *weekly_clubs(**cancelled))  # type: ignore[arg-type]
    with open_session(session, size) as shown:
        tap(shown, "attract")
        assert shown.shell.page == "home"
        yield shown


def test_the_minutes_agree_with_the_clock_on_the_screen() -> None:
    session = made_session("en", f"{WEDNESDAY}T17:55", *weekly_clubs())
    session.clock = Clock.rehearsal(session.moment + 20)
    with open_session(session, "1920x1080") as shown:
        tap(shown, "attract")
        assert {"17:55", "In 5 minutes"} <= set(texts(shown))


def row_texts(shown: KioskWindow, event: str) -> list[str]:
    """The texts of the row of an event."""
    row = find(shown, f"coming-{event}")
    return [
        str(item.property("text"))
        for item in items(shown)
        if row.isAncestorOf(item) and item.property("text")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("local_time", EXPECTED)
def test_home_names_the_next_thing_with_its_hour(local_time: str, language: str) -> None:
    expected = EXPECTED[local_time]
    with at_home(local_time, language) as shown:
        seen = texts(shown)
        assert find(shown, "time").property("text") == expected.time[language]
        assert TITLES[expected.event][language] in seen
        assert expected.pill[language] in seen
        assert local_time in seen
        hour, event = expected.row
        assert hour in row_texts(shown, event) and TITLES[event][language] in row_texts(shown, event)
        assert shown.shell.pages.home.rows.rows[0].eventId == event


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("local_time", EXPECTED)
def test_the_attract_loop_names_it_too(local_time: str, language: str) -> None:
    expected = EXPECTED[local_time]
    session = made_session(language, f"{WEDNESDAY}T{local_time}", *weekly_clubs())
    with open_session(session) as shown:
        assert shown.shell.page == "attract"
        seen = texts(shown)
        assert find(shown, "time").property("text") == expected.time[language]
        assert {TITLES[expected.event][language], expected.pill[language], local_time} <= set(seen)
        hour, event = expected.row
        assert TITLES[event][language] in row_texts(shown, event)
        assert any(hour in text for text in row_texts(shown, event))


@pytest.mark.parametrize("size", ORIENTATIONS)
def test_a_touch_on_the_attract_loop_opens_what_it_shows(size: str) -> None:
    for name, event in (("lead-english", "english"), ("coming-printing", "printing")):
        session = made_session("en", f"{WEDNESDAY}T17:55", *weekly_clubs())
        with open_session(session, size) as shown:
            tap(shown, name)
            assert (shown.shell.page, shown.shell.pages.event.eventId) == ("event", event)
            tap(shown, "back")
            assert shown.shell.page == "home"


def test_a_touch_on_the_slide_of_an_event_opens_it() -> None:
    session = made_session("en", f"{WEDNESDAY}T17:55", *weekly_clubs())
    with open_session(session) as shown:
        shown.shell.attract_page.advance()
        event = shown.shell.attract_page.eventId
        tap(shown, "slide")
        assert (shown.shell.page, shown.shell.pages.event.eventId) == ("event", event)


def test_what_leads_and_a_row_open_their_events() -> None:
    for name, event in (("lead-english", "english"), ("coming-books", "books")):
        with at_home("17:55") as shown:
            tap(shown, name)
            assert (shown.shell.page, shown.shell.pages.event.eventId) == ("event", event)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cancelled_meeting_is_on_the_board_and_never_leads(language: str) -> None:
    with at_home("17:55", language, english=(WEDNESDAY,)) as shown:
        assert shown.shell.pages.home.poster.eventId == "printing"
        assert shown.shell.pages.home.rows.rows[0].eventId == "english"
        said = {"en": "Cancelled", "kk": "Өткізілмейді", "ru": "Отменено"}[language]
        assert said in row_texts(shown, "english")


@pytest.mark.parametrize("size", ORIENTATIONS)
@pytest.mark.parametrize(
    ("door", "events"),
    [
        ("choice-evening", ["english", "printing", "books"]),
        ("choice-weekend", ["stories", "robots"]),
        ("choice-children", ["crafts", "chess", "stories"]),
    ],
)
def test_a_first_choice_lists_its_events(size: str, door: str, events: list[str]) -> None:
    with at_home("14:20", "kk", size) as shown:
        tap(shown, door)
        assert shown.shell.page == "choice"
        shown_events = [shown.shell.pages.choice.events.rows[n].eventId for n in range(len(events))]
        assert shown_events == events and shown.shell.pages.choice.events.count == len(events)
        tap(shown, f"event-{events[1]}")
        tap(shown, "back")
        assert shown.shell.page == "choice"
        tap(shown, "back")
        assert shown.shell.page == "home"


def test_of_forty_things_all_are_one_touch_away() -> None:
    session = made_session("en", f"{WEDNESDAY}T13:50", *things_today(40))
    with open_session(session) as shown:
        tap(shown, "attract")
        assert "All of today · 40" in texts(shown)
        assert len([one for one in tap_targets(shown) if one.objectName().startswith("coming-")]) == 3
        tap(shown, "all-today")
        assert shown.shell.pages.choice.events.count == 40


def test_twelve_themes_are_reached_in_three_pages_of_doors() -> None:
    session = made_session("ru", f"{WEDNESDAY}T17:40", *weekly_clubs(), themes=12)
    with open_session(session) as shown:
        tap(shown, "attract")
        seen: list[str] = []
        for _ in range(3):
            seen += [row.target for row in shown.shell.pages.home.doors.rows if row.kind == "theme"]
            tap(shown, "doors-more")
        assert len(set(seen)) == 12
        tap(shown, "theme-innovation")
        assert shown.shell.pages.theme.themeId == "innovation"
        shown.shell.goHome()
        tap(shown, "doors-more")
        shown.shell.goHome()
        assert shown.shell.pages.home.doors.rows[0].target == "innovation"


def test_without_a_clock_nothing_is_called_today() -> None:
    session = made_session("en", f"{WEDNESDAY}T17:40", *weekly_clubs(), trusted=False)
    with open_session(session) as shown:
        assert not shown.shell.attract_page.showsBoard
        tap(shown, "attract")
        seen = texts(shown)
        assert "The clock may be wrong, so past events are shown too" in " ".join(seen)
        assert not any("oday" in text or "Now on" in text or "17:40" in text for text in seen)


def test_the_minute_moves_what_leads() -> None:
    with at_home("17:59") as shown:
        assert "In 1 minute" in texts(shown)
        later = shown.shell.session.moment + 60
        shown.shell.session.clock = Clock(lambda: later, later)
        shown.shell._update_clock()
        assert {"Now on", "18:00"} <= set(texts(shown))


def test_a_day_without_anything_says_what_is_next() -> None:
    sunday = WEDNESDAY + timedelta(days=4)
    with open_session(made_session("en", f"{sunday}T14:20", *weekly_clubs())) as shown:
        tap(shown, "attract")
        assert {"Tomorrow", "No more events today. Coming up:", "closed today"} <= set(texts(shown))
        assert TITLES["debate"]["en"] in texts(shown)
