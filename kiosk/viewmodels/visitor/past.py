"""The past events, most recent first."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_list import LongList

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PastPage(Page):
    """What the page of past events shows."""

    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._events = EventRows(self)
        self._open = False

    def open(self, _: str = "") -> None:
        """Turn to the newest of the past events."""
        self._open = True
        self.refresh()
        self.opened.emit()

    def reset(self) -> None:
        """Show none: whoever looked at them has left, or they are no longer shown."""
        self._open = False
        self._events.show([])

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or not self._open:
            return
        self._events.show(LongList(session.programme.catalogue.find_events(session.now, past=True), session))

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events
