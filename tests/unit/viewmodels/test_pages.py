"""Pages: each has a QML screen, is opened by its name, and is restored by going back."""

from pathlib import Path
from typing import get_type_hints

import pytest

from kiosk.viewmodels.navigation import PAGE_NAMES
from kiosk.viewmodels.pages import Pages
from kiosk.viewmodels.shell import Shell
from tests.unit.viewmodels.sessions import make_session


@pytest.mark.parametrize("name", Pages._fields)
def test_every_page_has_a_screen(name: str, checkout: Path) -> None:
    screen = checkout / f"kiosk/qml/visitor/{name}/{name.capitalize()}Screen.qml"
    assert f"required property {get_type_hints(Pages)[name].__name__} page" in screen.read_text("utf-8")


def test_navigation_names_every_page() -> None:
    assert Pages._fields == PAGE_NAMES


def test_a_page_is_opened_by_name_and_target() -> None:
    shell = Shell(make_session())
    shell.goHome()
    for name, target in (("theme", "innovation"), ("event", "code"), ("past", "")):
        shell.open(name, target)
        assert shell.page == name
        assert shell.pageModel(name) is getattr(shell.pages, name)
    shell.back()
    assert (shell.page, shell.pages.event.view_state) == ("event", "code")


def test_an_unknown_page_name_is_an_error() -> None:
    shell = Shell(make_session())
    with pytest.raises(KeyError):
        shell.open("atlas", "")
