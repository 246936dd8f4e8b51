"""The home page: what leads, the board of what else is on, the doors, and the line below the headline."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.choices import HomeProgramme
from kiosk.programme.today import Board, Phase, arrange_without_clock
from kiosk.store.board_queries import BoardTime, Nearness
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.board_rows import MAX_ROWS, HomeRows
from kiosk.viewmodels.visitor.home.content import clock_text, home_content, trusted_today
from kiosk.viewmodels.visitor.home.door_rows import (
    DoorRow,
    DoorRows,
    arrange_doors,
    choice_doors,
    more_door,
    theme_door,
)
from kiosk.viewmodels.visitor.home.headline import date_text, headline, opening_text
from kiosk.viewmodels.visitor.home.poster import Poster, PosterContent
from kiosk.viewmodels.visitor.page import Page

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

SLOTS = 6
STRONG_DOORS = 3
"""The number of themes up to which they take the colour when nothing has a day."""


@QmlElement
class HomePage(Page):
    """The content of the home page."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.poster_content, self.row_model, self._doors = PosterContent(self), HomeRows(self), DoorRows(self)
        self._door_pages: list[list[DoorRow]] = [[]]
        self._door_page, self._slots = 0, SLOTS
        self._title = self._date = self._opening = self._clock = self._all_today = self._note = ""
        self._is_undated = self._has_strong_doors = False

    def open(self, _: str = "") -> None:
        """Show the first doors again."""
        self._door_page = 0
        self.refresh()

    def reset(self) -> None:
        """Show the first doors again: the visitor has left."""
        self._door_page = 0

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None:
            return
        now, catalogue = session.now, session.programme.catalogue
        programme = HomeProgramme(catalogue, session.settings.corner, now) if now is not None else None
        board = programme.board if programme else self._board_without_clock()
        self._show_board(board)
        self._date, self._opening = date_text(session), opening_text(session, board.lead)
        self._clock = clock_text(session)
        self._show_doors(programme)
        self.changed.emit()

    def _board_without_clock(self) -> Board:
        """The first events of the programme, in its order."""
        session = self._session
        assert session.programme is not None
        catalogue = session.programme.catalogue
        matches = catalogue.find_events(None, limit=MAX_ROWS + 1)
        times = [
            BoardTime(match, card.occurrence.when, card.occurrence.status, Nearness.ELSEWHERE)
            for match, card in zip(matches, catalogue.cards_of(matches), strict=True)
        ]
        return arrange_without_clock(times, session.zone)

    def _show_board(self, board: Board) -> None:
        session, lead = self._session, board.lead
        assert session.programme is not None
        translator, today, content = session.translator, trusted_today(session), home_content(board, session)
        self.row_model.show(content.rows)
        self._is_undated = lead is None or lead.phase is Phase.UNDATED
        self._title = session.localise(session.programme.catalogue.campaign().title)
        number = len(board.all_today)
        self._all_today = translator.text("screens.home.all_today", n=number) if content.has_more else ""
        if lead is None:
            self.poster_content.show(Poster(title=translator.text("screens.home.nothing")), ())
            self._note = ""
            return
        self._note = "" if content.rows else translator.text("screens.home.nothing_else")
        self._title = headline(lead, today, session) if today else self._title
        self.poster_content.show(content.poster, content.facts)

    def _show_doors(self, programme: HomeProgramme | None) -> None:
        session = self._session
        assert session.programme is not None
        catalogue = session.programme.catalogue
        themes: Sequence[DoorRow] = [
            theme_door(
                theme,
                programme.theme_counts.get(theme.id, 0)
                if programme
                else catalogue.count_events(None, theme=theme.id),
                session,
            )
            for theme in catalogue.themes()
        ]
        choices = choice_doors(programme, session) if programme else []
        self._has_strong_doors = self._is_undated and len(themes) <= STRONG_DOORS
        if self._has_strong_doors:
            choices = []
        self._door_pages = arrange_doors(themes, choices, more_door(session), self._slots)
        self._door_page %= len(self._door_pages)
        self._doors.show(self._door_pages[self._door_page])

    @Slot(int)
    def fitDoors(self, slots: int) -> None:
        """Say how many doors there is room for."""
        if slots != self._slots:
            self._slots = slots
            self.refresh()

    @Slot()
    def turnDoors(self) -> None:
        """Show the next doors."""
        self._door_page += 1
        self.refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The headline: the span of what leads."""
        return self._title

    @Property(str, notify=changed)
    def dateText(self) -> str:
        return self._date

    @Property(str, notify=changed)
    def openingText(self) -> str:
        return self._opening

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
    def allToday(self) -> str:
        """The label of the button that shows everything of today; '' when the board has it all."""
        return self._all_today

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is said in place of rows."""
        return self._note

    @Property(DoorRows, constant=True)
    def doors(self) -> DoorRows:
        return self._doors

    @Property(bool, notify=changed)
    def hasStrongDoors(self) -> bool:
        """Whether the themes are in full colour, because the poster is not."""
        return self._has_strong_doors
