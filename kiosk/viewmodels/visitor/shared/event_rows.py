"""Rows of event lists: the texts and colours of an event card, made from a card of the catalogue."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Card
from kiosk.base.sentence_ids import ScreensId
from kiosk.dates.labels import RelativeDay
from kiosk.dates.recurrence_text import is_daily
from kiosk.events.event_facts import dated_venue, status_label
from kiosk.events.series_text import series_line
from kiosk.events.timing import is_past, is_registration_open, takes_place
from kiosk.events.venue_line import venue_line
from kiosk.i18n.translator import capitalise
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_SOON: dict[RelativeDay, ScreensId] = {
    "now": "screens.badge.now",
    "today": "screens.badge.today",
    "tomorrow": "screens.badge.tomorrow",
}


class EventRow(NamedTuple):
    """One event card; `flag` is a Status when the event does not take place as announced, else ''."""

    eventId: str
    title: str
    titleNote: str
    when: str
    where: str
    colour: str
    icon: str
    picture: str
    flag: str
    flagText: str
    badge: str
    dateTop: str
    dateMain: str


@QmlElement
class EventRows(RecordModel):
    """Event cards, for delegates and for lists that read a card by its index."""

    record = EventRow
    rowsChanged = Signal()
    _revision = 0

    def show(self, rows: Sequence[EventRow]) -> None:
        super().show(rows)
        self._revision += 1
        self.rowsChanged.emit()

    @Property(int, notify=rowsChanged)
    def count(self) -> int:
        return len(self._rows)

    @Property(int, notify=rowsChanged)
    def revision(self) -> int:
        """A number that changes with the rows, so that QML bindings that use it are evaluated again."""
        return self._revision

    @Slot(int, str, int, result=str)
    def text(self, index: int, role: str, _: int) -> str:
        """The value of `role` of the card at `index`, '' beyond the last; the third is `revision`."""
        return str(getattr(self._rows[index], role)) if index < len(self._rows) else ""


def event_row(card: Card, session: Session, *, by_date: bool = False) -> EventRow:
    """The row of `card` for this visitor at this moment; `by_date`, a series is said by its date."""
    occurrence = card.occurrence
    status, notice = status_label(occurrence, session, is_repeated=bool(card.series))
    by_date = by_date and not any(map(is_daily, card.series))
    rule = "" if by_date else series_line(card.series, occurrence.when.zone, session)
    when = dates.format_time(occurrence.when, session.language, session.moment)
    if by_date and ("/" not in occurrence.when.edtf or dates.format_hours(occurrence.when)):
        when = ", ".join((dates.weekday_name(occurrence.when, session.language), when))
    top, big = dates.date_block(occurrence.when, session.language)
    over = is_past(occurrence, session.now)
    usual = card.series and card.places and not over
    places = card.places if usual or not occurrence.venue else (occurrence.venue,)
    elsewhere = dated_venue(occurrence, session) if usual and occurrence.venue not in (None, *places) else ""
    where = " · ".join(filter(None, (elsewhere, venue_line(places, card.reach, session))))
    return EventRow(
        eventId=card.id,
        title=session.localise(card.title),
        titleNote=session.other_language_note(card.title),
        when=capitalise(when if over else rule or when),
        where=where or (session.translator.text("screens.event.online") if card.is_online else ""),
        colour=session.theme(card.theme).colour,
        icon=card.icon,
        picture=session.picture_address(card.id, card.picture),
        flag=status,
        flagText=notice,
        badge=_badge(card, session),
        dateTop=top,
        dateMain=big,
    )


def _badge(card: Card, session: Session) -> str:
    if session.now is not None and takes_place(card.occurrence, session.now):
        soon = dates.relative_day(card.occurrence.when, session.now)
        if soon:
            return session.translator.text(_SOON[soon])
    if card.registration and is_registration_open(card.registration, card.occurrence, session.now):
        return session.translator.text("screens.badge.register")
    return ""
