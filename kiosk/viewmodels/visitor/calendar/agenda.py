"""The agenda of the calendar: the events of a day, or the undated events of a month, in sections."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Card
from kiosk.dates.opening_hours import corner_hours
from kiosk.events.timing import is_past
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth
from kiosk.store.calendar_queries import DatePrecision
from kiosk.store.event_selection import EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, EventRows, event_row

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class SectionContent(NamedTuple):
    """The content of a section; `has_more` when the agenda has more events than `rows`."""

    heading: str = ""
    note: str = ""
    rows: Sequence[EventRow] = ()
    has_more: bool = False


@QmlElement
class AgendaSection(QObject):
    """A heading, a note and events; hidden when it has neither heading nor events."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = SectionContent()
        self._events = EventRows(self)

    def show(self, content: SectionContent) -> None:
        """Replace the content."""
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
    def isVisible(self) -> bool:
        return bool(self._content.heading or self._content.rows)

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events


def day_sections(session: Session, day: date, today: date | None, limit: int) -> list[SectionContent]:
    """The occurrences of a day, at most `limit` in a section.

    Today, those at the kiosk's own Corner come first, then the next meeting of each club there.
    """
    assert session.programme is not None
    catalogue, corner = session.programme.catalogue, session.settings.corner
    if day != today or session.now is None or not catalogue.venue(corner):
        found = catalogue.find_occurrences(day, day, (DatePrecision.DAY,), limit=limit + 1)
        return [_section(session, found, limit)]
    here = catalogue.find_occurrences(day, day, (DatePrecision.DAY,), venue=corner)
    listed = {one.occurrence for one in here}
    meetings = [one for one in catalogue.next_meetings(session.now, corner) if one.occurrence not in listed]
    everywhere = catalogue.find_occurrences(day, day, (DatePrecision.DAY,), limit=limit + 1 + len(here))
    text = session.translator.text
    hours = corner_hours(session.settings, session.language)
    notes = [text("screens.calendar.hours", hours=hours)] if hours else []
    if not here:
        notes.append(text("screens.calendar.nothing_here"))
    return [
        _section(session, here, limit, text("screens.calendar.here"), "\n".join(notes)),
        _section(session, meetings, limit, text("screens.calendar.meetings"), show_dates=True),
        _section(
            session, [one for one in everywhere if one not in here], limit, text("screens.calendar.elsewhere")
        ),
    ]


def undated_sections(session: Session, month: CalendarMonth, limit: int) -> list[SectionContent]:
    """The undated events of a month, one section for each precision, at most `limit` events in each."""
    assert session.programme is not None
    in_month = dates.format_in_month(f"{month.first:%Y-%m}", session.language, session.moment, session.zone)
    text = session.translator.text
    headings = {
        DatePrecision.WITHIN: text("screens.calendar.within", in_month=in_month),
        DatePrecision.PERHAPS: text("screens.calendar.perhaps", in_month=in_month),
        DatePrecision.YEAR: text("screens.calendar.year", year=month.first.year),
    }
    sections = []
    for precision, heading in headings.items():
        found = session.programme.catalogue.find_occurrences(
            month.first, month.last, (precision,), limit=limit + 1
        )
        sections.append(_section(session, found, limit, capitalise(heading), show_dates=True))
    return sections


def _section(
    session: Session,
    found: list[EventMatch],
    limit: int,
    heading: str = "",
    note: str = "",
    *,
    show_dates: bool = False,
) -> SectionContent:
    """A section, without its heading when it has neither events nor a note."""
    assert session.programme is not None
    cards = session.programme.catalogue.cards_of(found[:limit])
    rows = [_agenda_row(card, session, show_dates) for card in cards]
    return SectionContent(heading if rows or note else "", note, rows, len(found) > limit)


def _agenda_row(card: Card, session: Session, show_dates: bool) -> EventRow:
    """The row of an event; unless `show_dates`, its hours replace the date and the badge 'today'."""
    row, hours, translator = (
        event_row(card, session),
        dates.format_hours(card.occurrence.when),
        session.translator,
    )
    if is_past(card.occurrence, session.now):
        row = row._replace(badge=translator.text("screens.event.status.over"))
    if show_dates:
        return row._replace(where=" · ".join(filter(None, (hours, row.where))))
    if row.badge == translator.text("screens.badge.today"):
        row = row._replace(badge="")
    return row._replace(dateTop=hours.replace("–", "–\n"), dateMain="") if hours else row
