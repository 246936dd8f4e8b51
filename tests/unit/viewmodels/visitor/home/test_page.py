"""The home page: tiles, upcoming events, the date of the programme."""

from typing import Any

import pytest

from kiosk.viewmodels.visitor.home.page import MAX_UPCOMING, HomePage
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session


def open_page(language: str = "en", **changes: Any) -> HomePage:
    """The page after one refresh."""
    page = HomePage(make_session(language, **changes))
    page.refresh()
    return page


def test_a_tile_has_the_number_of_events_and_the_next_event() -> None:
    innovation, friendship = open_page().themes.rows
    assert (innovation.themeId, innovation.eventCount, innovation.nextEvent) == (
        "innovation", "2 events", "Next: Love to Code e",
    )  # fmt: skip
    assert (innovation.title, innovation.colour, innovation.icon) == (
        "Innovation e",
        "#0A6C9B",
        "rocket-launch",
    )
    assert (friendship.eventCount, friendship.nextEvent) == ("2 events", "Next: Тур")


def test_a_tile_has_its_title_in_the_languages_of_this_corner() -> None:
    assert field_values(open_page().themes.rows, "otherTitles") == [
        "Innovation k · Innovation r",
        "Friendship k · Friendship r",
    ]
    assert field_values(open_page("kk", languages=("kk", "ru")).themes.rows, "otherTitles") == [
        "Innovation r",
        "Friendship r",
    ]
    assert field_values(open_page("ru", languages=("ru",)).themes.rows, "otherTitles") == ["", ""]


def test_upcoming_events_are_sorted_by_time() -> None:
    assert field_values(open_page().upcoming.rows, "eventId") == ["code", "full", "tour", "clubs"]
    assert len(open_page(trusted=False).upcoming.rows) == MAX_UPCOMING


def test_after_all_events_the_tiles_stay() -> None:
    page = open_page(now=NOW + 400 * 86400)
    assert field_values(page.themes.rows, "nextEvent") == ["", ""]
    assert field_values(page.themes.rows, "eventCount") == ["0 events", "0 events"]
    assert page.upcoming.rows == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Programme updated 1 April 2016"), ("kk", "Бағдарлама жаңартылды: 2016 жылғы 1 сәуір")],
)
def test_the_date_of_the_programme(language: str, text: str) -> None:
    assert open_page(language).updated == text


def test_an_untrusted_clock_is_mentioned() -> None:
    assert open_page(trusted=False).updated == "The clock may be wrong, so past events are shown too"
