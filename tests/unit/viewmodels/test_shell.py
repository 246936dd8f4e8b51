"""Shell: the current page, going back, the language, the clock, the name of the Corner."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.base.clock import Clock
from kiosk.viewmodels.shell import Shell
from tests.unit.store.sample import NOW, at
from tests.unit.viewmodels.sessions import field_values, make_session

Step = Callable[[Shell], None]


def location(shell: Shell) -> str:
    """The name of the page and the id of what it shows."""
    id = {"theme": shell.pages.theme.themeId, "event": shell.pages.event.eventId}.get(shell.page)
    return shell.page if id is None else f"{shell.page} {id}"


def open_theme(id: str) -> Step:
    return lambda shell: shell.openTheme(id)


def open_event(id: str) -> Step:
    return lambda shell: shell.openEvent(id)


@pytest.mark.parametrize(
    ("steps", "locations"),
    [
        ([], ["home", "home"]),
        ([open_theme("innovation")], ["home", "home"]),
        ([open_theme("innovation"), open_event("code")], ["theme innovation", "home"]),
        (
            [open_theme("innovation"), open_theme(""), open_event("code")],
            ["theme ", "theme innovation", "home"],
        ),
        ([open_event("code"), Shell.openPast, open_event("talk")], ["past", "event code", "home"]),
        (
            [open_theme("innovation"), open_event("code"), open_theme("")],
            ["event code", "theme innovation", "home"],
        ),
        ([Shell.openPast, open_event("talk"), Shell.goHome, open_event("code")], ["home", "home"]),
    ],
)
def test_back_reverses_the_steps(steps: list[Step], locations: list[str]) -> None:
    shell = Shell(make_session())
    shell.goHome()
    for step in steps:
        step(shell)
    for expected in locations:
        shell.back()
        assert location(shell) == expected


def test_from_the_attract_loop_back_leads_home() -> None:
    shell = Shell(make_session())
    assert location(shell) == "attract"
    shell.openEvent("code")
    shell.back()
    assert location(shell) == "home"


def test_back_restores_the_chosen_filter() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.openTheme("innovation")
    shell.pages.theme.filter_bar.toggleKind("month")
    shell.pages.theme.filter_bar.toggleChoice("2016-05")
    shell.openEvent("code")
    shell.openTheme("friendship")
    shell.back()
    shell.back()
    assert location(shell) == "theme innovation"
    assert shell.pages.theme.view_state.month == "2016-05"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_change_of_language_keeps_the_page(language: str) -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.openTheme("innovation")
    shell.openEvent("code")
    shell.pages.event.code_viewer.select("contact")
    shell.setLanguage(language)
    assert (location(shell), shell.pages.event.code_viewer.kind, shell.language) == (
        "event code",
        "contact",
        language,
    )
    suffix = language[0]
    assert shell.pages.event.title == f"Love to Code {suffix}"
    assert [row.code for row in shell.languages.rows if row.chosen] == [language]
    shell.back()
    assert (location(shell), shell.pages.theme.title) == ("theme innovation", f"Innovation {suffix}")
    shell.back()
    assert (location(shell), shell.pages.home.poster.title) == ("home", f"Love to Code {suffix}")


def test_the_language_switch_has_the_languages_of_this_corner() -> None:
    shell = Shell(make_session(languages=("ru", "en")))
    assert field_values(shell.languages.rows, "code") == ["ru", "en"]
    assert field_values(shell.languages.rows, "name") == ["Русский", "English"]


def test_without_a_programme_the_unavailable_page_is_shown() -> None:
    shell = Shell(replace(make_session(), programme=None))
    assert location(shell) == "unavailable"
    for step in (Shell.goHome, Shell.registerActivity, Shell.refresh):
        step(shell)
        assert location(shell) == "unavailable"
    shell.setLanguage("kk")
    assert shell.text("screens.unavailable.title") == "Кітапханашыдан сұраңыз"


def test_the_clock_uses_the_zone_of_the_programme_and_a_new_day_updates_pages() -> None:
    time = [at("2016-04-03T14:20")]
    session = make_session()
    session.clock = Clock(lambda: time[0], time[0])
    shell = Shell(session)
    shell.goHome()
    assert shell.clock == "Sunday, 3 April 2016 · 14:20"
    time[0] = at("2016-04-10T00:01")
    shell._update_clock()
    assert shell.clock == "Sunday, 10 April 2016 · 00:01"
    assert shell.pages.home.poster.eventId == "full"
    assert field_values(shell.pages.home.rows.rows, "eventId") == ["code", "tour", "clubs"]


def test_an_untrusted_clock_is_not_shown() -> None:
    assert Shell(make_session(trusted=False)).clock == ""


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({}, "American Corner"),
        ({"corner": "corner-almaty"}, "Corner e"),
        ({"corner": "nowhere"}, "American Corner"),
        ({"corner": "corner-almaty", "corner_name": {"en": "Ours", "kk": "Біздікі"}}, "Ours"),
        ({"corner_name": {"ru": "Наш"}}, "Наш"),
    ],
)
def test_the_name_of_the_corner(settings: dict[str, Any], name: str) -> None:
    assert Shell(make_session(now=NOW, **settings)).cornerName == name
