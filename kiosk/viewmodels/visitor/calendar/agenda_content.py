"""The content of the agenda: the occurrences of a day, or the undated events of a month, in sections."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from kiosk import dates
from kiosk.base.model import Card
from kiosk.dates.opening_hours import corner_hours
from kiosk.events.timing import is_past
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth
from kiosk.store.calendar_queries import DatePrecision
from kiosk.store.event_selection import EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.calendar.agenda_section import SectionContent
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row

Place = Literal["earlier", "upper", "middle", "lower", "within", "perhaps", "year"]
Contents = dict[Place, SectionContent]
"""The sections by their place in the agenda, from the top."""
DayCards = Mapping[EventMatch, Card]
"""Occurrences of a day with their cards, in order."""


def day_cards(session: Session, day: date) -> DayCards:
    """All occurrences of a day, by start."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    found = catalogue.find_occurrences(day, day, (DatePrecision.DAY,))
    return dict(zip(found, catalogue.cards_of(found), strict=True))


def day_contents(session: Session, coming: DayCards, limit: int) -> Contents:
    """A day's occurrences in one section, at most `limit`."""
    return {"upper": _section(session, coming.values(), limit)}


def corner_contents(session: Session, today: date, coming: DayCards, over: DayCards, limit: int) -> Contents:
    """Those of today at the kiosk's own Corner, the next meeting of each club there, then the others."""
    assert session.programme is not None and session.now is not None
    catalogue, corner, text = session.programme.catalogue, session.settings.corner, session.translator.text
    here = set(catalogue.find_occurrences(today, today, (DatePrecision.DAY,), venue=corner))
    listed = {one.occurrence for one in here}
    meetings = [one for one in catalogue.next_meetings(session.now, corner) if one.occurrence not in listed]
    coming_here = [card for match, card in coming.items() if match in here]
    hours = corner_hours(session.settings, session.language)
    notes = [text("screens.calendar.hours", hours=hours)] if hours else []
    if not coming_here:
        was_here = not here.isdisjoint(over)
        notes.append(text("screens.calendar.no_more_here" if was_here else "screens.calendar.nothing_here"))
    elsewhere = [card for match, card in coming.items() if match not in here]
    return {
        "upper": _section(session, coming_here, limit, text("screens.calendar.here"), "\n".join(notes)),
        "middle": _section(
            session, catalogue.cards_of(meetings), limit, text("screens.calendar.meetings"), show_dates=True
        ),
        "lower": _section(session, elsewhere, limit, text("screens.calendar.elsewhere")),
    }


def earlier_content(session: Session, over: DayCards, limit: int) -> Contents:
    """What is over of today."""
    heading = session.translator.text("screens.calendar.earlier")
    return {"earlier": _section(session, over.values(), limit, heading)}


def undated_contents(session: Session, month: CalendarMonth, limit: int) -> Contents:
    """The undated events of a month, one section for each precision, at most `limit` events in each."""
    assert session.programme is not None
    catalogue, text = session.programme.catalogue, session.translator.text
    in_month = dates.format_in_month(f"{month.first:%Y-%m}", session.language, session.moment, session.zone)
    headings: dict[Place, tuple[DatePrecision, str]] = {
        "within": (DatePrecision.WITHIN, text("screens.calendar.within", in_month=in_month)),
        "perhaps": (DatePrecision.PERHAPS, text("screens.calendar.perhaps", in_month=in_month)),
        "year": (DatePrecision.YEAR, text("screens.calendar.year", year=month.first.year)),
    }
    contents: Contents = {}
    for place, (precision, heading) in headings.items():
        found = catalogue.find_occurrences(month.first, month.last, (precision,), limit=limit + 1)
        cards = catalogue.cards_of(found)
        contents[place] = _section(session, cards, limit, capitalise(heading), show_dates=True)
    return contents


def _section(
    session: Session,
    cards: Iterable[Card],
    limit: int,
    heading: str = "",
    note: str = "",
    *,
    show_dates: bool = False,
) -> SectionContent:
    """A section, without its heading when it has neither events nor a note."""
    shown: Sequence[Card] = tuple(cards)
    rows = [_agenda_row(card, session, show_dates) for card in shown[:limit]]
    return SectionContent(heading if rows or note else "", note, rows, len(shown) > limit)


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
