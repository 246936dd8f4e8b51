"""The page of one event: its facts, texts, media and QR codes."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, Occurrence
from kiosk.events.event_facts import event_facts, more_facts
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.code_rows import CodeRow, CodeRows, code_rows
from kiosk.viewmodels.visitor.event.date_rows import DateRows, coming_dates, date_rows
from kiosk.viewmodels.visitor.event.fact_rows import FactRows
from kiosk.viewmodels.visitor.event.media_viewer import MediaViewer
from kiosk.viewmodels.visitor.event.texts import EventTexts, event_texts
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.print_state import PrintState
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAPER = "A5"
FIRST_DATES = 5
"""The number of dates that are shown at first."""
NO_CODE = CodeRow("", "", "", "", 0, "", "")


@QmlElement
class EventPage(Page):
    """The event that is shown and which of its codes; `selectCode` shows another code."""

    changed = Signal()
    codeChanged = Signal()
    opened = Signal()
    enlargedChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._event: Event | None = None
        self._texts = EventTexts()
        self._facts = FactRows(self)
        self._more_facts = FactRows(self)
        self._dates = DateRows(self)
        self._chosen_date = ""
        self._shows_all_dates = self._has_more_dates = False
        self.code_rows = CodeRows(self)
        self._code = NO_CODE
        self._enlarged = False
        self.print_state = PrintState(session, self)
        self.media_viewer = MediaViewer(session, self)

    def open(self, event_id: str = "") -> None:
        """Show an event with its first code; KeyError when the programme has no such event."""
        assert self._session.programme is not None
        self._event = self._session.programme.catalogue.event(event_id)
        self._code = NO_CODE
        self._chosen_date, self._shows_all_dates = "", False
        self.enlarge(False)
        self.print_state.reset()
        self.media_viewer.load(self._event)
        self.refresh()
        self.opened.emit()

    @property
    def view_state(self) -> str:
        """The id of the event, '' for none."""
        return self._event.id if self._event else ""

    def restore(self, event_id: str) -> None:
        """Show an event again, with its first code."""
        self.open(event_id)

    def reset(self) -> None:
        """Show no event: the visitor has left, or the programme has changed."""
        self._event = None
        self._facts.show([])
        self._more_facts.show([])
        self._dates.show([])
        self.code_rows.show([])
        self.enlarge(False)
        self.media_viewer.load(None)

    def refresh(self) -> None:
        """Derive everything from the session."""
        if self._event is None:
            return
        occurrence = self._occurrence(self._event)
        dates = date_rows(self._event, occurrence, self._session)
        self._dates.show(dates if self._shows_all_dates else dates[:FIRST_DATES])
        self._has_more_dates = len(dates) > self._dates.rowCount()
        self._texts = event_texts(self._event, occurrence, self._session)
        self._facts.show(event_facts(self._event, occurrence, self._session))
        self._more_facts.show(list(more_facts(self._event, occurrence, self._session)))
        rows = code_rows(self._event, occurrence, self._session)
        self.code_rows.show(rows)
        kinds = {row.kind: row for row in rows}
        if self._enlarged and self._code.kind not in kinds:
            self.enlarge(False)
        self._code = kinds.get(self._code.kind) or (rows[0] if rows else NO_CODE)
        self.changed.emit()
        self.codeChanged.emit()
        self.print_state.refresh()
        self.media_viewer.refresh()

    def _occurrence(self, event: Event) -> Occurrence:
        """The date that the visitor has chosen, while it is ahead, else the one that stands for the event."""
        chosen = (one for one in coming_dates(event, self._session) if one.when.edtf == self._chosen_date)
        return next(chosen, None) or current_occurrence(event, self._session.now)

    @Slot(str)
    def selectDate(self, edtf: str) -> None:
        """Show the facts and codes of the date that is written so."""
        self._chosen_date = edtf
        self.refresh()

    @Slot()
    def showAllDates(self) -> None:
        """Show every coming date, not only the first ones."""
        self._shows_all_dates = True
        self.refresh()

    @Slot()
    def print(self) -> None:
        """Print a flyer of this event."""
        self.print_state.request([self.view_state, "--paper", PAPER])

    @Slot(str)
    def selectCode(self, kind: str) -> None:
        """Show the code of that kind ('register', 'calendar', 'contact')."""
        if kind != self._code.kind:
            self._session.count(Metric.CODE, self.view_state)
        self._code = next(row for row in self.code_rows.rows if row.kind == kind)
        self.codeChanged.emit()

    @Slot(bool)
    def enlarge(self, enlarged: bool) -> None:
        """Show the code as large as the screen allows, or beside the event again."""
        if enlarged:
            self._session.count(Metric.CODE, self.view_state)
        self._enlarged = enlarged
        self.enlargedChanged.emit()

    @Property(PrintState, constant=True)
    def printState(self) -> PrintState:
        return self.print_state

    @Property(MediaViewer, constant=True)
    def mediaViewer(self) -> MediaViewer:
        return self.media_viewer

    @Property(bool, notify=enlargedChanged)
    def enlarged(self) -> bool:
        return self._enlarged

    @Property(str, notify=changed)
    def eventId(self) -> str:
        return self._texts.eventId

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._texts.title

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._texts.theme

    @Property(str, notify=changed)
    def colour(self) -> str:
        return self._texts.colour

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._texts.icon

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._texts.picture

    @Property(str, notify=changed)
    def pictureAlt(self) -> str:
        return self._texts.pictureAlt

    @Property(str, notify=changed)
    def summary(self) -> str:
        return self._texts.summary

    @Property(str, notify=changed)
    def body(self) -> str:
        return self._texts.body

    @Property(str, notify=changed)
    def languageNote(self) -> str:
        return self._texts.languageNote

    @Property(str, notify=changed)
    def flag(self) -> str:
        return self._texts.flag

    @Property(str, notify=changed)
    def flagText(self) -> str:
        return self._texts.flagText

    @Property(str, notify=changed)
    def hashtags(self) -> str:
        return self._texts.hashtags

    @Property(str, notify=changed)
    def sourceText(self) -> str:
        return self._texts.sourceText

    @Property(FactRows, constant=True)
    def facts(self) -> FactRows:
        return self._facts

    @Property(FactRows, constant=True)
    def moreFacts(self) -> FactRows:
        return self._more_facts

    @Property(DateRows, constant=True)
    def dates(self) -> DateRows:
        return self._dates

    @Property(str, notify=changed)
    def chosenDate(self) -> str:
        """The date that the visitor has chosen, as it is written; '' for none."""
        return self._chosen_date

    @Property(bool, notify=changed)
    def hasMoreDates(self) -> bool:
        return self._has_more_dates

    @Property(CodeRows, constant=True)
    def codes(self) -> CodeRows:
        return self.code_rows

    @Property(str, notify=codeChanged)
    def codeKind(self) -> str:
        return self._code.kind

    @Property(str, notify=codeChanged)
    def codeTitle(self) -> str:
        return self._code.title

    @Property(str, notify=codeChanged)
    def codePayload(self) -> str:
        return self._code.payload

    @Property(int, notify=codeChanged)
    def codeModules(self) -> int:
        return self._code.modules

    @Property(str, notify=codeChanged)
    def codeHost(self) -> str:
        return self._code.host

    @Property(str, notify=codeChanged)
    def codeNote(self) -> str:
        return self._code.note
