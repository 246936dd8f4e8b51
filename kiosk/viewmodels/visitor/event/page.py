"""One event: its facts, its text, and the code that takes it home on a phone."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, MediaKind, Occurrence
from kiosk.events.details import facts, flag
from kiosk.events.timing import current
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.code_rows import CodeRow, CodeRows, code_rows
from kiosk.viewmodels.visitor.event.fact_rows import FactRows
from kiosk.viewmodels.visitor.event.media_viewer import MediaViewer
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.print_state import Printing
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAPER = "A5"
NO_CODE = CodeRow("", "", "", "", 0, "", "")


class EventWords(NamedTuple):
    """What the page says besides its facts and codes."""

    eventId: str = ""
    title: str = ""
    theme: str = ""
    colour: str = "#0B1F3A"
    icon: str = "star"
    picture: str = ""
    pictureAlt: str = ""
    summary: str = ""
    body: str = ""
    languageNote: str = ""
    flag: str = ""
    flagText: str = ""
    hashtags: str = ""


def event_words(event: Event, occurrence: Occurrence, session: Session) -> EventWords:
    """The words of `event` for this visitor."""
    theme = session.theme(event.theme)
    status, said = flag(occurrence, session)
    picture = next((media for media in event.media if media.kind is MediaKind.PICTURE), None)
    return EventWords(
        eventId=event.id,
        title=session.say(event.title),
        theme=session.say(theme.title),
        colour=theme.colour,
        icon=event.icon,
        picture=session.picture_address(event.id, picture),
        pictureAlt=session.say(picture.alt) if picture else "",
        summary=session.say(event.summary),
        body=session.say(event.body),
        languageNote=session.note(event.body),
        flag=status,
        flagText=said,
        hashtags=" ".join(event.hashtags),
    )


@QmlElement
class EventPage(Page):
    """What an event page shows; `choose` turns to another of its codes."""

    changed = Signal()
    codeChanged = Signal()
    opened = Signal()
    enlargedChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._event: Event | None = None
        self._words = EventWords()
        self._facts = FactRows(self)
        self.code_rows = CodeRows(self)
        self._code = NO_CODE
        self._enlarged = False
        self.desk = Printing(session, self)
        self.media_viewer = MediaViewer(session, self)

    def open(self, event_id: str = "") -> None:
        """Turn to an event, its first code chosen; KeyError when the programme has no such event."""
        assert self._session.programme is not None
        self._event = self._session.programme.catalogue.event(event_id)
        self._code = NO_CODE
        self.enlarge(False)
        self.desk.rest()
        self.media_viewer.take(self._event)
        self.refresh()
        self.opened.emit()

    @property
    def shown(self) -> str:
        """The id of the event on the page, '' before the first."""
        return self._event.id if self._event else ""

    def reopen(self, shown: str) -> None:
        """Turn to an event once more, its first code chosen."""
        self.open(shown)

    def forget(self) -> None:
        """Turn to no event: whoever looked at it has left, or it is no longer shown."""
        self._event = None
        self._facts.show([])
        self.code_rows.show([])
        self.enlarge(False)
        self.media_viewer.take(None)

    def refresh(self) -> None:
        """Derive everything from the session."""
        if self._event is None:
            return
        occurrence = current(self._event, self._session.now)
        self._words = event_words(self._event, occurrence, self._session)
        self._facts.show(facts(self._event, occurrence, self._session))
        rows = code_rows(self._event, occurrence, self._session)
        self.code_rows.show(rows)
        kinds = {row.kind: row for row in rows}
        self._code = kinds.get(self._code.kind) or (rows[0] if rows else NO_CODE)
        self.changed.emit()
        self.codeChanged.emit()
        self.desk.refresh()
        self.media_viewer.refresh()

    @Slot()
    def print(self) -> None:
        """A visitor wants this event on paper."""
        self.desk.ask([self.shown, "--paper", PAPER])

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Show the code of that kind ('register', 'calendar', 'contact')."""
        if kind != self._code.kind:
            self._session.count(Metric.CODE, self.shown)
        self._code = next(row for row in self.code_rows.rows if row.kind == kind)
        self.codeChanged.emit()

    @Slot(bool)
    def enlarge(self, wanted: bool) -> None:
        """Show the code as large as the screen allows, or beside the event again."""
        if wanted:
            self._session.count(Metric.CODE, self.shown)
        self._enlarged = wanted
        self.enlargedChanged.emit()

    @Property(Printing, constant=True)
    def printing(self) -> Printing:
        return self.desk

    @Property(MediaViewer, constant=True)
    def mediaViewer(self) -> MediaViewer:
        return self.media_viewer

    @Property(bool, notify=enlargedChanged)
    def enlarged(self) -> bool:
        return self._enlarged

    @Property(str, notify=changed)
    def eventId(self) -> str:
        return self._words.eventId

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.title

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._words.theme

    @Property(str, notify=changed)
    def colour(self) -> str:
        return self._words.colour

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._words.icon

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._words.picture

    @Property(str, notify=changed)
    def pictureAlt(self) -> str:
        return self._words.pictureAlt

    @Property(str, notify=changed)
    def summary(self) -> str:
        return self._words.summary

    @Property(str, notify=changed)
    def body(self) -> str:
        return self._words.body

    @Property(str, notify=changed)
    def languageNote(self) -> str:
        return self._words.languageNote

    @Property(str, notify=changed)
    def flag(self) -> str:
        return self._words.flag

    @Property(str, notify=changed)
    def flagText(self) -> str:
        return self._words.flagText

    @Property(str, notify=changed)
    def hashtags(self) -> str:
        return self._words.hashtags

    @Property(FactRows, constant=True)
    def facts(self) -> FactRows:
        return self._facts

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
