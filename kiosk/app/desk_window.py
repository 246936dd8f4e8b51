"""The window of the desk: resizable, with the pointer and the keyboard, in the kiosk's look."""

import signal
import sys
import tempfile
from io import FileIO
from pathlib import Path

from PySide6.QtCore import QLockFile, QSize, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickView

from kiosk import images
from kiosk.app.window import PACKAGE, create_application, prepare_qt, qml_url
from kiosk.app.window_size import parse_size
from kiosk.base import cancellation
from kiosk.base.clock import Clock
from kiosk.base.settings import Settings
from kiosk.desk.memory import read_memory
from kiosk.i18n.translator import LANGUAGES, system_language
from kiosk.viewmodels.desk.desk import Desk
from kiosk.viewmodels.desk.desk_paths import DeskPaths
from kiosk.viewmodels.session import Session

USUAL_SIZE, LEAST_SIZE = QSize(1200, 800), QSize(1000, 700)
"""In pixels of a screen with USUAL_DPI."""
USUAL_DPI = 96


def run_desk(settings: Settings, language: str | None, size: str | None) -> int:
    """Show the desk until its window is closed."""
    prepare_qt(settings.renderer)
    application = create_application(sys.argv[:1])
    paths = DeskPaths(settings.library.absolute())
    remembered = read_memory(paths.memory).language
    chosen = language or (remembered if remembered in LANGUAGES else system_language())
    session = Session(settings, Clock.system(), None, chosen)
    lock = hold_lock(paths)
    with tempfile.TemporaryDirectory() as work:
        window = DeskWindow(Desk(session, Path(work), lock is not None), parse_size(size))
        for end_signal in cancellation.SIGNALS:
            signal.signal(end_signal, lambda *_: QTimer.singleShot(0, application.quit))
        # Python handles signals only while its code runs: run some regularly.
        wake_timer = QTimer(interval=500)
        wake_timer.timeout.connect(lambda: None)
        wake_timer.start()
        window.show()
        code = application.exec()
        window.close()
    return code


def hold_lock(paths: DeskPaths) -> QLockFile | None:
    """The lock of the one desk of this library, None while another window holds it.

    A lock whose process has ended does not count. Without a folder that can be written there is no lock to
    hold, and the desk works all the same.
    """
    try:
        paths.lock.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return QLockFile(str(paths.lock))
    lock = QLockFile(str(paths.lock))
    lock.setStaleLockTime(0)
    is_held = lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError
    return lock if is_held else None


class DeskWindow:
    """The window that shows `desk`; `close` ends all in a safe order."""

    def __init__(self, desk: Desk, size: QSize | None = None) -> None:
        self.shell = desk
        self.view = QQuickView()
        engine = self.view.engine()
        engine.addImportPath(str(PACKAGE.parent))
        images.install(engine, _open_nothing)
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        scale = screen_scale()
        self.view.setMinimumSize(LEAST_SIZE * scale)
        self.view.resize(size or USUAL_SIZE * scale)
        self.view.setInitialProperties({"desk": desk, "scaling": scale})
        self.view.setSource(qml_url("desk/DeskMain.qml"))
        if self.view.status() is not QQuickView.Status.Ready:
            raise RuntimeError("\n".join(error.toString() for error in self.view.errors()))
        self.view.setTitle(desk.text("desk.title"))

    def show(self) -> None:
        """Open the window and go on with what was open last."""
        self.view.show()
        self.shell.start()

    def close(self) -> None:
        """End the engine before the view-models it uses."""
        self.shell.close()
        self.view.close()
        self.view.setSource(QUrl())
        del self.view
        self.shell.deleteLater()


def screen_scale() -> float:
    """How much larger than usual the screen draws: 1.5 for a laptop set to 150 %."""
    screen: QScreen | None = QGuiApplication.primaryScreen()
    return max(1.0, screen.logicalDotsPerInch() / USUAL_DPI) if screen else 1.0


def _open_nothing(address: str) -> FileIO:
    """The desk shows no picture of a pack but those of its preview."""
    raise FileNotFoundError(address)
