"""What a visitor has marked to take along: the events, and the codes that put them in a phone's calendar."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import qr
from kiosk.calendar import calendars
from kiosk.facts.offers import calendar_entry
from kiosk.facts.timing import current, is_past
from kiosk.model import Event, Status
from kiosk.viewmodels.long_list import LongList
from kiosk.viewmodels.page import Page
from kiosk.viewmodels.printing import Printing
from kiosk.viewmodels.rows import EventRows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAPER = "A4"


@QmlElement
class TrayPage(Page):
    """What the tray shows; it is the visitor's own, and gone with them."""

    changed = Signal()
    codeChanged = Signal()
    enlargedChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._marked: list[str] = []
        self._events = EventRows(self)
        self._codes: list[str] = []
        self._left_out = 0
        self._place = 0
        self._enlarged = False
        self.desk = Printing(session, self)

    def open(self, _: str = "") -> None:
        """Turn to what is marked, with its first code."""
        self._place = 0
        self.enlarge(False)
        self.desk.rest()
        self.refresh()

    def reopen(self, _: None) -> None:
        """Turn back to what is marked now."""
        self.open()

    def forget(self) -> None:
        """Nothing is marked: whoever marked it has left."""
        self._marked.clear()
        self.open()

    def refresh(self) -> None:
        """Derive everything from the session; what the programme no longer has is marked no more."""
        session = self._session
        if session.showing:
            catalogue, now = session.showing.catalogue, session.now
            coming, past = (catalogue.found(now, past=past, events=self._marked) for past in (False, True))
            found = [*coming, *past]
            self._marked = [id for id in self._marked if id in {one.event for one in found}]
            self._events.show(LongList(found, session))
            self._encode([catalogue.event(one.event) for one in found])
        self.changed.emit()
        self.codeChanged.emit()
        self.desk.refresh()

    def _encode(self, events: list[Event]) -> None:
        """Make the codes of those that a calendar can take."""
        session, entries = self._session, list[str]()
        for event in events:
            one = current(event, session.now)
            off = one.status is Status.CANCELLED or is_past(one, session.now)
            entry = None if off else calendar_entry(event, one, session, stamp=session.moment)
            entries += [entry] if entry else []
        self._left_out = len(events) - len(entries)
        self._codes = calendars(entries)
        self._place = min(self._place, max(0, len(self._codes) - 1))

    @Slot(str)
    def toggle(self, event_id: str) -> None:
        """Mark an event, or no more."""
        if event_id in self._marked:
            self._marked.remove(event_id)
        else:
            self._marked.append(event_id)
        self.refresh()

    @Slot()
    def clear(self) -> None:
        """Mark none."""
        self.forget()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Show the next code, or the one before."""
        self._place = (self._place + by) % max(1, len(self._codes))
        self.codeChanged.emit()

    @Slot(bool)
    def enlarge(self, wanted: bool) -> None:
        """Show the code as large as the screen allows, or beside the events again."""
        self._enlarged = wanted
        self.enlargedChanged.emit()

    @Slot()
    def print(self) -> None:
        """A visitor wants what is marked on paper, as a list."""
        self.desk.ask([*(row.eventId for row in self._events.rows), "--kind", "choice", "--paper", PAPER])

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def marked(self) -> list[str]:
        return self._marked

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events

    @Property(Printing, constant=True)
    def printing(self) -> Printing:
        return self.desk

    @Property(str, notify=codeChanged)
    def leftOut(self) -> str:
        """How many events no calendar can take, '' for none or all."""
        if not self._left_out or not self._codes:
            return ""
        return self._session.words.plural("screens.tray.left_out", self._left_out)

    @Property(str, notify=codeChanged)
    def payload(self) -> str:
        return self._codes[self._place] if self._codes else ""

    @Property(int, notify=codeChanged)
    def modules(self) -> int:
        """The side of the code's matrix with the quiet zone, 0 without a code."""
        return len(qr.modules(self._codes[self._place])) if self._codes else 0

    @Property(str, notify=codeChanged)
    def codeOf(self) -> str:
        """Which of several codes it is, '' for a single one."""
        if len(self._codes) < 2:
            return ""
        return self._session.words.text("screens.tray.code_of", n=self._place + 1, m=len(self._codes))

    @Property(bool, notify=enlargedChanged)
    def enlarged(self) -> bool:
        return self._enlarged
