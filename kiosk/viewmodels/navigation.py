"""Navigation between the visitor pages: the current page, the back stack, the counts of visits."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.viewmodels.history import History
from kiosk.viewmodels.localisation import Localisation
from kiosk.viewmodels.page_cache import PageCache
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.attract import AttractPage
from kiosk.viewmodels.visitor.page import Page
from kiosk.visits.tally import Metric

if TYPE_CHECKING:
    from kiosk.viewmodels.pages import Pages

ATTRACT, HOME, THEME, EVENT, PAST = "attract", "home", "theme", "event", "past"
STAFF, UNAVAILABLE = "staff", "unavailable"
PAGE_NAMES = (
    "attract", "home", "theme", "event", "calendar", "map", "search", "past", "choice", "tray", "unavailable",
)  # fmt: skip
"""The fields of `Pages`."""


class Navigation(Localisation):
    """Shows one page of `Pages` at a time and counts what visitors open."""

    pageChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.attract_page = AttractPage(session, self)
        self._history = History()
        self._page = ATTRACT if session.programme else UNAVAILABLE
        self._expected: tuple[object, ...] | None = None
        self.page_cache = PageCache(self)
        self.page_cache.add(self._page)
        self.clockChanged.connect(self._refresh_unless_attract)
        self.attract_page.refresh()

    @cached_property
    def pages(self) -> "Pages":
        """The view-models of all pages; those behind the attract loop are imported at the first call."""
        from kiosk.viewmodels.pages import Pages

        pages = Pages.create(self.session, self, self.attract_page)
        self._connect_pages(pages)
        return pages

    def _connect_pages(self, pages: "Pages") -> None:
        """Connect the signals of the pages when they have been created."""

    def page_named(self, name: str) -> Page:
        """The view-model of a page; KeyError when there is none."""
        return self.attract_page if name == ATTRACT else self.pages.by_name(name)

    def refresh(self) -> None:
        """Update the page that is shown, after a change of language, day or programme.

        The others update when they are opened.
        """
        if self._page != STAFF:
            self.page_named(self._page).refresh()

    def prepare(self, name: str) -> None:
        """Create a page behind the attract loop, with what it will probably show first; '' ends that."""
        if name:
            self.page_named(name).prepare()
        self.page_cache.draw(name)

    @Slot()
    def _refresh_unless_attract(self) -> None:
        if self._page != ATTRACT:
            self.refresh()

    def _show_page(self, page: str) -> None:
        if self._page == ATTRACT and page not in (ATTRACT, STAFF, UNAVAILABLE):
            self._count(Metric.SESSION)
        if page != STAFF:
            self.page_cache.add(page)
        self._page, self._expected = page, None
        self.pageChanged.emit()
        if not self.unattended:
            self.page_cache.draw("")
        self.page_cache.remove({ATTRACT, UNAVAILABLE} - {page})

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
        self.pages.home.open()
        self._show_page(HOME)

    @Slot(str, str)
    def open(self, name: str, target: str = "") -> None:
        """Show a page; `target` is the id of what it shows, '' for a page that always shows the same."""
        self._push_history()
        if self._expected != self._moment(name, target):
            self.page_named(name).open(target)
        self._show_page(name)

    def _push_history(self) -> None:
        if self._page != ATTRACT:
            self._history.push(self._page, self.page_named(self._page))

    @Slot(str)
    def openTheme(self, theme_id: str) -> None:
        """Show a theme; '' for the whole programme."""
        self.open(THEME, theme_id)

    @Slot(str)
    def openPlace(self, place_id: str) -> None:
        """Show the events in a city, or in another place of the map."""
        self._push_history()
        self.pages.theme.filter_by_place(place_id)
        self._show_page(THEME)

    @Slot(str)
    def openEvent(self, event_id: str) -> None:
        """Show an event."""
        self.open(EVENT, event_id)
        self._count(Metric.EVENT, event_id)
        self._count(Metric.LANGUAGE, self.session.language)

    @Slot(str, str)
    def expect(self, name: str, target: str) -> None:
        """Make a page ready behind the one shown, while a finger is on what opens it; '' ends that."""
        self._expected = None
        if not name:
            self.page_cache.draw("")
        elif not self.unattended and name != self._page:
            self.page_named(name).open(target)
            self._expected = self._moment(name, target)
            self.page_cache.draw(name)

    def _moment(self, name: str, target: str) -> tuple[object, ...]:
        """What a page depends on; pages follow the clock once a minute."""
        session = self.session
        return name, target, session.programme, session.language, session.moment // 60

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

    def count_language(self, code: str) -> None:
        """Count a language that a visitor has chosen."""
        self._count(Metric.LANGUAGE, code)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def pageNames(self) -> list[str]:
        """The names of the visitor pages."""
        return list(PAGE_NAMES)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._page

    @Slot(str, result=QObject)
    def pageModel(self, name: str) -> QObject:
        """The view-model of a page."""
        return self.page_named(name)

    @Property(PageCache, constant=True)
    def pageCache(self) -> PageCache:
        return self.page_cache
