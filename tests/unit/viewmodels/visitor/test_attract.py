"""The attract loop: every upcoming event in every language of the Corner, the default language first."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.base.model import Occurrence
from kiosk.viewmodels.visitor.attract import MAX_SLIDES, AttractPage
from tests.unit.store import busy
from tests.unit.store.busy import timed
from tests.unit.store.sample import CODE, NOW, PROGRAMME
from tests.unit.viewmodels.sessions import database_with_events, make_session


def read_slides(page: AttractPage, count: int) -> list[tuple[str, str]]:
    """The next slides of events: the id, and the last letter of the title, which stands for the language."""
    slides = []
    for _ in range(count):
        if page.showsBoard:
            page.advance()
        slides.append((page.eventId, page.title[-1:]))
        page.advance()
    return slides


def open_page(event_count: int = 0, **changes: Any) -> AttractPage:
    """The attract page at its start, with so many events (0: those of the sample)."""
    events = [replace(CODE, id=f"code-{n:02}", media=()) for n in range(event_count)]
    database = database_with_events(*events) if events else b""
    page = AttractPage(make_session(database=database, **changes))
    page.refresh()
    return page


@pytest.mark.parametrize("event_count", [1, 2, 3, 4, 5, 6, 12, 20])
@pytest.mark.parametrize("languages", [("en",), ("ru", "en"), ("kk", "ru", "en")])
def test_every_event_is_shown_in_every_language(event_count: int, languages: tuple[str, ...]) -> None:
    slides = read_slides(
        open_page(event_count, languages=languages), min(event_count, MAX_SLIDES) * len(languages)
    )
    letters = {code[0] for code in languages}
    assert set(slides) == {
        (f"code-{n:02}", letter) for n in range(min(event_count, MAX_SLIDES)) for letter in letters
    }
    assert slides[0] == ("code-00", "e")


def test_the_next_slide_is_the_next_event() -> None:
    assert [event for event, _ in read_slides(open_page(), 5)] == ["code", "full", "tour", "clubs", "code"]


def test_restart_begins_in_the_default_language() -> None:
    page = open_page(4)
    read_slides(page, 3)
    page.restart()
    assert page.showsBoard and page.poster.title == "Love to Code e"
    page.advance()
    assert (page.eventId, page.title) == ("code-00", "Love to Code e")


def test_a_slide_shows_theme_time_venue_and_badge() -> None:
    page = open_page()
    page.advance()
    assert page.theme == "Innovation e · Innovation k · Innovation r"
    assert page.line == "9 April, 11:00–14:00 · Almaty e"
    assert (page.badge, page.colour, page.icon, page.picture) == (
        "Registration open",
        "#0A6C9B",
        "code",
        "1/local/media/run.jpg",
    )
    page.advance()
    assert page.badge == "Орын қалмады"


def test_without_upcoming_events_the_campaign_is_shown() -> None:
    page = open_page(now=NOW + 400 * 86400)
    assert (page.title, page.line, page.theme) == ("25 Years e", "Together e", PROGRAMME.campaign.hashtag)
    assert {letter for _, letter in read_slides(page, 3)} == {"e", "k", "r"}


def test_every_fourth_slide_says_what_is_next_each_time_in_the_next_language() -> None:
    page = open_page(corner="corner-almaty")
    boards = []
    for _ in range(13):
        boards.append((page.showsBoard, page.poster.title[-1:] if page.showsBoard else ""))
        page.advance()
    assert [number for number, (shows_board, _) in enumerate(boards) if shows_board] == [0, 4, 8, 12]
    assert [letter for shows_board, letter in boards if shows_board] == ["e", "k", "r", "e"]


def test_the_slide_of_today_has_heading_clock_and_rows() -> None:
    today = Occurrence(timed("2016-04-03", "15:00", "16:00"))
    events = [replace(CODE, id=id, occurrences=(today,)) for id in ("one", "other", "third", "fourth")]
    page = AttractPage(make_session(database=database_with_events(*events), corner="corner-almaty"))
    page.refresh()
    assert (page.heading, page.clock) == ("Today · Бүгін · Сегодня", "14:20")
    assert page.dateLine == "Corner e · Sunday, 3 April"
    assert (page.poster.eventId, page.poster.pill) == ("fourth", "In 40 minutes")
    assert page.poster.summary == "Almaty e · Free · Registration is open"
    assert [row.tileMain for row in page.rows.rows] == ["15:00", "15:00"]


def test_without_a_clock_or_a_day_there_is_no_slide_of_today() -> None:
    assert not open_page(trusted=False).showsBoard
    june = replace(CODE, occurrences=busy.JUNE.occurrences)
    page = AttractPage(make_session(database=database_with_events(june)))
    page.refresh()
    assert not page.showsBoard and page.eventId == "code"
