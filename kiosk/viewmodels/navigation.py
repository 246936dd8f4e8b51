"""Navigation between the visitor pages: the current page, the back stack, the counts of visits."""

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
    """Shows one page of `Pages` at a time and counts what visitors open."""

    pageChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        pages = self._pages = Pages.create(session, self)
        self.attract_page, self.home_page, self.past_page = pages.attract, pages.home, pages.past
        self.theme_page, self.event_page, self.calendar_page = pages.theme, pages.event, pages.calendar
        self.search_page, self.tray_page, self.choice_page = pages.search, pages.tray, pages.choice
        self._history = History()
        self._page = ATTRACT if session.programme else UNAVAILABLE
        self.clockChanged.connect(self._refresh_unless_attract)
        self.attract_page.refresh()

    def refresh(self) -> None:
        """Update every page, after a change of language, day or programme."""
        for page in self._pages:
            page.refresh()

    @Slot()
    def _refresh_unless_attract(self) -> None:
        if self._page != ATTRACT:
            self.refresh()

    def _show_page(self, page: str) -> None:
        if self._page == ATTRACT and page not in (ATTRACT, STAFF, UNAVAILABLE):
            self._count(Metric.SESSION)
        self._page = page
        self.pageChanged.emit()

    def _count(self, metric: Metric, id: str = "") -> None:
        """Count what a visitor does; what staff do is not counted."""
        if self._page != STAFF:
            self.session.count(metric, id)

    @property
    def unattended(self) -> bool:
        """Whether no visitor is reading, so that the programme may change."""
        return self._page in (ATTRACT, STAFF, UNAVAILABLE)

    @Slot()
    def goHome(self) -> None:
        """Show the home page and clear the history."""
        if self.session.programme is None:
            return
        self._history.clear()
        self.home_page.open()
        self._show_page(HOME)

    @Slot(str, str)
    def open(self, name: str, target: str = "") -> None:
        """Show a page; `target` is the id of what it shows, '' for a page that always shows the same."""
        self._push_history()
        self._pages.by_name(name).open(target)
        self._show_page(name)

    def _push_history(self) -> None:
        if self._page != ATTRACT:
            self._history.push(self._page, self._pages.by_name(self._page))

    @Slot(str)
    def openTheme(self, theme_id: str) -> None:
        """Show a theme; '' for the whole programme."""
        self.open(THEME, theme_id)

    @Slot(str)
    def openPlace(self, place_id: str) -> None:
        """Show the events in a city, or in another place of the map."""
        self._push_history()
        self.theme_page.filter_by_place(place_id)
        self._show_page(THEME)

    @Slot(str)
    def openEvent(self, event_id: str) -> None:
        """Show an event."""
        self.open(EVENT, event_id)
        self._count(Metric.EVENT, event_id)
        self._count(Metric.LANGUAGE, self.session.language)

    @Slot()
    def openPast(self) -> None:
        """Show the past events."""
        self.open(PAST)

    @Slot()
    def back(self) -> None:
        """Show the previous page, the home page when the history is empty."""
        if previous := self._history.pop():
            self._show_page(previous)
        else:
            self.goHome()

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Change to the language a visitor has chosen, on the same page."""
        if code != self.session.language:
            self._count(Metric.LANGUAGE, code)
            self.apply_language(code)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def pages(self) -> list[str]:
        """The names of the visitor pages."""
        return list(self._pages._fields)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._page

    @Property(QObject, notify=pageChanged)
    def current(self) -> QObject | None:
        """The view-model of the current page; None for the staff area."""
        return None if self._page == STAFF else self._pages.by_name(self._page)

    @Property(TrayPage, constant=True)
    def trayPage(self) -> TrayPage:
        return self.tray_page

    @Property(ThemePage, constant=True)
    def themePage(self) -> ThemePage:
        return self.theme_page
