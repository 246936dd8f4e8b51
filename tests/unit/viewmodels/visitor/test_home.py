"""The home page: tiles, what is coming up, how fresh the programme is."""

from typing import Any

import pytest

from kiosk.viewmodels.visitor.home import MAX_UPCOMING, HomePage
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session


def page(language: str = "en", **changes: Any) -> HomePage:
    """The page, derived once."""
    found = HomePage(make_session(language, **changes))
    found.refresh()
    return found


def test_a_tile_says_how_much_is_ahead_and_what_comes_next() -> None:
    innovation, friendship = page().themes.rows
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
    assert field_values(page().themes.rows, "otherTitles") == [
        "Innovation k · Innovation r",
        "Friendship k · Friendship r",
    ]
    assert field_values(page("kk", languages=("kk", "ru")).themes.rows, "otherTitles") == [
        "Innovation r",
        "Friendship r",
    ]
    assert field_values(page("ru", languages=("ru",)).themes.rows, "otherTitles") == ["", ""]


def test_what_is_coming_up_stands_in_its_order() -> None:
    assert field_values(page().upcoming.rows, "eventId") == ["code", "full", "tour", "clubs"]
    assert len(page(trusted=False).upcoming.rows) == MAX_UPCOMING


def test_when_all_is_over_the_tiles_stay() -> None:
    late = page(now=NOW + 400 * 86400)
    assert field_values(late.themes.rows, "nextEvent") == ["", ""]
    assert field_values(late.themes.rows, "eventCount") == ["0 events", "0 events"]
    assert late.upcoming.rows == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Programme updated 1 April 2016"), ("kk", "Бағдарлама жаңартылды: 2016 жылғы 1 сәуір")],
)
def test_how_fresh_it_is(language: str, said: str) -> None:
    assert page(language).updated == said


def test_a_wrong_clock_is_owned_up_to() -> None:
    assert page(trusted=False).updated == "The clock may be wrong, so past events are shown too"
