"""The page of past events, most recent first."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_event_list import LazyEventList
from kiosk.viewmodels.visitor.shared.next_events import after_list

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PastPage(Page):
    """The list of past events; empty while the page is closed."""

    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._events, self._next_events = EventRows(self), EventRows(self)
        self._is_open = False

    def open(self, _: str = "") -> None:
        """Fill the list and scroll to its top."""
        self._is_open = True
        self.refresh()
        self.opened.emit()

    def reset(self) -> None:
        """Empty the list: the visitor has left, or the programme has changed."""
        self._is_open = False
        self._events.show([])
        self._next_events.show([])

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or not self._is_open:
            return
        found = session.programme.catalogue.find_events(session.now, past=True)
        self._events.show(LazyEventList(found, session))
        self._next_events.show(after_list(session, found))

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events

    @Property(EventRows, constant=True)
    def nextEvents(self) -> EventRows:
        """What comes next, where the list leaves room."""
        return self._next_events
