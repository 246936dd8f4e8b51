"""The frame around the pages: where the visitor is, which language, how to get back, when to reset."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.library.showing import Showing
from kiosk.library.visits import What
from kiosk.viewmodels.attract import AttractPage
from kiosk.viewmodels.event import EventPage
from kiosk.viewmodels.home import HomePage
from kiosk.viewmodels.idle import Idle
from kiosk.viewmodels.knock import Knock
from kiosk.viewmodels.languages import LanguageRows, language_rows
from kiosk.viewmodels.past import PastPage
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.theme import Place, ThemePage

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

ATTRACT, HOME, THEME, EVENT, PAST = "attract", "home", "theme", "event", "past"
ASK, STAFF = "ask", "staff"


class Mark(NamedTuple):
    """A page on the way here, with what it showed."""

    page: str
    theme: Place
    event: str


@QmlElement
class Shell(QObject):
    """The one object the root of the screen gets: pages, navigation, language and idle reset."""

    pageChanged = Signal()
    languageChanged = Signal()
    clockChanged = Signal()
    arrivedChanged = Signal()
    knocked = Signal()
    seen = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.home_page = HomePage(session, self)
        self.theme_page = ThemePage(session, self)
        self.event_page = EventPage(session, self)
        self.past_page = PastPage(session, self)
        self.attract_page = AttractPage(session, self)
        self._pages = (self.home_page, self.theme_page, self.event_page, self.past_page, self.attract_page)
        self._languages = LanguageRows(self)
        self._trail: list[Mark] = []
        self._page = ATTRACT if session.showing else ASK
        self._knock = Knock()
        self._arrived = False
        self._staff: QObject | None = None
        settings = session.settings
        self.idle_watch = Idle(session, self)
        self.idle_watch.expired.connect(self._leave)
        self._to_attract = QTimer(self, interval=round(settings.attract_seconds * 1000), singleShot=True)
        self._to_attract.timeout.connect(self.showAttract)
        self._minute = QTimer(self, interval=10_000)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        self._clock = ""
        self._languages.show(language_rows(session))
        self.attract_page.refresh()
        self._tick()

    def refresh(self) -> None:
        """Derive every page anew, after a change of language, day or programme."""
        for page in self._pages:
            page.refresh()

    def _tick(self) -> None:
        session = self.session
        line = ""
        if session.now is not None:
            line = dates.clock_line(session.now, session.zone, session.language)
        if line == self._clock:
            return
        self._clock = line
        self.clockChanged.emit()
        if self._page != ATTRACT:
            self.refresh()

    def _turn(self, page: str) -> None:
        if self._page == ATTRACT and page not in (ATTRACT, ASK, STAFF):
            self._count(What.SESSION)
        self._page = page
        self.pageChanged.emit()

    def _remember(self) -> None:
        """Leave a mark to come back to this page as it is now."""
        if self._page != ATTRACT:
            self._trail.append(Mark(self._page, self.theme_page.shown, self.event_page.shown))

    def _count(self, what: What, which: str = "") -> None:
        """Count what a visitor does, and nothing that staff do."""
        if self._page != STAFF:
            self.session.count(what, which)

    def _leave(self) -> None:
        self.goHome()
        self._speak(self.session.settings.language)
        self.idle_watch.rest()
        self._to_attract.start()
        self.session.end_visit()

    @Slot()
    def touched(self) -> None:
        """Any touch or key: the visitor is there."""
        self._to_attract.stop()
        self.seen.emit()
        if self._page not in (ATTRACT, ASK, STAFF):
            self.idle_watch.touch()
            self._count(What.SESSION)

    @Slot()
    def knock(self) -> None:
        """A tap in the corner of the screen: `knocked` follows the last of five."""
        if self._page != STAFF and self._knock.tap():
            self.knocked.emit()

    @Slot()
    def showAttract(self) -> None:
        """Turn to the attract loop, with the first slide in the default language."""
        self._trail.clear()
        self.idle_watch.rest()
        self._to_attract.stop()
        self.attract_page.restart()
        self.session.end_visit()
        self._turn(ATTRACT if self.session.showing else ASK)

    def show_staff(self, area: QObject) -> None:
        """Turn to the staff area (a StaffArea, which this module need not know)."""
        self._staff = area
        self._trail.clear()
        self.idle_watch.rest()
        self._to_attract.stop()
        self.session.end_visit(knocked=True)
        self._turn(STAFF)

    @property
    def unwatched(self) -> bool:
        """Whether no visitor is reading: the programme may change now."""
        return self._page in (ATTRACT, ASK, STAFF)

    def forget(self) -> None:
        """Put away what the last visitor looked at; only while it is `unwatched`."""
        for page in (self.theme_page, self.event_page, self.past_page):
            page.forget()

    def take(self, showing: Showing | None) -> None:
        """Show another generation from now on; only while it is `unwatched`."""
        self.session.showing = showing
        self.forget()
        self.attract_page.restart()
        self.refresh()
        self._tick()
        self.languageChanged.emit()
        if self._page != STAFF:
            self.showAttract()

    def announce(self, arrived: bool) -> None:
        """Let a small line tell the staff, on every page, that a programme waits for them; or no more."""
        if arrived != self._arrived:
            self._arrived = arrived
            self.arrivedChanged.emit()

    @Slot()
    def goHome(self) -> None:
        """Turn to the home page and forget the way there."""
        if self.session.showing is None:
            return
        self._trail.clear()
        self.home_page.refresh()
        self._turn(HOME)
        self.idle_watch.touch()

    @Slot(str)
    def openTheme(self, theme_id: str) -> None:
        """Turn to a theme; '' for the whole programme."""
        self._remember()
        self.theme_page.open(theme_id)
        self._turn(THEME)

    @Slot(str)
    def openEvent(self, event_id: str) -> None:
        """Turn to an event."""
        self._remember()
        self.event_page.open(event_id)
        self._turn(EVENT)
        self._count(What.EVENT, event_id)
        self._count(What.LANGUAGE, self.session.language)

    @Slot()
    def openPast(self) -> None:
        """Turn to the past events."""
        self._remember()
        self.past_page.open()
        self._turn(PAST)

    @Slot()
    def back(self) -> None:
        """Turn to the page before this one, in the end home."""
        if not self._trail:
            self.goHome()
            return
        mark = self._trail.pop()
        if mark.page == THEME:
            self.theme_page.reopen(mark.theme)
        if mark.page == EVENT:
            self.event_page.open(mark.event)
        self._turn(mark.page)

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Say everything in the language a visitor has chosen, and keep the place."""
        if code == self.session.language:
            return
        self._count(What.LANGUAGE, code)
        self._speak(code)

    def _speak(self, code: str) -> None:
        self.session.language = code
        self._languages.show(language_rows(self.session))
        self._tick()
        self.refresh()
        self.languageChanged.emit()

    @Slot(str, result=str)
    def text(self, id: str) -> str:
        """The sentence `id` of the screens in the visitor's language."""
        return self.session.words.text(id)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._page

    @Property(QObject, notify=pageChanged)
    def staff(self) -> QObject | None:
        return self._staff

    @Property(bool, notify=arrivedChanged)
    def arrived(self) -> bool:
        return self._arrived

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.session.language

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._clock

    @Property(str, notify=languageChanged)
    def corner(self) -> str:
        return self.session.corner()

    @Property(str, notify=languageChanged)
    def staffMessage(self) -> str:
        message = self.session.settings.staff_message
        return self.session.say(message) or self.session.words.text("screens.ask.hint")

    @Property(LanguageRows, constant=True)
    def languages(self) -> LanguageRows:
        return self._languages

    @Property(Idle, constant=True)
    def idle(self) -> Idle:
        return self.idle_watch

    @Property(HomePage, constant=True)
    def homePage(self) -> HomePage:
        return self.home_page

    @Property(ThemePage, constant=True)
    def themePage(self) -> ThemePage:
        return self.theme_page

    @Property(EventPage, constant=True)
    def eventPage(self) -> EventPage:
        return self.event_page

    @Property(PastPage, constant=True)
    def pastPage(self) -> PastPage:
        return self.past_page

    @Property(AttractPage, constant=True)
    def attractPage(self) -> AttractPage:
        return self.attract_page
