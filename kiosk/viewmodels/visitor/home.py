"""The home page: theme tiles, upcoming events, the date of the programme."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Text, Theme
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows, event_row

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MAX_UPCOMING = 4


class ThemeRow(NamedTuple):
    """One theme tile."""

    themeId: str
    title: str
    otherTitles: str
    tagline: str
    colour: str
    icon: str
    eventCount: str
    nextEvent: str


@QmlElement
class ThemeRows(RecordModel):
    """Theme tiles, in the programme's order."""

    record = ThemeRow


def other_titles(text: Text, session: Session) -> str:
    """The text in the other languages, so that everyone recognises the tile."""
    others = dict.fromkeys(text[code] for code in session.settings.languages if code in text)
    return " · ".join(other for other in others if other != session.localise(text))


def theme_row(theme: Theme, session: Session) -> ThemeRow:
    """The tile of `theme`: its title in every language, the number of upcoming events and the next one."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    number = catalogue.count_events(session.now, theme=theme.id)
    first = catalogue.cards(session.now, theme=theme.id, limit=1)
    return ThemeRow(
        themeId=theme.id,
        title=session.localise(theme.title),
        otherTitles=other_titles(theme.title, session),
        tagline=session.localise(theme.tagline),
        colour=theme.colour,
        icon=theme.icon,
        eventCount=session.translator.plural("screens.count.events", number),
        nextEvent=session.translator.text("screens.tile.next", title=session.localise(first[0].title))
        if first
        else "",
    )


@QmlElement
class HomePage(Page):
    """The content of the home page."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._themes = ThemeRows(self)
        self._upcoming = EventRows(self)
        self._title = self._tagline = self._updated = ""

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None:
            return
        catalogue = session.programme.catalogue
        campaign = catalogue.campaign()
        self._title = session.localise(campaign.title)
        self._tagline = session.localise(campaign.tagline)
        date = dates.format_day(session.programme.updated, session.language)
        self._updated = session.translator.text("screens.home.updated", date=date)
        if session.now is None:
            self._updated = session.translator.text("screens.clock.untrusted")
        self._themes.show([theme_row(theme, session) for theme in catalogue.themes()])
        coming = catalogue.cards(session.now, limit=MAX_UPCOMING)
        self._upcoming.show([event_row(card, session) for card in coming])
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def tagline(self) -> str:
        return self._tagline

    @Property(str, notify=changed)
    def updated(self) -> str:
        return self._updated

    @Property(ThemeRows, constant=True)
    def themes(self) -> ThemeRows:
        return self._themes

    @Property(EventRows, constant=True)
    def upcoming(self) -> EventRows:
        return self._upcoming
