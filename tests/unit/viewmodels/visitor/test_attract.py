"""The attract loop: every upcoming event in every language of the Corner, the default language first."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.viewmodels.visitor.attract import MAX_SLIDES, AttractPage
from tests.unit.store.sample import CODE, NOW, PROGRAMME
from tests.unit.viewmodels.sessions import database_with_events, make_session


def read_slides(page: AttractPage, count: int) -> list[tuple[str, str]]:
    """The next slides: the event id, and the last letter of its title, which stands for the language."""
    slides = []
    for _ in range(count):
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
    assert (page.eventId, page.title) == ("code-00", "Love to Code e")


def test_a_slide_shows_theme_time_venue_and_badge() -> None:
    page = open_page()
    assert page.theme == "Innovation e · Innovation k · Innovation r"
    assert page.line == "9 April, 11:00–14:00 · Almaty e"
    assert (page.badge, page.colour, page.icon, page.picture) == (
        "Register",
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
