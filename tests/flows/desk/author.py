"""A press officer at the desk: drops, taps, types, and plugs in sticks."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app.desk_window import DeskWindow, hold_lock
from kiosk.app.window_size import parse_size
from kiosk.base.clock import Clock
from kiosk.base.settings import Settings
from kiosk.viewmodels.desk.desk import Desk
from kiosk.viewmodels.desk.desk_paths import DeskPaths
from kiosk.viewmodels.session import Session
from tests.screen_kit import application, run_cli, settle, tap, texts, wait_until

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PUBLISHER = "American Corner Kostanay"


class Author:
    """A press officer whose desk keeps its files in `library` and looks for sticks in `sticks`."""

    def __init__(self, shown: DeskWindow, library: Path) -> None:
        self.shown, self.desk, self.library = shown, shown.shell, library

    def drop(self, *paths: Path) -> None:
        """Drag files and folders into the window and let them go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        point = QPoint(600, 400)
        for event in (
            QDragEnterEvent(point, COPY, data, LEFT, NONE),
            QDragMoveEvent(point, COPY, data, LEFT, NONE),
            QDropEvent(QPointF(point), COPY, data, LEFT, NONE, QEvent.Type.Drop),
        ):
            QGuiApplication.sendEvent(self.shown.view, event)
        settle()

    def wait_for_check(self) -> None:
        """Wait until the source has been checked."""
        wait_until(lambda: not self.desk.source_page.isChecking, self.texts)
        settle()

    def wait_for(self, words: str) -> None:
        """Wait until the window says these words."""
        wait_until(lambda: self.says(words), self.texts)

    def open_step(self, step: str) -> None:
        """Tap a step of the rail."""
        tap(self.shown, f"step-{step}")

    def tap(self, name: str) -> None:
        """Tap a button."""
        tap(self.shown, name)

    def type_into(self, name: str, text: str) -> None:
        """Click into a field and type."""
        tap(self.shown, f"{name}-input")
        self.type(text)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        for letter in text:
            QTest.sendKeyEvent(QTest.KeyAction.Click, self.shown.view, Qt.Key.Key_unknown, letter, NONE)
        settle()

    def replace_in(self, name: str, text: str) -> None:
        """Click into a field and type over what is there."""
        tap(self.shown, f"{name}-input")
        QTest.keyClick(self.shown.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def make_keys(self, host: str) -> None:
        """Fill in the form of the first use and read what it says."""
        self.type_into("publisher", PUBLISHER)
        self.replace_in("hosts", host)
        self.tap("make-keys")
        wait_until(lambda: "root.json" in " ".join(self.texts()), self.texts)
        self.tap("keys-fine")
        self.wait_for_check()

    def choose_folder(self, folder: Path) -> None:
        """Choose a folder to write to, as the system's dialog would."""
        self.desk.stick_page.chooseFolder(QUrl.fromLocalFile(str(folder)))
        settle()

    def make(self) -> str:
        """Make the stick; the outcome."""
        self.tap("make")
        return self.wait_for_outcome()

    def wait_for_outcome(self) -> str:
        """Wait until the stick is made, or not; the state."""
        wait_until(lambda: self.desk.stick_page.state in ("done", "failed"), self.texts)
        settle()
        return str(self.desk.stick_page.state)

    def texts(self) -> list[str]:
        """All visible texts."""
        return texts(self.shown)

    def says(self, words: str) -> bool:
        """Whether a visible text has these words; spaces that must not break count as spaces."""
        return any(words in text.replace("\u00a0", " ").replace("\u2060", "") for text in self.texts())


@contextmanager
def desk(library: Path, *, sticks: Path | None = None, language: str = "en") -> Iterator[Author]:
    """The desk in this process, without a display."""
    application()
    settings = Settings(library=library, sticks=(str(sticks),) if sticks else ())
    session = Session(settings, Clock.system(), None, language)
    work = library / "work"
    work.mkdir(parents=True, exist_ok=True)
    lock = hold_lock(DeskPaths(library))
    shown = DeskWindow(Desk(session, work, lock is not None), parse_size("1200x800"))
    shown.show()
    settle()
    try:
        yield Author(shown, library)
    finally:
        shown.close()
        settle()


def copy_source(checkout: Path, folder: Path) -> Path:
    """A copy of the made month of a Corner, to be edited."""
    return Path(shutil.copytree(checkout / "data/corner-month", folder / "corner-month"))


def install(pack: Path, keys: Path, kiosk: Path) -> None:
    """Install a pack into a new kiosk that trusts these keys."""
    run_cli("trust", "add", keys / "root.json", "--library", kiosk)
    run_cli("install", pack, "--library", kiosk)
