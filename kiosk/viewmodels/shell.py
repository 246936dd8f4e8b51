"""The frame around the pages: when a visitor has come or left, when staff come in, what is shown."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.idle_timer import IdleTimer
from kiosk.viewmodels.navigation import ATTRACT, HOME, STAFF, UNAVAILABLE, Navigation
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff_gesture import StaffGesture
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Shell(Navigation):
    """The one object the root of the screen gets: pages, navigation, language and idle reset."""

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
        self.idle_timer.expired.connect(self._leave)
        self.event_page.media_viewer.video_player.playbackProgressed.connect(self._watch)
        self.pageChanged.connect(self.event_page.media_viewer.close)
        wait = round(session.settings.attract_seconds * 1000)
        self._to_attract = QTimer(self, interval=wait, singleShot=True)
        self._to_attract.timeout.connect(self.showAttract)
        self.pageChanged.connect(self._expect)

    @Slot()
    def _expect(self) -> None:
        """Whoever comes home, by a touch or a key, is there."""
        if self._page == HOME:
            self.idle_timer.touch()

    @Slot()
    def _leave(self) -> None:
        self.goHome()
        self.apply_language(self.session.settings.language)
        self._part()
        self.idle_timer.rest()
        self._to_attract.start()
        self.session.end_visit()

    def _pause(self, *, by_staff: bool = False) -> None:
        """No visitor is expected; `by_staff`: the visit was that of staff."""
        self._part()
        self._trail.clear()
        self.idle_timer.rest()
        self._to_attract.stop()
        self.session.end_visit(by_staff=by_staff)

    def _part(self) -> None:
        """What the visitor has typed and marked is for nobody else to see."""
        self.tray_page.reset()
        self.search_page.reset()
        self.search_page.refresh()

    def refresh_search(self) -> None:
        """Search and count anew: there is another index, or nothing to search for."""
        self.search_page.refresh()
        self.theme_page.refresh()

    @Slot()
    def registerActivity(self) -> None:
        """Any touch or key: the visitor is there."""
        self._to_attract.stop()
        self.activityRegistered.emit()
        if not self.unattended:
            self.idle_timer.touch()
            self._count(Metric.SESSION)

    @Slot()
    def _watch(self) -> None:
        """A film is played: whoever began it is there."""
        if not self.unattended:
            self.idle_timer.touch()

    @Slot()
    def tapCorner(self) -> None:
        """A tap in the corner of the screen: `staffRequested` follows the last of five."""
        if self._page != STAFF and self._staff_gesture.tap():
            self.staffRequested.emit()

    @Slot()
    def showAttract(self) -> None:
        """Turn to the attract loop, with the first slide in the default language."""
        self._pause()
        self.attract_page.restart()
        self._turn(ATTRACT if self.session.programme else UNAVAILABLE)

    def show_staff(self, area: QObject) -> None:
        """Turn to the staff area (a StaffArea, which this module need not know)."""
        self._staff = area
        self.staffChanged.emit()
        self._pause(by_staff=True)
        self._turn(STAFF)

    def reset_pages(self) -> None:
        """Put away what the last visitor looked at; only while it is `unattended`."""
        for page in self._pages:
            page.reset()

    def show_programme(self, showing: ShownProgramme | None) -> None:
        """Show another generation from now on; only while it is `unattended`."""
        self.session.programme, self.session.search = showing, None
        self.reset_pages()
        self.refresh()
        self._tick()
        self.languageChanged.emit()
        if self._page != STAFF:
            self.showAttract()

    def set_pack_available(self, available: bool) -> None:
        """Let a small line tell the staff, on every page, that a programme waits for them; or no more."""
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
