"""Installs the demo programme with the program's own commands and opens windows on it to read and tap."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy
import numpy.typing
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.__main__ import main
from kiosk.app import run
from kiosk.app.window import KioskWindow, prepare_qt
from kiosk.app.window import create_application as new_application
from kiosk.app.window_size import parse_size
from kiosk.viewmodels.session import Session
from tests.appearance.walk import is_text

AT = "2016-04-03T14:20"
"""The rehearsed time of the demo: some events are past, most are upcoming."""

Pixels = numpy.typing.NDArray[numpy.uint32]
"""An image as rows of 0x00RRGGBB."""


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The application object as the kiosk creates it; pytest-qt uses it instead of its own."""
    return application()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A library with the demo programme; no test may change it."""
    return install_demo(tmp_path_factory.getbasetemp() / "demo", checkout) / "first"


@pytest.fixture(scope="session")
def april(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """The same library after the April update; no test may change it."""
    return install_demo(tmp_path_factory.getbasetemp() / "demo", checkout) / "april"


@pytest.fixture(scope="session")
def corner_month(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A library with the made month of a Corner; no test may change it."""
    return install_corner_month(tmp_path_factory.getbasetemp() / "corner-month", checkout)


@cache
def application() -> QGuiApplication:
    """The one application object of this process."""
    prepare_qt("software")
    return new_application(["kiosk"])


@cache
def install_demo(folder: Path, checkout: Path) -> Path:
    """Build both demo packs and two libraries below `folder`: 'first' with one pack, 'april' with both."""
    folder.mkdir()
    keys = folder / "keys"
    run_cli("keys", "new", keys, "--publisher", "demo", "--host", "kz.usembassy.gov", "--rank", "0")
    for library, sources in {
        "first": ["25-years-together"],
        "april": ["25-years-together", "april-update"],
    }.items():
        run_cli("trust", "add", keys / "root.json", "--library", folder / library)
        run_cli("pin", "new", "--library", folder / library)
        for source in sources:
            pack = folder / f"{source}.kpack"
            if not pack.exists():
                run_cli("pack", "build", checkout / "data" / source, "-o", pack, "--keys", keys)
            run_cli("install", pack, "--library", folder / library)
    return folder


@cache
def install_corner_month(folder: Path, checkout: Path) -> Path:
    """Build the pack of the made month and install it into a library below `folder`."""
    folder.mkdir()
    keys, pack, library = folder / "keys", folder / "month.kpack", folder / "library"
    run_cli("keys", "new", keys, "--publisher", "corner", "--host", "corner.example.org", "--rank", "0")
    run_cli("pack", "build", checkout / "data/corner-month", "-o", pack, "--keys", keys)
    run_cli("trust", "add", keys / "root.json", "--library", library)
    run_cli("pin", "new", "--library", library)
    run_cli("install", pack, "--library", library)
    return library


def copy_library(library: Path, place: Path) -> Path:
    """Copy the programmes of a library to `place`, for a test that changes it; no records of what it did."""
    for folder in ("gen", "trust"):
        shutil.copytree(library / folder, place / folder, copy_function=os.link)
    for file in ("state.db", "lock.db"):
        shutil.copyfile(library / file, place / file)
    for path in (place / "gen").rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    return place


def run_cli(*arguments: object) -> None:
    """Run a command of the program in this process and check that it succeeds."""
    assert main([str(argument) for argument in arguments]) == 0, arguments


@contextmanager
def window(
    library: Path,
    size: str = "1920x1080",
    *,
    at: str | None = AT,
    language: str | None = "en",
    settings: Path | None = None,
    **changes: Any,
) -> Iterator[KioskWindow]:
    """Open the kiosk in this process, without a display; `changes` override its settings."""
    application()
    session = run.open_session(library, settings, at, language)
    session.settings = replace(session.settings, **changes)
    with open_session(session, size) as shown:
        yield shown


@contextmanager
def open_session(session: Session, size: str = "1920x1080") -> Iterator[KioskWindow]:
    """Open a window of that session, without a display."""
    application()
    shown = KioskWindow(session, parse_size(size))
    shown.show()
    settle()
    try:
        yield shown
        assert not unslotted_methods(shown), unslotted_methods(shown)
    finally:
        shown.close()
        settle()


