"""The attract loop: one upcoming event after another, each in the next language."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home import other_titles
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MAX_SLIDES = 12
EMPTY_ROW = EventRow("", "", "", "", "", "#0B1F3A", "star", "", "", "", "", "", "")


@QmlElement
class AttractPage(Page):
    """The current slide; `advance` goes to the next event and the next language."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._slide = 0
        self._row = EMPTY_ROW
        self._theme = ""

    def refresh(self) -> None:
        """Derive the slide from the session; without upcoming events the campaign is the slide."""
        programme = self._session.programme
        if programme is None:
            return
        first = self._session.language
        order = [first, *(code for code in self._session.settings.languages if code != first)]
        cards = programme.catalogue.cards(self._session.now, limit=MAX_SLIDES)
        # One language further with each slide, and one more with each round: every event in every language.
        offset = self._slide + self._slide // max(1, len(cards)) * (len(cards) % len(order) == 0)
        session = replace(self._session, language=order[offset % len(order)])
        if cards:
            card = cards[self._slide % len(cards)]
            theme = session.theme(card.theme).title
            self._row = event_row(card, session)
            others = other_titles(theme, session)
            self._theme = f"{session.localise(theme)} · {others}" if others else session.localise(theme)
        else:
            campaign = programme.catalogue.campaign()
            title, tagline = session.localise(campaign.title), session.localise(campaign.tagline)
            self._row = EMPTY_ROW._replace(title=title, where=tagline)
            self._theme = campaign.hashtag
        self.changed.emit()

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
