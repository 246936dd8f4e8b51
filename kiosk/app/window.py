"""The kiosk's window: fonts, QML engine, view-models, and the order in which they end."""

import gc
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from kiosk import images
from kiosk.app import allocator
from kiosk.app.lost_touches import LostTouches
from kiosk.app.page_preparer import PagePreparer
from kiosk.app.screen_follower import ScreenFollower
from kiosk.base import qr_code
from kiosk.base.paths import resources
from kiosk.images.first_pictures import FirstPictures
from kiosk.viewmodels.primary_screen import primary_screen_size
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell

if TYPE_CHECKING:
    from kiosk.viewmodels.background.services import BackgroundServices
    from kiosk.viewmodels.staff.entrance import StaffEntrance

PACKAGE = Path(__file__).parents[1]

FRAMELESS_WINDOW = 0x801
"""Qt.WindowType.Window and FramelessWindowHint, for which Python would make all enums of Qt (ADR 23)."""
TIDY_DELAY = 300
"""Milliseconds after a visit until old pages are deleted and the new page has loaded its pictures."""


def prepare_qt(renderer: str = "auto") -> None:
    """Set what Qt reads once, before the application object: renderer, scale, frame pace."""
    if renderer == "software" or (renderer == "auto" and not _has_gpu()):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if _would_freeze():
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
    # Qt's player would log details of every video.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*.info=false")
    # Qt waits 5 ms before each frame otherwise (QTBUG-32000: QT_QPA_UPDATE_IDLE_TIME).
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")


def _would_freeze() -> bool:
    """Whether Qt would stop drawing: by the processor, under a Wayland compositor that runs an X server too.

    Of a frame in which nothing changed Qt then commits nothing to draw, for which the compositor owes no
    answer (wl_surface.frame, Wayland's protocol); Qt takes the window for hidden until it is touched.
    """
    by_processor = os.environ.get("QT_QUICK_BACKEND") == "software"
    return by_processor and os.environ.get("QT_QPA_PLATFORM") == "wayland" and "DISPLAY" in os.environ


def _has_gpu() -> bool:
    return any(Path("/dev/dri").glob("renderD*")) or os.name == "nt"


def create_application(arguments: list[str]) -> QGuiApplication:
    """The application object with the kiosk's own fonts; no system font is relied on."""
    app = QGuiApplication(arguments)
    app.setApplicationName("corner-kiosk")
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return app


def qml_url(file: str) -> QUrl:
    """The address of a file below kiosk/qml."""
    return QUrl.fromLocalFile(str(PACKAGE / "qml" / file))


class KioskWindow:
    """A window that shows `session`, full screen unless given a size; `close` ends all in a safe order.

    The pictures of its first frame are kept in the folder `first_pictures`.
    """

    def __init__(
        self, session: Session, size: QSize | None = None, first_pictures: Path | None = None
    ) -> None:
        self._size = size
        self._pages: list[QQmlComponent] = []
        self.shell = Shell(session)
        self.background: BackgroundServices | None = None
        self.staff_entrance: StaffEntrance | None = None
        self._still = QTimer(interval=TIDY_DELAY, singleShot=True)
        self._still.timeout.connect(self._close_pages)
        self.shell.pageChanged.connect(self._schedule_tidying)
        self.view = QQuickView()
        self._preparer = PagePreparer(self.view, self.shell)
        LostTouches(self.view)
        engine = self.view.engine()
        engine.addImportPath(str(PACKAGE.parent))
        self._first_pictures = FirstPictures(first_pictures)
        images.install(engine, session.open_media, self._first_pictures)
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        # with its size known, the root item lays out everything before it is shown, and draws nothing twice
        window_size = size or primary_screen_size()
        self.view.resize(window_size)
        properties = {"shell": self.shell, "width": window_size.width(), "height": window_size.height()}
        self.view.setInitialProperties(properties)
        self.view.setSource(qml_url("app/Main.qml"))
        if self.view.status() is not QQuickView.Status.Ready:
            raise RuntimeError("\n".join(error.toString() for error in self.view.errors()))

    def show(self) -> None:
        """Open the window: full screen without frame and pointer, or of the given size."""
        if self._size is None:
            self.view.setProperty("flags", FRAMELESS_WINDOW)
            self.view.showFullScreen()
            ScreenFollower(self.view)
        else:
            self.view.show()

    def finish_first_frame(self) -> None:
        """Hide the pointer of a full screen, and write the pictures of the first frame."""
        if self._size is None:
            from PySide6.QtCore import Qt
            from PySide6.QtGui import QCursor

            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
        self._first_pictures.save()

    def preload_pages(self) -> None:
        """Load the pages that are not shown yet, and what they import, so that the first tap is quick."""
        screens = [f"visitor/{name}/{name.capitalize()}Screen.qml" for name in self.shell.pages._fields]
        for file in (*screens, "frame/Dock.qml", "frame/IdleOverlay.qml"):
            self._pages.append(QQmlComponent(self.view.engine(), qml_url(file)))
        qr_code.qr_matrix("warm")
        import_module("kiosk.viewmodels.visitor.map.drawing")

    def _schedule_tidying(self) -> None:
        """Schedule tidying when a visit has ended, cancel it when the next one starts."""
        self._preparer.stop()
        self._still.start() if self.shell.unattended else self._still.stop()

    def _close_pages(self) -> None:
        """Close the pages of the visit; free their memory once they are deleted."""
        self.shell.close_pages()
        QTimer.singleShot(0, self.view, self._release_memory)

    def _release_memory(self) -> None:
        """Free what the visit needed, so that memory use returns to what it was; prepare the next visit."""
        gc.collect()
        self.view.engine().collectGarbage()
        self.view.releaseResources()  # Qt caches pictures that are not shown (QQuickPixmap::purgeCache)
        allocator.trim_heap()
        self.prepare_pages()

    def prepare_pages(self) -> None:
        """Start to prepare pages for the next visitor, unless one is there."""
        if self.shell.is_attracting and self.view.isVisible():
            self._preparer.start()

    def start_background(self) -> None:
        """Start the background services, the staff area and printing."""
        from kiosk.viewmodels.background.services import BackgroundServices
        from kiosk.viewmodels.staff.entrance import StaffEntrance
        from kiosk.viewmodels.visitor.shared.print_service import PrintService

        shell = self.shell
        services = self.background = BackgroundServices(shell, shell)
        self.staff_entrance = StaffEntrance(shell, services)
        print_states = (shell.pages.event.print_state, shell.pages.tray.print_state)
        PrintService(
            shell, print_states, lambda *command: services.command(*command, *services.time_options), services
        )
        services.start()

    def close(self) -> int:
        """End the engine before the view-models it uses; the number of child processes that would not end."""
        self._still.stop()
        self._preparer.stop()
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
