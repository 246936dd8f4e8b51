"""Where a visitor taps on the kiosk's pages.

`python -m tests.bench.item_positions LIBRARY SETTINGS NAME…` prints it as JSON; SETTINGS is '' for none.
A process of its own, so that the measuring process does not use Qt itself (see `web_page`).
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtQuick import QQuickItem

Point = tuple[int, int]
"""A place on a screen of 1920 by 1080, in pixels."""
WAKE = "wake"
"""The name of a tap anywhere on the attract loop."""
_WAKE_POINT = (960, 1000)
_IDLE_SECONDS = 3600


def item_positions(library: Path, settings: Path | None, names: Sequence[str]) -> Mapping[str, Point]:
    """The centre of what is seen of each item, when they are tapped in turn from the attract loop on."""
    command = [sys.executable, "-m", "tests.bench.item_positions", library, settings or "", *names]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return {name: (x, y) for name, (x, y) in json.loads(done.stdout).items()}


def main(library: str, settings: str, *names: str) -> None:
    """Print the positions in an offscreen window of the same size, as they are at the time of each tap."""
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    from tests.bench.programs import AT
    from tests.screen_kit import click, find, is_dead, settle, wait_until_ready, window

    points = {}
    file = Path(settings) if settings else None
    with window(Path(library), at=AT, language=None, settings=file, idle_seconds=_IDLE_SECONDS) as opened:
        for name in names:
            wait_until_ready(opened)
            settle()
            point = QPoint(*_WAKE_POINT) if name == WAKE else _visible_centre(find(opened, name))
            points[name] = (point.x(), point.y())
            while is_dead(opened, point):
                QTest.qWait(10)
            click(opened, point)
    print(json.dumps(points))


def _visible_centre(item: "QQuickItem") -> "QPoint":
    """The centre of the part of an item that the lists around it do not cut off."""
    seen = item.mapRectToScene(item.boundingRect())
    around = item.parentItem()
    while around:
        if around.clip():
            seen = seen.intersected(around.mapRectToScene(around.boundingRect()))
        around = around.parentItem()
    if seen.isEmpty():
        raise ValueError(f"{item.objectName()} is not in sight")
    return seen.center().toPoint()


if __name__ == "__main__":
    main(*sys.argv[1:])
