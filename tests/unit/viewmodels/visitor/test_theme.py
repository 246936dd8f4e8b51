"""The page of a theme or of the whole programme: its events and filters."""

from typing import Any

from kiosk.programme.facets import Filters
from kiosk.viewmodels.visitor.theme import ThemePage
from tests.unit.viewmodels.sessions import field_values, make_session


def open_page(theme: str = "", language: str = "en", **changes: Any) -> ThemePage:
    """The page, opened at a theme."""
    page = ThemePage(make_session(language, **changes))
    page.open(theme)
    return page


def test_a_theme_and_the_whole_programme() -> None:
    theme, all_themes = open_page("innovation"), open_page()
    assert (theme.title, theme.tagline, theme.colour) == ("Innovation e", "New e", "#0A6C9B")
    assert field_values(theme.events.rows, "eventId") == ["code", "full"]
    assert (all_themes.title, all_themes.tagline) == ("Coming up", "25 Years e")
    assert field_values(all_themes.events.rows, "eventId") == ["code", "full", "tour", "clubs"]


def test_a_change_of_language_keeps_the_filters() -> None:
    session = make_session()
    page = ThemePage(session)
    page.filter_by_place("almaty")
    session.language = "ru"
    page.refresh()
    assert page.view_state == Filters(city="almaty")
    assert field_values(page.events.rows, "title")[0] == "Love to Code r"


def test_opening_a_theme_clears_the_filters_and_going_back_restores_them() -> None:
    page = open_page("innovation")
    page.filter_bar.toggleKind("city")
    page.filter_bar.toggleChoice("astana")
    view_state = page.view_state
    page.open("friendship")
    assert page.view_state == Filters(theme="friendship")
    page.restore(view_state)
    assert page.view_state == Filters(theme="innovation", city="astana")
    assert field_values(page.events.rows, "eventId") == ["full"]


def test_with_an_untrusted_clock_nothing_is_past() -> None:
    assert "talk" in field_values(open_page(trusted=False).events.rows, "eventId")
    assert "talk" not in field_values(open_page().events.rows, "eventId")


def test_after_a_reset_a_refresh_shows_nothing() -> None:
    page = open_page("innovation")
    page.reset()
    page.refresh()
    assert (page.themeId, page.events.count) == ("", 0)
