"""The tray: the events a visitor has marked, and the codes that bring them to a phone."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, Occurrence
from kiosk.events.timing import current_occurrence, is_past
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.code_viewer import CodeViewer
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_event_list import LazyEventList
from kiosk.viewmodels.visitor.shared.next_events import after_list
from kiosk.viewmodels.visitor.shared.print_state import PrintState
from kiosk.viewmodels.visitor.tray.codes import tray_codes

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAPER = "A4"


@QmlElement
class TrayPage(Page):
    """The marked events and their codes; emptied when the visitor leaves."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._marked: list[str] = []
        self._dates: dict[str, str] = {}
        self._events, self._next_events = EventRows(self), EventRows(self)
        self._undated = 0
        self.code_viewer = CodeViewer(session, self)
        self.print_state = PrintState(session, self)

    def open(self, _: str = "") -> None:
        """Show the marked events with the first code."""
        self.code_viewer.reset()
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
            marked = [(one, dates.get(one.id) or current_occurrence(one, now)) for one in events]
            codes = tray_codes(marked, session.programme, session)
            self._undated = len(marked) - sum(code.kind in ("calendar", "cancelled") for code in codes)
            self.code_viewer.show(codes)
            self._next_events.show([] if found else after_list(session, []))
        self.changed.emit()
        self.print_state.refresh()

    def _chosen_dates(self, events: Iterable[Event]) -> dict[str, Occurrence]:
        """By event: the date that was marked, as long as it is ahead."""
        return {
            event.id: one
            for event in events
            for one in event.occurrences
            if one.when.edtf == self._dates.get(event.id) and not is_past(one, self._session.now)
        }

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

    @Property(EventRows, constant=True)
    def nextEvents(self) -> EventRows:
        """What comes next, as long as no event is marked."""
        return self._next_events

    @Property(PrintState, constant=True)
    def printState(self) -> PrintState:
        return self.print_state

    @Property(CodeViewer, constant=True)
    def codeViewer(self) -> CodeViewer:
        return self.code_viewer

    @Property(str, notify=changed)
    def undatedText(self) -> str:
        """The number of events without a calendar entry, as text; '' for none."""
        count = self._undated
        return self._session.translator.plural("screens.tray.undated", count) if count else ""
