"""A visitor's way through the pages: where they are, how they got there, how they get back."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.viewmodels.history import History
from kiosk.viewmodels.localisation import Localisation
from kiosk.viewmodels.pages import Pages
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.theme import ThemePage
from kiosk.viewmodels.visitor.tray.page import TrayPage
from kiosk.visits.tally import Metric

ATTRACT, HOME, THEME, EVENT, PAST = "attract", "home", "theme", "event", "past"
STAFF, UNAVAILABLE = "staff", "unavailable"


class Navigation(Localisation):
    """Turns from one page of `Pages` to another, and counts what is looked at."""

    pageChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        pages = self._pages = Pages.made(session, self)
        self.attract_page, self.home_page, self.past_page = pages.attract, pages.home, pages.past
        self.theme_page, self.event_page, self.calendar_page = pages.theme, pages.event, pages.calendar
        self.search_page, self.tray_page = pages.search, pages.tray
        self._trail = History()
        self._page = ATTRACT if session.programme else UNAVAILABLE
        self.clockChanged.connect(self._refresh_what_is_read)
        self.attract_page.refresh()

    def refresh(self) -> None:
        """Derive every page anew, after a change of language, day or programme."""
        for page in self._pages:
            page.refresh()

    @Slot()
    def _refresh_what_is_read(self) -> None:
        if self._page != ATTRACT:
            self.refresh()

    def _turn(self, page: str) -> None:
        if self._page == ATTRACT and page not in (ATTRACT, STAFF, UNAVAILABLE):
            self._count(Metric.SESSION)
        self._page = page
        self.pageChanged.emit()

    def _count(self, what: Metric, which: str = "") -> None:
        """Count what a visitor does, and nothing that staff do."""
        if self._page != STAFF:
            self.session.count(what, which)

    @property
    def unattended(self) -> bool:
        """Whether no visitor is reading: the programme may change now."""
        return self._page in (ATTRACT, STAFF, UNAVAILABLE)

    @Slot()
    def goHome(self) -> None:
        """Turn to the home page and forget the way there."""
        if self.session.programme is None:
            return
        self._trail.clear()
        self.home_page.refresh()
        self._turn(HOME)

    @Slot(str, str)
    def open(self, name: str, which: str = "") -> None:
        """Turn to a page; `which` is what of it is asked for, for a page that can show several things."""
        self._leave_mark()
        self._pages.named(name).open(which)
        self._turn(name)

    def _leave_mark(self) -> None:
        if self._page != ATTRACT:
            self._trail.remember(self._page, self._pages.named(self._page))

    @Slot(str)
    def openTheme(self, theme_id: str) -> None:
        """Turn to a theme; '' for the whole programme."""
        self.open(THEME, theme_id)

    @Slot(str)
    def openPlace(self, place_id: str) -> None:
        """Turn to what is on in a city, or in another place of events."""
        self._leave_mark()
        self.theme_page.narrow(place_id)
        self._turn(THEME)

    @Slot(str)
    def openEvent(self, event_id: str) -> None:
        """Turn to an event."""
        self.open(EVENT, event_id)
        self._count(Metric.EVENT, event_id)
        self._count(Metric.LANGUAGE, self.session.language)

    @Slot()
    def openPast(self) -> None:
        """Turn to the past events."""
        self.open(PAST)

    @Slot()
    def back(self) -> None:
        """Turn to the page before this one, in the end home."""
        if before := self._trail.back():
            self._turn(before)
        else:
            self.goHome()

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Say everything in the language a visitor has chosen, and keep the place."""
        if code != self.session.language:
            self._count(Metric.LANGUAGE, code)
            self.apply_language(code)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def pages(self) -> list[str]:
        """The names of the pages a visitor can meet."""
        return list(self._pages._fields)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._page

    @Property(QObject, notify=pageChanged)
    def current(self) -> QObject | None:
        """The page that is shown; None for the staff area."""
        return None if self._page == STAFF else self._pages.named(self._page)

    @Property(TrayPage, constant=True)
    def trayPage(self) -> TrayPage:
        return self.tray_page

    @Property(ThemePage, constant=True)
    def themePage(self) -> ThemePage:
        return self.theme_page
