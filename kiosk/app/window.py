"""The kiosk's window: fonts, QML engine, view-models, and the order in which they end."""

import gc
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCursor, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from kiosk import images
from kiosk.app import allocator
from kiosk.app.lost_touches import LostTouches
from kiosk.app.screen_follower import ScreenFollower
from kiosk.base import qr_code
from kiosk.base.paths import resources
from kiosk.images.photos import photo_painter
from kiosk.viewmodels.primary_screen import primary_screen_size
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell

if TYPE_CHECKING:
    from kiosk.viewmodels.background.services import BackgroundServices
    from kiosk.viewmodels.staff.entrance import StaffEntrance

PACKAGE = Path(__file__).parents[1]

TIDY_DELAY = 300
"""Milliseconds after a visit until old pages are deleted and the new page has loaded its pictures."""


def prepare_qt(renderer: str = "auto") -> None:
    """Set what Qt reads once, before the application object: renderer, scale, frame pace."""
    if renderer == "software" or (renderer == "auto" and not _has_gpu()):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
    # Qt's player would log details of every video.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*.info=false")
    # Qt waits 5 ms before each frame otherwise (QTBUG-32000: QT_QPA_UPDATE_IDLE_TIME).
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")


def _has_gpu() -> bool:
    return any(Path("/dev/dri").glob("renderD*")) or os.name == "nt"


def create_application(arguments: list[str]) -> QGuiApplication:
    """The application object with the kiosk's own fonts; no system font is relied on."""
    app = QGuiApplication(arguments)
    app.setApplicationName("corner-kiosk")
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return app


class KioskWindow:
    """A window that shows `session`, full screen unless given a size; `close` ends all in a safe order."""

    def __init__(self, session: Session, size: QSize | None = None) -> None:
        self._size = size
        self._pages: list[QQmlComponent] = []
        self.shell = Shell(session)
        self.background: BackgroundServices | None = None
        self.staff_entrance: StaffEntrance | None = None
        self._still = QTimer(interval=TIDY_DELAY, singleShot=True)
        self._still.timeout.connect(self._release_memory)
        self.shell.pageChanged.connect(self._schedule_tidying)
        self.view = QQuickView()
        LostTouches(self.view)
        engine = self.view.engine()
        engine.addImportPath(str(PACKAGE.parent))
        images.install(engine, photo_painter(session.open_media))
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        # with its size known, the root item lays out everything before it is shown, and draws nothing twice
        window_size = size or primary_screen_size()
        self.view.resize(window_size)
        properties = {"shell": self.shell, "width": window_size.width(), "height": window_size.height()}
        self.view.setInitialProperties(properties)
        self.view.setSource(QUrl.fromLocalFile(str(PACKAGE / "qml" / "app" / "Main.qml")))
        if self.view.status() is not QQuickView.Status.Ready:
            raise RuntimeError("\n".join(error.toString() for error in self.view.errors()))

    def show(self) -> None:
        """Open the window: full screen without frame and pointer, or of the given size."""
        if self._size is None:
            self.view.setFlag(Qt.WindowType.FramelessWindowHint)
            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
            self.view.showFullScreen()
            ScreenFollower(self.view)
        else:
            self.view.show()

    def preload_pages(self) -> None:
        """Load the pages that are not shown yet, and what they import, so that the first tap is quick."""
        for file in sorted((PACKAGE / "qml" / "visitor").glob("*/*Screen.qml")):
            self._pages.append(QQmlComponent(self.view.engine(), QUrl.fromLocalFile(str(file))))
        qr_code.qr_matrix("warm")
        import_module("kiosk.viewmodels.visitor.map.drawing")

    def _schedule_tidying(self) -> None:
        """Schedule the release of memory when a visit has ended, cancel it when the next one starts."""
        self._still.start() if self.shell.unattended else self._still.stop()

    def _release_memory(self) -> None:
        """Free everything that the visit needed, so that memory use returns to what it was before."""
        self.shell.reset_pages()
        gc.collect()
        self.view.engine().collectGarbage()
        self.view.releaseResources()  # Qt caches pictures that are not shown (QQuickPixmap::purgeCache)
        allocator.trim_heap()

    def start_background(self) -> None:
        """Start the background services, the staff area and printing."""
        from kiosk.viewmodels.background.services import BackgroundServices
        from kiosk.viewmodels.staff.entrance import StaffEntrance
        from kiosk.viewmodels.visitor.shared.print_service import PrintService

        shell = self.shell
        services = self.background = BackgroundServices(shell, shell)
        self.staff_entrance = StaffEntrance(shell, services)
        print_states = (shell.event_page.print_state, shell.tray_page.print_state)
        PrintService(
            shell, print_states, lambda *command: services.command(*command, *services.time_options), services
        )
        services.start()

    def close(self) -> int:
        """End the engine before the view-models it uses; the number of child processes that would not end."""
        self._still.stop()
        if self.background:
            self.background.close()
        self.view.close()
        self.view.setSource(QUrl())
        # pages that were closed earlier are deleted only now
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._pages.clear()
        del self.view
        self.shell.deleteLater()
        return self.background.unkillable_count if self.background else 0
