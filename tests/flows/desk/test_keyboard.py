"""The desk is used with the keyboard alone: Tab reaches every button, Enter presses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.flows.desk.author import NONE, Author, desk
from tests.screen_kit import settle, tap_targets

MOST_STEPS = 60


def press(author: Author, key: Qt.Key) -> None:
    QTest.keyClick(author.shown.view, key, NONE)
    settle()


def focused(author: Author) -> str:
    """The name of what has the focus, '' for a part without one."""
    item = author.shown.view.activeFocusItem()
    return item.objectName() if item else ""


def tab_to(author: Author, name: str) -> None:
    for _ in range(MOST_STEPS):
        if focused(author) == name:
            return
        press(author, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


@pytest.mark.parametrize("step", ["source", "check", "stick", "receipts"])
def test_tab_reaches_every_button_and_each_has_a_name(step: str, checkout: Path, tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.drop(checkout / "data/corner-month")
        author.wait_for_check()
        author.open_step(step)
        buttons = [item for item in tap_targets(author.shown) if item.isEnabled()]
        assert all(item.property("label") for item in buttons)
        missing = {id(item) for item in buttons}
        for _ in range(MOST_STEPS):
            press(author, Qt.Key.Key_Tab)
            missing -= {id(author.shown.view.activeFocusItem())}
        names = [item.property("label") for item in buttons if id(item) in missing]
        assert names == []


def test_the_keyboard_makes_keys_and_a_stick(checkout: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with desk(tmp_path / "library") as author:
        author.drop(checkout / "data/corner-month")
        author.wait_for_check()
        tab_to(author, "step-stick")
        press(author, Qt.Key.Key_Return)
        tab_to(author, "publisher-input")
        author.type("Corner")
        tab_to(author, "make-keys")
        press(author, Qt.Key.Key_Space)
        author.wait_for("root.json")
        tab_to(author, "keys-fine")
        press(author, Qt.Key.Key_Return)
        author.wait_for_check()
        author.choose_folder(stick)
        tab_to(author, "make")
        press(author, Qt.Key.Key_Return)
        assert author.wait_for_outcome() == "done"
