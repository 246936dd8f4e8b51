"""The demo programme, installed by the program's own commands, and a window on it to look at and touch."""

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
"""The moment the demo is rehearsed at: some events are past, most are coming."""

Pixels = numpy.typing.NDArray[numpy.uint32]
"""A picture as rows of 0x00RRGGBB."""


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The application object as the kiosk makes it; pytest-qt takes it instead of its own."""
    return application()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A library that shows the demo programme; no test may change it."""
    return libraries(tmp_path_factory.getbasetemp() / "demo", checkout) / "first"


@pytest.fixture(scope="session")
def april(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """The same library after the April update; no test may change it."""
    return libraries(tmp_path_factory.getbasetemp() / "demo", checkout) / "april"


@cache
def application() -> QGuiApplication:
    """The one application object of this process, for good."""
    prepare_qt("software")
    return new_application(["kiosk"])


@cache
def libraries(folder: Path, checkout: Path) -> Path:
    """Build both demo packs and install them below `folder`: 'first' has one, 'april' has both."""
    folder.mkdir()
    keys = folder / "keys"
    verb("keys", "new", keys, "--publisher", "demo", "--host", "kz.usembassy.gov")
    for library, sources in {
        "first": ["25-years-together"],
        "april": ["25-years-together", "april-update"],
    }.items():
        verb("trust", "add", keys / "root.json", "--library", folder / library)
        verb("pin", "new", "--library", folder / library)
        for source in sources:
            pack = folder / f"{source}.kpack"
            if not pack.exists():
                verb("pack", "build", checkout / "data" / source, "-o", pack, "--keys", keys)
            verb("install", pack, "--library", folder / library)
    return folder


def copied(library: Path, place: Path) -> Path:
    """The same library once more at `place`, for a test that changes it."""
    shutil.copytree(library, place, copy_function=os.link)
    for file in ("state.db", "lock.db"):
        (place / file).unlink()
        shutil.copyfile(library / file, place / file)
    for folder in (place / "gen").rglob("*"):
        if folder.is_dir():
            folder.chmod(0o755)
    return place


def verb(*words: object) -> None:
    """Run a command of the program in this process; it must succeed."""
    assert main([str(word) for word in words]) == 0, words


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
    """The kiosk in this process, without a display; `changes` are made to its settings."""
    application()
    session = run.open_session(library, settings, at, language)
    session.settings = replace(session.settings, **changes)
    with opened(session, size) as shown:
        yield shown


@contextmanager
def opened(session: Session, size: str = "1920x1080") -> Iterator[KioskWindow]:
    """A window of that session, without a display."""
    application()
    shown = KioskWindow(session, parse_size(size))
    shown.show()
    settle()
    try:
        yield shown
        assert not strays(shown), strays(shown)
    finally:
        shown.close()
        settle()


def strays(shown: KioskWindow) -> list[str]:
    """Methods of view-models QML sees that were connected although they are no Slots.

    For them PySide gives the object a metaobject of its own. It ends with the object, but QML remembers it by
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


def until(
    condition: Callable[[], object], said: Callable[[], object] = lambda: "it never came", seconds: float = 60
) -> None:
    """Let the window live on until what must come has come; `said` is asked when it never does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, said()
        QTest.qWait(10)


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(3):
        QGuiApplication.processEvents()


def items(shown: KioskWindow) -> Iterator[QQuickItem]:
    """Every item that is visible in the window, parents before children."""
    waiting = [shown.view.rootObject()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting += reversed(item.childItems())


def presses(shown: KioskWindow) -> list[QQuickItem]:
    """The touch targets in the window."""
    return [item for item in items(shown) if item.metaObject().indexOfSignal("tapped()") >= 0]


def texts(shown: KioskWindow) -> list[str]:
    """Everything there is to read in the window."""
    return [str(item.property("text")) for item in items(shown) if is_text(item)]


def find(shown: KioskWindow, name: str) -> QQuickItem:
    """The one visible item of that object name, or touch target with that label."""
    found = [item for item in items(shown) if item.objectName() == name]
    found = found or [item for item in presses(shown) if item.property("label") == name]
    assert len(found) == 1, f"{len(found)} items are called {name}"
    return found[0]


def centre(item: QQuickItem) -> QPoint:
    """The middle of an item in pixels of the window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def ready(shown: KioskWindow) -> None:
    """Wait until the pause after the attract page is over."""
    while shown.view.rootObject().property("settling"):
        QTest.qWait(10)


def tap(shown: KioskWindow, name: str) -> None:
    """Touch an item in its middle and let go, as soon as the window takes touches."""
    ready(shown)
    settle()
    QTest.mouseClick(
        shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(find(shown, name))
    )
    settle()


def picture(shown: KioskWindow) -> Pixels:
    """What the window shows."""
    QGuiApplication.processEvents()
    return pixels(shown.view.grabWindow())


def pixels(image: QImage) -> Pixels:
    """An image as an array of its own."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = numpy.frombuffer(plain.constBits(), numpy.uint32).reshape(plain.height(), plain.width())
    return rows & numpy.uint32(0xFFFFFF)
