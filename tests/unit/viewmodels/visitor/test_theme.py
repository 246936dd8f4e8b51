"""A theme, or the whole programme: its events, and the chips that narrow them down."""

from typing import Any

from kiosk.programme.facets import Filters
from kiosk.viewmodels.visitor.theme import ThemePage
from tests.unit.viewmodels.sessions import field_values, make_session


def page(theme: str = "", language: str = "en", **changes: Any) -> ThemePage:
    """The page, opened at a theme."""
    found = ThemePage(make_session(language, **changes))
    found.open(theme)
    return found


def test_a_theme_and_the_whole_programme() -> None:
    theme, whole = page("innovation"), page()
    assert (theme.title, theme.tagline, theme.colour) == ("Innovation e", "New e", "#0A6C9B")
    assert field_values(theme.events.rows, "eventId") == ["code", "full"]
    assert (whole.title, whole.tagline) == ("Coming up", "25 Years e")
    assert field_values(whole.events.rows, "eventId") == ["code", "full", "tour", "clubs"]


def test_the_filters_outlive_a_change_of_language() -> None:
    visitor = make_session()
    shown = ThemePage(visitor)
    shown.filter_by_place("almaty")
    visitor.language = "ru"
    shown.refresh()
    assert shown.view_state == Filters(city="almaty")
    assert field_values(shown.events.rows, "title")[0] == "Love to Code r"


def test_opening_a_theme_forgets_the_filters_and_coming_back_does_not() -> None:
    shown = page("innovation")
    shown.filter_bar.toggleKind("city")
    shown.filter_bar.toggleChoice("astana")
    left = shown.view_state
    shown.open("friendship")
    assert shown.view_state == Filters(theme="friendship")
    shown.restore(left)
    assert shown.view_state == Filters(theme="innovation", city="astana")
    assert field_values(shown.events.rows, "eventId") == ["full"]


def test_with_a_wrong_clock_nothing_is_past() -> None:
    assert "talk" in field_values(page(trusted=False).events.rows, "eventId")
    assert "talk" not in field_values(page().events.rows, "eventId")


def test_what_is_forgotten_is_shown_to_nobody() -> None:
    shown = page("innovation")
    shown.reset()
    shown.refresh()
    assert (shown.themeId, shown.events.count) == ("", 0)
