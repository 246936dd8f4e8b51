"""The attract loop: every coming event in every language of the Corner, the default language first."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.viewmodels.visitor.attract import MAX_SLIDES, AttractPage
from tests.unit.store.sample import CODE, NOW, PROGRAMME
from tests.unit.viewmodels.sessions import database_with_events, make_session


def slides(page: AttractPage, number: int) -> list[tuple[str, str]]:
    """The next slides: the event and the letter that ends its title, which tells the language."""
    found = []
    for _ in range(number):
        found.append((page.eventId, page.title[-1:]))
        page.advance()
    return found


def page(events: int = 0, **changes: Any) -> AttractPage:
    """The loop at its start, over so many events (0: the sample)."""
    many = [replace(CODE, id=f"code-{n:02}", media=()) for n in range(events)]
    database = database_with_events(*many) if many else b""
    found = AttractPage(make_session(database=database, **changes))
    found.refresh()
    return found


@pytest.mark.parametrize("events", [1, 2, 3, 4, 5, 6, 12, 20])
@pytest.mark.parametrize("languages", [("en",), ("ru", "en"), ("kk", "ru", "en")])
def test_every_event_comes_in_every_language(events: int, languages: tuple[str, ...]) -> None:
    shown = slides(page(events, languages=languages), min(events, MAX_SLIDES) * len(languages))
    letters = {code[0] for code in languages}
    assert set(shown) == {
        (f"code-{n:02}", letter) for n in range(min(events, MAX_SLIDES)) for letter in letters
    }
    assert shown[0] == ("code-00", "e")


def test_the_next_slide_is_the_next_event() -> None:
    assert [event for event, _ in slides(page(), 5)] == ["code", "full", "tour", "clubs", "code"]


def test_it_starts_over_in_the_default_language() -> None:
    shown = page(4)
    slides(shown, 3)
    shown.restart()
    assert (shown.eventId, shown.title) == ("code-00", "Love to Code e")


def test_a_slide_says_what_where_and_when() -> None:
    shown = page()
    assert shown.theme == "Innovation e · Innovation k · Innovation r"
    assert shown.line == "9 April, 11:00–14:00 · Almaty e"
    assert (shown.badge, shown.colour, shown.icon, shown.picture) == (
        "Register",
        "#0A6C9B",
        "code",
        "1/local/media/run.jpg",
    )
    shown.advance()
    assert shown.badge == "Орын қалмады"


def test_without_anything_coming_the_campaign_is_the_slide() -> None:
    shown = page(now=NOW + 400 * 86400)
    assert (shown.title, shown.line, shown.theme) == ("25 Years e", "Together e", PROGRAMME.campaign.hashtag)
    assert {letter for _, letter in slides(shown, 3)} == {"e", "k", "r"}
