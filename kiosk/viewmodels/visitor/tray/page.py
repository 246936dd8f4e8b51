"""The tray: the events a visitor has marked, and the codes that bring them to a phone."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base import qr_code
from kiosk.base.model import Event, Occurrence
from kiosk.events.timing import is_past
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_event_list import LazyEventList
from kiosk.viewmodels.visitor.shared.print_state import PrintState
from kiosk.viewmodels.visitor.tray.codes import TrayCode, TrayCodes, tray_codes

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAPER = "A4"
NO_CODE = TrayCode("", "")


@QmlElement
class TrayPage(Page):
    """The marked events and their codes; emptied when the visitor leaves."""

    changed = Signal()
    codeChanged = Signal()
    enlargedChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._marked: list[str] = []
        self._dates: dict[str, str] = {}
        self._events = EventRows(self)
        self._tray_codes = TrayCodes([], 0)
        self._code_index = 0
        self._enlarged = False
        self.print_state = PrintState(session, self)

    def open(self, _: str = "") -> None:
        """Show the marked events with the first code."""
        self._code_index = 0
        self.enlarge(False)
        self.print_state.reset()
        self.refresh()

    def restore(self, _: None) -> None:
        """Show the events that are marked now."""
        self.open()

    def reset(self) -> None:
        """Remove all marks."""
        self._marked.clear()
        self._dates.clear()
        self.open()

    def refresh(self) -> None:
        """Derive everything from the session; drop marks of events that the programme no longer has."""
        session = self._session
        if session.programme:
            catalogue, now = session.programme.catalogue, session.now
            coming, past = (
                catalogue.find_events(now, past=past, events=self._marked) for past in (False, True)
            )
            found = [*coming, *past]
            self._marked = [id for id in self._marked if id in {one.event for one in found}]
            events = [catalogue.event(one.event) for one in found]
            dates = self._chosen_dates(events)
            self._events.show(LazyEventList(found, session, dates=dates))
            self._tray_codes = tray_codes(events, session.programme, session, dates)
            self._code_index = min(self._code_index, max(0, len(self._tray_codes.codes) - 1))
        self.changed.emit()
        self.codeChanged.emit()
        self.print_state.refresh()

    def _chosen_dates(self, events: Iterable[Event]) -> dict[str, Occurrence]:
        """By event: the date that was marked, as long as it is ahead."""
        return {
            event.id: one
            for event in events
            for one in event.occurrences
            if one.when.edtf == self._dates.get(event.id) and not is_past(one, self._session.now)
        }

    @property
    def _code(self) -> TrayCode:
        codes = self._tray_codes.codes
        return codes[self._code_index] if codes else NO_CODE

    @Slot(str, str)
    def toggle(self, event_id: str, date: str = "") -> None:
        """Mark an event, with one of its dates as it is written or with none, or remove its mark."""
        if event_id in self._marked:
            self._marked.remove(event_id)
            self._dates.pop(event_id, None)
        else:
            self._marked.append(event_id)
            self._dates[event_id] = date
        self.print_state.reset()
        self.refresh()

    @Slot()
    def clear(self) -> None:
        """Remove all marks."""
        self.reset()

    @Slot(int)
    def stepCode(self, by: int) -> None:
        """Show the code `by` places further, or back if negative."""
        self._code_index = (self._code_index + by) % max(1, len(self._tray_codes.codes))
        self.codeChanged.emit()

    @Slot(bool)
    def enlarge(self, enlarged: bool) -> None:
        """Show the code as large as the screen allows, or beside the events again."""
        self._enlarged = enlarged
        self.enlargedChanged.emit()

    @Slot()
    def print(self) -> None:
        """A visitor wants what is marked on paper, as a list."""
        self.print_state.request(
            [*(row.eventId for row in self._events.rows), "--kind", "choice", "--paper", PAPER]
        )

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def marked(self) -> list[str]:
        return self._marked

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events

    @Property(PrintState, constant=True)
    def printState(self) -> PrintState:
        return self.print_state

    @Property(str, notify=codeChanged)
    def undatedText(self) -> str:
        """The number of events without a calendar entry, as text; '' for none."""
        count = self._tray_codes.undated
        return self._session.translator.plural("screens.tray.undated", count) if count else ""

    @Property(str, notify=codeChanged)
    def payload(self) -> str:
        return self._code.payload

    @Property(int, notify=codeChanged)
    def modules(self) -> int:
        """The side of the code with its quiet zone, in modules; 0 without a code."""
        return len(qr_code.qr_matrix(self._code.payload)) if self._code.payload else 0

    @Property(str, notify=codeChanged)
    def codeTitle(self) -> str:
        """What the code is for, or that there is none."""
        return self._code.title or self._session.translator.text("screens.tray.no_code")

    @Property(str, notify=codeChanged)
    def codeNote(self) -> str:
        """Host and events of a link, '' for a calendar."""
        return self._code.note

    @Property(str, notify=codeChanged)
    def codePosition(self) -> str:
        """Which of several codes is shown, as text; '' for a single one."""
        count = len(self._tray_codes.codes)
        if count < 2:
            return ""
        return self._session.translator.text("screens.tray.code_of", n=self._code_index + 1, m=count)

    @Property(bool, notify=enlargedChanged)
    def enlarged(self) -> bool:
        return self._enlarged
