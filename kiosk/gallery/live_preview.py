"""Draws an unsigned programme by the kiosk's own pages, again and again as the desk asks."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent

from kiosk.app.window import KioskWindow, create_application, prepare_qt
from kiosk.app.window_size import parse_size
from kiosk.base.clock import Clock, parse_local_time
from kiosk.base.settings import Settings
from kiosk.base.time_zones import zone
from kiosk.desk.preview_folder import open_preview
from kiosk.gallery.draw import PNG_QUALITY, grab_settled
from kiosk.viewmodels.navigation import ATTRACT, EVENT, HOME
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell

SETTLE_DELAY = 450
"""Milliseconds after a picture until the next one shows what has moved or has been read meanwhile."""
READY_DELAY = 50
"""Milliseconds until it is asked again whether the page takes taps."""
NEVER = 10**6
"""Seconds without a touch after which the preview would go home."""

Request = Mapping[str, Any]
Report = Callable[[Mapping[str, object]], None]


class LivePreview(QObject):
    """Draws into `folder` and reports each picture; `lineRead` brings the requests from another thread.

    A request is {"show": {"folder", "number", "at", "language", "size", "page", "event"}}, its `at` a local
    time, or {"tap": [x, y]} in fractions of the picture.
    """

    lineRead = Signal(str)

    def __init__(self, folder: Path, report: Report) -> None:
        super().__init__()
        self._folder, self._report = folder, report
        self._window: KioskWindow | None = None
        self._shown: Request = {}
        self._pictures = 0
        self._later = QTimer(self, interval=SETTLE_DELAY, singleShot=True)
        self._later.timeout.connect(self._draw)
        self._taps: list[tuple[float, float]] = []
        self._ready = QTimer(self, interval=READY_DELAY, singleShot=True)
        self._ready.timeout.connect(self._tap_next)
        self.lineRead.connect(self._handle_line)

    def close(self) -> None:
        """Close the window that is drawn."""
        if self._window:
            self._window.close()

    @Slot(str)
    def _handle_line(self, line: str) -> None:
        """Do what a line asks for; '' ends the program."""
        if not line:
            QCoreApplication.quit()
            return
        request: Request = json.loads(line)
        if "tap" in request:
            self._taps.append(request["tap"])
            self._tap_next()
            return
        self._taps.clear()
        self._show(request["show"])
        self._draw()
        self._later.start()

    @Slot()
    def _tap_next(self) -> None:
        """Tap where somebody has, once the page takes taps: it takes none just after it has come up."""
        window = self._window
        if window is None or not self._taps:
            return
        if not window.view.rootObject().property("settling"):
            self._tap(window, *self._taps.pop(0))
            self._draw()
            self._later.start()
        self._ready.start()

    def _show(self, wanted: Request) -> None:
        programme = open_preview(Path(wanted["folder"]), wanted["number"])
        clock = Clock.rehearsal(parse_local_time(wanted["at"], zone(programme.catalogue.campaign().zone)))
        size = parse_size(wanted["size"])
        assert size
        if self._window is None:
            settings = Settings(idle_seconds=NEVER, attract_seconds=NEVER)
            session = Session(settings, clock, programme, wanted["language"])
            self._window = KioskWindow(session, size)
            self._window.show()
        window, shell = self._window, self._window.shell
        page, event = _page_of(shell)
        if wanted["page"] and any(wanted[name] != self._shown.get(name) for name in ("page", "event")):
            page, event = wanted["page"], wanted["event"]
        shell.session.clock = clock
        shell.show_programme(programme)
        window.view.resize(size)
        shell.setLanguage(wanted["language"])
        _open(shell, page, event)
        self._shown = wanted

    def _tap(self, window: KioskWindow, x: float, y: float) -> None:
        """Press and release the mouse at a point of the page, which may lead to another one."""
        self._shown = {}
        view = window.view
        point = QPointF(QPoint(round(x * view.width()), round(y * view.height())))
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, pressed in (
            (QMouseEvent.Type.MouseButtonPress, left),
            (QMouseEvent.Type.MouseButtonRelease, none),
        ):
            event = QMouseEvent(kind, point, point, left, pressed, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(view, event)

    @Slot()
    def _draw(self) -> None:
        if self._window is None:
            return
        self._pictures += 1
        file = self._folder / f"{self._pictures % 4}.png"
        grab_settled(self._window).save(str(file), quality=PNG_QUALITY)
        self._report({"file": str(file), "number": self._pictures})


def draw_live(folder: Path, report: Report) -> None:
    """Draw as the lines of standard input ask, until that is closed."""
    prepare_qt("software")
    application = create_application(["kiosk"])
    preview = LivePreview(folder, report)
    Thread(target=_read_lines, args=(preview,), daemon=True).start()
    application.exec()
    preview.close()


def _read_lines(preview: LivePreview) -> None:
    for line in sys.stdin:
        preview.lineRead.emit(line.strip() or " ")
    preview.lineRead.emit("")


def _page_of(shell: Shell) -> tuple[str, str]:
    """The page that is shown, and the event on it, '' for none."""
    page = str(shell.page)
    return page, shell.pages.event.view_state if page == EVENT else ""


def _open(shell: Shell, page: str, event: str) -> None:
    """Open a page again; the home page for an event that is no longer there."""
    programme = shell.session.programme
    assert programme
    if page == ATTRACT:
        shell.showAttract()
    elif page == EVENT and any(card.id == event for card in programme.catalogue.cards(None)):
        shell.openEvent(event)
    elif page in (HOME, EVENT):
        shell.goHome()
    else:
        shell.open(page)
