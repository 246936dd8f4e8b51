"""The attract loop: today at this Corner, and one upcoming event after another, each in the next language."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Text
from kiosk.base.sentence_ids import ScreensId
from kiosk.i18n.translator import translator
from kiosk.programme.home_board import read_board
from kiosk.programme.today import Board, Phase
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.board_rows import HomeRows
from kiosk.viewmodels.visitor.home.content import clock_text, home_content
from kiosk.viewmodels.visitor.home.headline import date_text
from kiosk.viewmodels.visitor.home.poster import PosterContent
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MAX_SLIDES = 12
BOARD_EVERY = 4
"""Every fourth slide says what is on today."""
BOARD_ROWS = 2
EMPTY_ROW = EventRow("", "", "", "", "", "#0B1F3A", "star", "", "", "", "", "", "")


def other_titles(text: Text, session: Session) -> str:
    """The text in the other languages of this Corner."""
    others = dict.fromkeys(text[code] for code in session.settings.languages if code in text)
    return " · ".join(other for other in others if other != session.localise(text))


@QmlElement
class AttractPage(Page):
    """The current slide; `advance` goes to the next one and the next language.

    While something is on today or in the coming days, the first slide of every BOARD_EVERY shows that.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._slide = 0
        self._row = EMPTY_ROW
        self._theme = self._heading = self._clock = self._date = ""
        self._shows_board = False
        self.poster_content, self.row_model = PosterContent(self), HomeRows(self)

    def refresh(self) -> None:
        """Derive the slide from the session; without upcoming events the campaign is the slide."""
        session = self._session
        if session.programme is None:
            return
        first = session.language
        order = [first, *(code for code in session.settings.languages if code != first)]
        self._clock, number, board = clock_text(session), self._slide, Board()
        if session.now is not None:
            board = read_board(session.programme.catalogue, session.settings.corner, session.now)
        if board.lead and board.lead.phase <= Phase.SOON:
            turn, place = divmod(self._slide, BOARD_EVERY)
            self._shows_board = place == 0
            if self._shows_board:
                self._show_board(board, replace(session, language=order[turn % len(order)]))
            number -= turn + 1
        else:
            self._shows_board = False
        if not self._shows_board:
            self._show_event(number, order)
        self.changed.emit()

    def _show_board(self, board: Board, session: Session) -> None:
        """Show what leads and the next rows; the heading is in every language."""
        heading: ScreensId = "screens.badge.today" if board.leads_today else "screens.home.coming_up"
        languages = [session.language, *session.settings.languages]
        self._heading = " · ".join(dict.fromkeys(translator(code).text(heading) for code in languages))
        self._date = " · ".join((session.corner_name(), date_text(session)))
        content = home_content(board, session)
        self.poster_content.show(content.poster, content.facts)
        self.row_model.show(content.rows[:BOARD_ROWS])

    def _show_event(self, number: int, order: Sequence[str]) -> None:
        """Show the event with that number, or the campaign when nothing is coming."""
        programme = self._session.programme
        assert programme is not None
        cards = programme.catalogue.cards(self._session.now, limit=MAX_SLIDES)
        # One language further with each slide, and one more with each round: every event in every language.
        offset = number + number // max(1, len(cards)) * (len(cards) % len(order) == 0)
        session = replace(self._session, language=order[offset % len(order)])
        self._date = session.corner_name()
        if cards:
            card = cards[number % len(cards)]
            theme = session.theme(card.theme).title
            self._row = event_row(card, session)
            others = other_titles(theme, session)
            self._theme = f"{session.localise(theme)} · {others}" if others else session.localise(theme)
        else:
            campaign = programme.catalogue.campaign()
            title, tagline = session.localise(campaign.title), session.localise(campaign.tagline)
            self._row = EMPTY_ROW._replace(title=title, where=tagline)
            self._theme = campaign.hashtag

    def reset(self) -> None:
        """Go back to the first slide, which is in the default language, without showing it."""
        self._slide = 0

    def restart(self) -> None:
        """Show the first slide."""
        self.reset()
        self.refresh()

    @Slot()
    def advance(self) -> None:
        """Show the next slide."""
        self._slide += 1
        self.refresh()

    @Property(bool, notify=changed)
    def showsBoard(self) -> bool:
        """Whether the slide is that of today."""
        return self._shows_board

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._heading

    @Property(str, notify=changed)
    def dateLine(self) -> str:
        """The Corner, on the slide of today with the date."""
        return self._date

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._clock

    @Property(PosterContent, constant=True)
    def poster(self) -> PosterContent:
        return self.poster_content

    @Property(HomeRows, constant=True)
    def rows(self) -> HomeRows:
        return self.row_model

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._row.title

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._theme

    @Property(str, notify=changed)
    def line(self) -> str:
        return " · ".join(part for part in (self._row.when, self._row.where) if part)

    @Property(str, notify=changed)
    def badge(self) -> str:
        return self._row.flagText or self._row.badge

    @Property(str, notify=changed)
    def colour(self) -> str:
        return self._row.colour

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._row.icon

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._row.picture

    @Property(str, notify=changed)
    def eventId(self) -> str:
        return self._row.eventId
