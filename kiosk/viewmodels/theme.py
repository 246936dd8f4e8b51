"""One theme, or the whole programme: its events and the chips that narrow them down."""

from datetime import datetime
from typing import NamedTuple, TypedDict

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.viewmodels.page import Page
from kiosk.viewmodels.records import RecordModel
from kiosk.viewmodels.rows import EventRows, event_row
from kiosk.viewmodels.session import Session
from kiosk.words import capital
from kiosk.zones import zone

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_THEME_COLOUR = "#0B1F3A"
PAGE = 24
"""How many cards are made at once; more come when they are asked for."""


class Wanted(TypedDict):
    """What a question to the catalogue can be narrowed to."""

    theme: str
    city: str
    month: str
    registration_open: bool


class Filter(NamedTuple):
    """What a chip narrows the list to; all empty means everything."""

    city: str = ""
    month: str = ""
    registration_open: bool = False

    def wanted(self, theme: str) -> Wanted:
        """The catalogue's arguments for this filter within `theme`."""
        return Wanted(theme=theme, city=self.city, month=self.month, registration_open=self.registration_open)


Place = tuple[str, Filter]


class ChipRow(NamedTuple):
    """One filter chip."""

    label: str
    chosen: bool


@QmlElement
class ChipRows(RecordModel):
    """Filter chips; exactly one is chosen."""

    record = ChipRow


@QmlElement
class ThemePage(Page):
    """What a theme page shows; an empty theme id stands for the whole programme."""

    changed = Signal()
    turned = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._most = PAGE
        self._ahead = 0
        self._open = False
        self._theme_id = ""
        self._filter = Filter()
        self._filters: list[Filter] = []
        self.chip_rows = ChipRows(self)
        self._events = EventRows(self)
        self._title = self._tagline = self._colour = ""

    def open(self, theme_id: str = "") -> None:
        """Turn to a theme with no filter set."""
        self._theme_id, self._filter = theme_id, Filter()
        self._turn()

    def narrow(self, place_id: str) -> None:
        """Turn to what is on in a city, or in another place of events."""
        self._theme_id, self._filter = "", Filter(city=place_id)
        self._turn()

    def forget(self) -> None:
        """Turn to no theme and to no event: whoever looked at them has left, or they are no longer shown."""
        self._open = False
        self._theme_id, self._filter, self._most = "", Filter(), PAGE
        self.chip_rows.show([])
        self._events.show([])

    @property
    def shown(self) -> Place:
        """The theme and filter on the page, to come back to."""
        return self._theme_id, self._filter

    def reopen(self, place: Place) -> None:
        """Turn to a theme and filter as they were; to those on the page already, without moving the list."""
        if place == self.shown:
            self.refresh()
            return
        self._theme_id, self._filter = place
        self._turn()

    def _turn(self) -> None:
        self._open, self._most = True, PAGE
        self.refresh()
        self.turned.emit()

    def refresh(self) -> None:
        """Derive everything from the session; a filter that has lost its chip falls back to all events.

        A city keeps its chip as long as the programme knows it.
        """
        session = self._session
        if session.showing is None or not self._open:
            return
        if self._theme_id:
            theme = session.theme(self._theme_id)
            self._title, self._tagline = session.say(theme.title), session.say(theme.tagline)
            self._colour = theme.colour
        else:
            self._title = session.words.text("screens.home.coming_up")
            self._tagline = session.say(session.showing.catalogue.campaign().title)
            self._colour = EVERY_THEME_COLOUR
        self._show_chips()
        wanted = self._filter.wanted(self._theme_id)
        cards = session.showing.catalogue.cards(session.now, limit=self._most, **wanted)
        self._ahead = session.showing.catalogue.count(session.now, **wanted)
        self._events.show([event_row(card, session) for card in cards])
        self.changed.emit()

    def _show_chips(self) -> None:
        session, words = self._session, self._session.words
        assert session.showing is not None
        catalogue, now, theme = session.showing.catalogue, session.now, self._theme_id
        count = catalogue.count(now, theme=theme)
        labels = {Filter(): words.text("screens.theme.all", n=count)}
        this_month = f"{datetime.fromtimestamp(now, zone(session.zone)):%Y-%m}" if now else ""
        for month, _ in catalogue.months(now, theme):
            if month < this_month:
                continue
            said = dates.month(month, session.language, session.moment, session.zone)
            labels[Filter(month=month)] = capital(said)
        for city, _ in catalogue.cities(now, theme):
            labels[Filter(city=city.id)] = session.say(city.name)
        if catalogue.count(now, theme=theme, registration_open=True):
            labels[Filter(registration_open=True)] = words.text("screens.theme.registration_open")
        asked = catalogue.venue(self._filter.city) if self._filter.city else None
        if asked:
            labels.setdefault(self._filter, session.say(asked.name))
        self._filters = list(labels)
        if self._filter not in labels:
            self._filter = Filter()
        self.chip_rows.show([ChipRow(label, key == self._filter) for key, label in labels.items()])

    @Slot(int)
    def choose(self, place: int) -> None:
        """Narrow the list to the chip at `place`."""
        self._filter = self._filters[place]
        self._turn()

    @Slot()
    def showMore(self) -> None:
        """Make the next cards of a long list."""
        if self._ahead > self._most:
            self._most += PAGE
            self.refresh()

    @Property(str, notify=changed)
    def themeId(self) -> str:
        return self._theme_id

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def tagline(self) -> str:
        return self._tagline

    @Property(str, notify=changed)
    def colour(self) -> str:
        return self._colour

    @Property(bool, notify=changed)
    def more(self) -> bool:
        return self._ahead > self._most

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        return self._ahead == 0

    @Property(ChipRows, constant=True)
    def chips(self) -> ChipRows:
        return self.chip_rows

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events
