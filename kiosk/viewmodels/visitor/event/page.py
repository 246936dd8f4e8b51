"""The page of one event: its facts, texts, media and QR codes."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, Occurrence
from kiosk.events.event_codes import event_codes
from kiosk.events.event_facts import event_facts, more_facts
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.date_rows import DateRows, coming_dates, date_rows
from kiosk.viewmodels.visitor.event.fact_rows import FactRows
from kiosk.viewmodels.visitor.event.media_viewer import MediaViewer
from kiosk.viewmodels.visitor.event.surroundings import Surroundings
from kiosk.viewmodels.visitor.event.texts import EventTexts, event_texts
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.code_viewer import CodeViewer
from kiosk.viewmodels.visitor.shared.print_state import PrintState
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAPER = "A5"
FIRST_DATES = 5
"""The number of dates that are shown at first."""


@QmlElement
class EventPage(Page):
    """The event that is shown, for one of its dates, and its codes."""

    changed = Signal()
    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._event: Event | None = None
        self._texts = EventTexts()
        self._facts = FactRows(self)
        self._more_facts = FactRows(self)
        self._dates = DateRows(self)
        self._chosen_date = ""
        self._shows_all_dates = self._has_more_dates = False
        self.code_viewer = CodeViewer(session, self)
        self.code_viewer.used.connect(self._count_code)
        self.print_state = PrintState(session, self)
        self.media_viewer = MediaViewer(session, self)
        self._surroundings = Surroundings(session, self)

    def open(self, event_id: str = "") -> None:
        """Show an event with its first code; KeyError when the programme has no such event."""
        assert self._session.programme is not None
        self._event = self._session.programme.catalogue.event(event_id)
        self._chosen_date, self._shows_all_dates = "", False
        self.code_viewer.reset()
        self.print_state.reset()
        self.media_viewer.load(self._event)
        self._surroundings.load(self._event)
        self.refresh()
        self.opened.emit()

    def prepare(self) -> None:
        """Show the first event of the programme."""
        if self._session.programme and (cards := self._session.programme.catalogue.cards(None, limit=1)):
            self.open(cards[0].id)

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
        self.code_viewer.reset()
        self.media_viewer.load(None)
        self._surroundings.load(None)

    def refresh(self) -> None:
        """Derive everything from the session."""
        programme = self._session.programme
        if self._event is None or programme is None:
            return
        occurrence = self._occurrence(self._event)
        dates = date_rows(self._event, occurrence, self._session)
        self._dates.show(dates if self._shows_all_dates else dates[:FIRST_DATES])
        self._has_more_dates = len(dates) > self._dates.rowCount()
        self._texts = event_texts(self._event, occurrence, self._session)
        self._facts.show(event_facts(self._event, occurrence, self._session))
        self._more_facts.show(list(more_facts(self._event, occurrence, self._session)))
        source = programme.source(self._event.id)
        self.code_viewer.show(list(event_codes(self._event, occurrence, self._session, source)))
        self.changed.emit()
        self.print_state.refresh()
        self.media_viewer.refresh()
        self._surroundings.refresh()

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

    @Slot()
    def _count_code(self) -> None:
        self._session.count(Metric.CODE, self.view_state)

    @Property(CodeViewer, constant=True)
    def codeViewer(self) -> CodeViewer:
        return self.code_viewer

    @Property(PrintState, constant=True)
    def printState(self) -> PrintState:
        return self.print_state

    @Property(MediaViewer, constant=True)
    def mediaViewer(self) -> MediaViewer:
        return self.media_viewer

    @Property(Surroundings, constant=True)
    def surroundings(self) -> Surroundings:
        return self._surroundings

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
