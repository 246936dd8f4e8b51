"""The frame: where the visitor is, the way back, the language, the clock."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.base.clock import Clock
from kiosk.viewmodels.shell import Shell
from tests.unit.store.sample import NOW, at
from tests.unit.viewmodels.sessions import column, session

Step = Callable[[Shell], None]


def where(shell: Shell) -> str:
    """The page and what is on it."""
    thing = {"theme": shell.theme_page.themeId, "event": shell.event_page.eventId}.get(shell.page)
    return shell.page if thing is None else f"{shell.page} {thing}"


def theme(id: str) -> Step:
    return lambda shell: shell.openTheme(id)


def event(id: str) -> Step:
    return lambda shell: shell.openEvent(id)


@pytest.mark.parametrize(
    ("steps", "ways_back"),
    [
        ([], ["home", "home"]),
        ([theme("innovation")], ["home", "home"]),
        ([theme("innovation"), event("code")], ["theme innovation", "home"]),
        ([theme("innovation"), theme(""), event("code")], ["theme ", "theme innovation", "home"]),
        ([event("code"), Shell.openPast, event("talk")], ["past", "event code", "home"]),
        ([theme("innovation"), event("code"), theme("")], ["event code", "theme innovation", "home"]),
        ([Shell.openPast, event("talk"), Shell.goHome, event("code")], ["home", "home"]),
    ],
)
def test_the_way_back_is_the_way_one_came(steps: list[Step], ways_back: list[str]) -> None:
    shell = Shell(session())
    shell.goHome()
    for step in steps:
        step(shell)
    for place in ways_back:
        shell.back()
        assert where(shell) == place


def test_straight_from_the_loop_the_way_back_is_home() -> None:
    shell = Shell(session())
    assert where(shell) == "attract"
    shell.openEvent("code")
    shell.back()
    assert where(shell) == "home"


def test_the_way_back_leads_to_the_filter_one_had_chosen() -> None:
    shell = Shell(session())
    shell.goHome()
    shell.openTheme("innovation")
    shell.theme_page.filter_bar.toggleKind("month")
    shell.theme_page.filter_bar.toggleChoice("2016-05")
    shell.openEvent("code")
    shell.openTheme("friendship")
    shell.back()
    shell.back()
    assert where(shell) == "theme innovation"
    assert shell.theme_page.view_state.month == "2016-05"


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_a_change_of_language_keeps_the_place(code: str) -> None:
    shell = Shell(session())
    shell.goHome()
    shell.openTheme("innovation")
    shell.openEvent("code")
    shell.event_page.selectCode("contact")
    shell.setLanguage(code)
    assert (where(shell), shell.event_page.codeKind, shell.language) == ("event code", "contact", code)
    letter = code[0]
    assert shell.event_page.title == f"Love to Code {letter}"
    assert shell.theme_page.title == f"Innovation {letter}"
    assert shell.home_page.title == f"25 Years {letter}"
    assert [row.code for row in shell.languages.rows if row.chosen] == [code]
    shell.back()
    assert where(shell) == "theme innovation"


def test_the_switch_has_the_languages_of_this_corner() -> None:
    shell = Shell(session(languages=("ru", "en")))
    assert column(shell.languages.rows, "code") == ["ru", "en"]
    assert column(shell.languages.rows, "name") == ["Русский", "English"]


def test_without_a_programme_it_asks_for_the_staff() -> None:
    shell = Shell(replace(session(), programme=None))
    assert where(shell) == "unavailable"
    for step in (Shell.goHome, Shell.registerActivity, Shell.refresh):
        step(shell)
        assert where(shell) == "unavailable"
    shell.setLanguage("kk")
    assert shell.text("screens.unavailable.title") == "Қызметкерге хабарласыңыз"


def test_the_clock_is_that_of_the_programme_and_a_new_day_is_noticed() -> None:
    time = [at("2016-04-03T14:20")]
    visitor = session()
    visitor.clock = Clock(lambda: time[0], 0)
    shell = Shell(visitor)
    shell.goHome()
    assert shell.clock == "Sunday, 3 April 2016 · 14:20"
    time[0] = at("2016-04-10T00:01")
    shell._update_clock()
    assert shell.clock == "Sunday, 10 April 2016 · 00:01"
    assert column(shell.home_page.upcoming.rows, "eventId") == ["full", "code", "tour", "clubs"]


def test_a_clock_that_is_wrong_shows_no_time() -> None:
    assert Shell(session(trusted=False)).clock == ""


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "American Corner"),
        ({"corner": "corner-almaty"}, "Corner e"),
        ({"corner": "nowhere"}, "American Corner"),
        ({"corner": "corner-almaty", "corner_name": {"en": "Ours", "kk": "Біздікі"}}, "Ours"),
        ({"corner_name": {"ru": "Наш"}}, "Наш"),
    ],
)
def test_what_the_corner_is_called(settings: dict[str, Any], said: str) -> None:
    assert Shell(session(now=NOW, **settings)).cornerName == said