def unslotted_methods(shown: KioskWindow) -> list[str]:
    """Methods of view-models that are connected to signals but are not Slots.

    For them PySide gives the object a metaobject of its own. It ends with the object, but QML caches it by
    its address: a later view-model at that address is then read by the wrong names, as 'undefined'.
    """
    found = []
    for model in (shown.shell, *shown.shell.findChildren(QObject)):
        kind = type(model)
        if hasattr(sys.modules[kind.__module__], "QML_IMPORT_NAME"):
            common = kind.staticMetaObject.methodCount()
            more = range(common, model.metaObject().methodCount())
            found += [f"{kind.__name__}.{model.metaObject().method(i).name().data().decode()}" for i in more]
    return found


def wait_until(
    condition: Callable[[], object],
    explain: Callable[[], object] = lambda: "it never happened",
    seconds: float = 60,
) -> None:
    """Process events until `condition` holds; fail with the result of `explain` after `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, explain()
        QTest.qWait(10)


def settle() -> None:
    """Process events until layouts are final."""
    for _ in range(3):
        QGuiApplication.processEvents()


def items(shown: KioskWindow) -> Iterator[QQuickItem]:
    """Every visible item of the window, parents before children."""
    waiting = [shown.view.rootObject()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting += reversed(item.childItems())


def tap_targets(shown: KioskWindow) -> list[QQuickItem]:
    """The visible tap targets of the window."""
    return [item for item in items(shown) if item.metaObject().indexOfSignal("tapped()") >= 0]


def texts(shown: KioskWindow) -> list[str]:
    """All visible texts of the window."""
    return [str(item.property("text")) for item in items(shown) if is_text(item)]


def find(shown: KioskWindow, name: str) -> QQuickItem:
    """The one visible item with that object name, or tap target with that label."""
    found = [item for item in items(shown) if item.objectName() == name]
    found = found or [item for item in tap_targets(shown) if item.property("label") == name]
    assert len(found) == 1, f"{len(found)} items are called {name}"
    return found[0]


def centre(item: QQuickItem) -> QPoint:
    """The centre of an item in window pixels."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def wait_until_ready(shown: KioskWindow) -> None:
    """Wait until the pause after the attract loop is over."""
    while shown.view.rootObject().property("settling"):
        QTest.qWait(10)


def reveal(item: QQuickItem) -> None:
    """Scroll up or down until the whole item is in sight, if there is something that scrolls around it."""
    around = item.parentItem()
    while around and not around.inherits("QQuickFlickable"):
        around = around.parentItem()
    if not around:
        return
    top = item.mapToItem(around, QPointF(0, 0)).y()
    if top < 0 or top + item.height() > around.height():
        first, height = float(around.property("originY")), float(around.property("contentHeight"))
        wanted = around.property("contentY") + top - (around.height() - item.height()) / 2
        around.setProperty("contentY", max(first, min(wanted, first + height - around.height())))
        settle()


def is_enabled(item: QQuickItem) -> bool:
    """Whether it takes taps: a MouseArea has a property `enabled` of its own, beside that of its item."""
    return item.isEnabled() and item.property("enabled") is not False


def tap(shown: KioskWindow, name: str) -> None:
    """Scroll to an item and tap it in its centre as soon as the window accepts taps there."""
    wait_until_ready(shown)
    settle()
    reveal(find(shown, name))
    while is_dead(shown, centre(find(shown, name))):
        QTest.qWait(10)
        reveal(find(shown, name))  # what comes up meanwhile may move it
    click(shown, centre(find(shown, name)))


def click(shown: KioskWindow, point: QPoint) -> None:
    """Tap at a point of the window, whatever is there."""
    QTest.mouseClick(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    settle()


def is_dead(shown: KioskWindow, point: QPoint) -> bool:
    """Whether touches at that point are swallowed: something has just been tapped or come up there."""
    return any(
        item.objectName() in ("dead", "fresh")
        and not item.property("passes")
        and item.contains(item.mapFromScene(QPointF(point)))
        for item in items(shown)
    )


def grab_pixels(shown: KioskWindow) -> Pixels:
    """The current picture of the window."""
    QGuiApplication.processEvents()
    return to_pixels(shown.view.grabWindow())


def to_pixels(image: QImage) -> Pixels:
    """An image as an array that owns its data."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = numpy.frombuffer(plain.constBits(), numpy.uint32).reshape(plain.height(), plain.width())
    return rows & numpy.uint32(0xFFFFFF)
