"""The parts of a shadow meet without a line: each shadow begins and ends at a whole pixel."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from kiosk.viewmodels.shell import Shell
from tests.screen_kit import items, settle, window


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768", "1280x800"])
def test_a_shadow_is_of_whole_pixels(size: str, april: Path) -> None:
    with window(april, size, language="kk") as shown:
        for show in (
            Shell.goHome,
            lambda shell: shell.openTheme(""),
            lambda shell: shell.openEvent("techforum"),
        ):
            show(shown.shell)
            settle()
            boxes = [
                one.mapRectToScene(QRectF(0, 0, one.width(), one.height()))
                for one in items(shown)
                if one.metaObject().className().startswith("Shadow")
            ]
            assert boxes
            assert [
                box for box in boxes if any(abs(side - round(side)) > 0.01 for side in box.getCoords())
            ] == []
