"""A theme, or the whole programme: its events, and the chips that narrow them down."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.viewmodels.theme import PAGE, ThemePage
from tests.unit.store.sample import CODE, NOW, text
from tests.unit.viewmodels.sessions import column, session, with_events


def page(theme: str = "", language: str = "en", **changes: Any) -> ThemePage:
    """The page, opened at a theme."""
    found = ThemePage(session(language, **changes))
    found.open(theme)
    return found


def labels(shown: ThemePage) -> list[str]:
    """The chips, with the chosen one in brackets."""
    return [f"[{chip.label}]" if chip.chosen else chip.label for chip in shown.chips.rows]


def test_a_theme_and_the_whole_programme() -> None:
    theme, whole = page("innovation"), page()
    assert (theme.title, theme.tagline, theme.colour) == ("Innovation e", "New e", "#0A6C9B")
    assert column(theme.events.rows, "eventId") == ["code", "full"]
    assert (whole.title, whole.tagline) == ("Coming up", "25 Years e")
    assert column(whole.events.rows, "eventId") == ["code", "full", "tour", "clubs"]


def test_there_is_a_chip_for_all_that_would_find_something() -> None:
    assert labels(page()) == [
        "[All · 4]",
        "April",
        "May",
        "June",
        "Almaty e",
        "Astana e",
        "Open for registration",
    ]
    assert labels(page("innovation")) == [
        "[All · 2]",
        "April",
        "May",
        "Almaty e",
        "Astana e",
        "Open for registration",
    ]
    assert labels(page(now=NOW + 400 * 86400)) == ["[All · 0]"]


@pytest.mark.parametrize(
    ("chip", "events"),
    [
        ("All · 4", ["code", "full", "tour", "clubs"]),
        ("April", ["code", "full"]),
        ("June", ["tour"]),
        ("Astana e", ["full", "tour"]),
        ("Open for registration", ["code"]),
    ],
)
def test_a_chip_narrows_the_list(chip: str, events: list[str]) -> None:
    shown = page()
    shown.choose(column(shown.chips.rows, "label").index(chip))
    assert column(shown.events.rows, "eventId") == events
    assert f"[{chip}]" in labels(shown)


def test_each_chip_finds_something() -> None:
    shown = page()
    for place in range(len(shown.chips.rows)):
        shown.choose(place)
        assert shown.events.rows, labels(shown)


def test_the_chosen_chip_outlives_a_change_of_language() -> None:
    visitor = session()
    shown = ThemePage(visitor)
    shown.open("")
    shown.choose(4)
    visitor.language = "ru"
    shown.refresh()
    assert "[Almaty r]" in labels(shown)
    assert column(shown.events.rows, "title")[0] == "Love to Code r"


def test_a_chip_that_finds_nothing_any_more_gives_way_to_all() -> None:
    time = [NOW]
    visitor = session()
    visitor.clock = type(visitor.clock)(lambda: time[0], 0)
    shown = ThemePage(visitor)
    shown.open("")
    shown.choose(column(shown.chips.rows, "label").index("April"))
    time[0] += 40 * 86400
    shown.refresh()
    assert labels(shown)[0] == "[All · 2]"
    assert column(shown.events.rows, "eventId") == ["tour", "clubs"]


def test_opening_a_theme_forgets_the_chip_and_coming_back_does_not() -> None:
    shown = page("innovation")
    shown.choose(1)
    left = shown.shown
    shown.open("friendship")
    assert labels(shown)[0].startswith("[All")
    shown.reopen(left)
    assert (shown.themeId, labels(shown)[1]) == ("innovation", "[April]")


def test_with_a_wrong_clock_nothing_is_past() -> None:
    assert labels(page(trusted=False))[:2] == ["[All · 5]", "March"]
    assert "talk" in column(page(trusted=False).events.rows, "eventId")


def test_a_long_list_grows_when_asked() -> None:
    events = [replace(CODE, id=f"code-{n}", title=text(str(n)), media=()) for n in range(PAGE + 3)]
    shown = page(database=with_events(*events))
    assert (len(shown.events.rows), shown.more) == (PAGE, True)
    shown.showMore()
    assert (len(shown.events.rows), shown.more) == (PAGE + 3, False)
    shown.showMore()
    assert len(shown.events.rows) == PAGE + 3
    shown.choose(0)
    assert len(shown.events.rows) == PAGE


@pytest.mark.parametrize(("theme", "empty"), [("innovation", False), ("friendship", True)])
def test_an_empty_theme_says_so(theme: str, empty: bool) -> None:
    assert page(theme, database=with_events(CODE)).empty == empty


def test_what_a_visitor_has_left_is_shown_to_nobody() -> None:
    left = page("innovation")
    left.forget()
    left.refresh()
    assert (list(left.events.rows), list(left.chips.rows)) == ([], [])
    left.open("innovation")
    assert left.events.rows
