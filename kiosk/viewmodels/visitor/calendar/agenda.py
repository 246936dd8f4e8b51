"""What is on, on one day of the calendar or in its month without a day, in parts with headings."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Card
from kiosk.events.timing import is_past
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth
from kiosk.store.calendar_queries import DatePrecision
from kiosk.store.event_selection import EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, EventRows, event_row

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class Content(NamedTuple):
    """What a part shows; `more` when there is more than it does."""

    heading: str = ""
    note: str = ""
    rows: Sequence[EventRow] = ()
    more: bool = False


@QmlElement
class Part(QObject):
    """A heading, a line below it, and events; not there at all when it has neither heading nor events."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = Content()
        self._events = EventRows(self)

    def show(self, content: Content) -> None:
        """Show this instead."""
        self._content = content
        self._events.show(content.rows)
        self.changed.emit()

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._content.heading

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._content.note

    @Property(bool, notify=changed)
    def there(self) -> bool:
        return bool(self._content.heading or self._content.rows)

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events


def day_parts(session: Session, day: date, today: date | None, most: int) -> list[Content]:
    """The times of a day, at most so many in a part.

    On today's, what is on at the kiosk's own Corner comes first, with the next meeting of each club there.
    """
    assert session.programme is not None
    catalogue, corner = session.programme.catalogue, session.settings.corner
    if day != today or session.now is None or not catalogue.venue(corner):
        return [
            _content(
                session, catalogue.find_occurrences(day, day, (DatePrecision.DAY,), limit=most + 1), most
            )
        ]
    here = catalogue.find_occurrences(day, day, (DatePrecision.DAY,), venue=corner)
    met = {one.occurrence for one in here}
    next_ones = [one for one in catalogue.next_meetings(session.now, corner) if one.occurrence not in met]
    elsewhere = catalogue.find_occurrences(day, day, (DatePrecision.DAY,), limit=most + 1 + len(here))
    text = session.translator.text
    hours = session.localise(session.settings.corner_hours)
    notes = [text("screens.calendar.hours", hours=hours)] if hours else []
    if not here:
        notes.append(text("screens.calendar.nothing_here"))
    return [
        _content(session, here, most, text("screens.calendar.here"), "\n".join(notes)),
        _content(session, next_ones, most, text("screens.calendar.meetings"), dated=True),
        _content(
            session, [one for one in elsewhere if one not in here], most, text("screens.calendar.elsewhere")
        ),
    ]


def undated_parts(session: Session, month: CalendarMonth, most: int) -> list[Content]:
    """What belongs to a month, or may, without a day: by how well it is known, at most so many in a part."""
    assert session.programme is not None
    in_month = dates.format_in_month(f"{month.first:%Y-%m}", session.language, session.moment, session.zone)
    text = session.translator.text
    headings = {
        DatePrecision.WITHIN: text("screens.calendar.within", in_month=in_month),
        DatePrecision.PERHAPS: text("screens.calendar.perhaps", in_month=in_month),
        DatePrecision.YEAR: text("screens.calendar.year", year=month.first.year),
    }
    parts = []
    for known, heading in headings.items():
        found = session.programme.catalogue.find_occurrences(
            month.first, month.last, (known,), limit=most + 1
        )
        parts.append(_content(session, found, most, capitalise(heading), dated=True))
    return parts


def _content(
    session: Session,
    found: list[EventMatch],
    most: int,
    heading: str = "",
    note: str = "",
    *,
    dated: bool = False,
) -> Content:
    """A part, without its heading when there is neither event nor note; `dated` shows the date of each."""
    assert session.programme is not None
    cards = session.programme.catalogue.cards_of(found[:most])
    rows = [_row(card, session, dated) for card in cards]
    return Content(heading if rows or note else "", note, rows, len(found) > most)


def _row(card: Card, session: Session, dated: bool) -> EventRow:
    """An event in the list of a day: its time of day takes the place of the date, 'today' goes unsaid."""
    row, hours, translator = (
        event_row(card, session),
        dates.format_hours(card.occurrence.when),
        session.translator,
    )
    if is_past(card.occurrence, session.now):
        row = row._replace(badge=translator.text("screens.event.status.over"))
    if dated:
        return row._replace(where=" · ".join(filter(None, (hours, row.where))))
    if row.badge == translator.text("screens.badge.today"):
        row = row._replace(badge="")
    return row._replace(dateTop=hours.replace("–", "–\n"), dateMain="") if hours else row
