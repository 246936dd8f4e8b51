"""The frame around the pages: visits and their end, the staff gesture, a change of the programme."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.idle_timer import IdleTimer
from kiosk.viewmodels.navigation import ATTRACT, HOME, STAFF, UNAVAILABLE, Navigation
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff_gesture import StaffGesture
from kiosk.viewmodels.text_fit import TextFit
from kiosk.visits.tally import Metric

if TYPE_CHECKING:
    from kiosk.viewmodels.pages import Pages

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Shell(Navigation):
    """The root view-model of Main.qml: pages, navigation, language and idle timer.

    `text_fit` is the singleton that QML measures titles with.
    """

    text_fit = TextFit

    staffChanged = Signal()  # PySide 6.11 crashes when a property notifies by a signal of a base class
    packAvailableChanged = Signal()
    staffRequested = Signal()
    activityRegistered = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._staff_gesture = StaffGesture()
        self._pack_available = False
        self._staff: QObject | None = None
        self.idle_timer = IdleTimer(session, self)
        self.idle_timer.expired.connect(self._end_visit)
        attract_delay = round(session.settings.attract_seconds * 1000)
        self._attract_timer = QTimer(self, interval=attract_delay, singleShot=True)
        self._attract_timer.timeout.connect(self.showAttract)
        self.pageChanged.connect(self._restart_idle_timer_at_home)

    def _connect_pages(self, pages: "Pages") -> None:
        viewer = pages.event.media_viewer
        viewer.video_player.playbackProgressed.connect(self._restart_idle_timer_for_video)
        self.pageChanged.connect(viewer.close)

    @Slot()
    def _restart_idle_timer_at_home(self) -> None:
        """Restart the idle timer when the home page is shown: a visitor is there."""
        if self._page == HOME:
            self.idle_timer.restart()

    @Slot()
    def _end_visit(self) -> None:
        self.goHome()
        self.apply_language(self.session.settings.language)
        self._clear_visitor_input()
        self.idle_timer.stop()
        self._attract_timer.start()
        self.session.end_visit()

    def _suspend_visit(self, *, by_staff: bool = False) -> None:
        """End the visit and stop all timers; `by_staff` when it was staff who made the staff gesture."""
        self._clear_visitor_input()
        self._history.clear()
        self.idle_timer.stop()
        self._attract_timer.stop()
        self.session.end_visit(by_staff=by_staff)

    def _clear_visitor_input(self) -> None:
        """Delete what the visitor has typed and marked, so that nobody else sees it."""
        self.pages.tray.reset()
        self.pages.search.reset()
        self.pages.search.refresh()

    def refresh_search(self) -> None:
        """Search and count again: there is another index, or nothing to search for."""
        self.pages.search.refresh()
        self.pages.theme.refresh()

    @Slot()
    def registerActivity(self) -> None:
        """Record a touch or key press: a visitor or staff are there."""
        self._attract_timer.stop()
        self.activityRegistered.emit()
        if not self.unattended:
            self.idle_timer.restart()
            self._count(Metric.SESSION)

    @Slot()
    def _restart_idle_timer_for_video(self) -> None:
        """Restart the idle timer while a video plays: the visitor is there."""
        if not self.unattended:
            self.idle_timer.restart()

    @Slot()
    def tapCorner(self) -> None:
        """Record a tap in the corner of the screen; the last of the staff gesture emits `staffRequested`."""
        if self._page != STAFF and self._staff_gesture.tap():
            self.staffRequested.emit()

    @Slot()
    def showAttract(self) -> None:
        """Show the attract loop, with the first slide in the default language."""
        self._suspend_visit()
        self.attract_page.restart()
        self._show_page(ATTRACT if self.session.programme else UNAVAILABLE)

    def show_staff_area(self, area: QObject) -> None:
        """Show the staff area, a StaffArea, which this module does not import."""
        self._staff = area
        self.staffChanged.emit()
        self._suspend_visit(by_staff=True)
        self._show_page(STAFF)

    def reset_pages(self) -> None:
        """Reset what the last visitor had open; only while `unattended`."""
        for page in self.pages:
            page.reset()

    def close_pages(self) -> None:
        """Reset all pages and delete the items of those that are not shown; only while `unattended`."""
        self.reset_pages()
        self.page_cache.keep_only({self._page})

    @property
    def is_attracting(self) -> bool:
        """Whether the attract loop is shown."""
        return self._page == ATTRACT

    def show_programme(self, programme: ShownProgramme | None) -> None:
        """Show another programme; only while `unattended`."""
        self.session.programme, self.session.search = programme, None
        self.reset_pages()
        self.refresh()
        self._update_clock()
        self.languageChanged.emit()
        if self._page != STAFF:
            self.showAttract()

    def set_pack_available(self, available: bool) -> None:
        """Set whether a small line on every page tells staff that a pack can be installed."""
        if available != self._pack_available:
            self._pack_available = available
            self.packAvailableChanged.emit()

    @Property(QObject, notify=staffChanged)
    def staff(self) -> QObject | None:
        return self._staff

    @Property(bool, notify=packAvailableChanged)
    def packAvailable(self) -> bool:
        return self._pack_available

    @Property(IdleTimer, constant=True)
    def idle(self) -> IdleTimer:
        return self.idle_timer
