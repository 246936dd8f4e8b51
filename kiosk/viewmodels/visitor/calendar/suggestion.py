"""What the agenda says when it has nothing to show, and the day or month that it offers instead."""

from datetime import date
from typing import NamedTuple

from kiosk import dates
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth
from kiosk.viewmodels.session import Session

Selection = tuple[date, str]
"""The first day of a month, and what is selected in it: an ISO date, UNDATED_EVENTS, or '' for nothing."""


class Suggestion(NamedTuple):
    """A sentence, and a button with its label and what it selects; '' and None for nothing."""

    empty_text: str = ""
    label: str = ""
    target: Selection | None = None


def suggest_after_day(
    session: Session, month: CalendarMonth, day: date, *, was_something: bool
) -> Suggestion:
    """The next dated day after a day of `month` on which there is nothing, or nothing more.

    Without a dated day, the next month in which something may be.
    """
    assert session.programme is not None
    text, catalogue = session.translator.text, session.programme.catalogue
    empty = text("screens.calendar.no_more" if was_something else "screens.calendar.empty_day")
    if after := catalogue.next_day(day, dated=True):
        weekday = dates.format_weekday(after.isoformat(), session.language, session.moment, session.zone)
        target = after.replace(day=1), after.isoformat()
        return Suggestion(empty, text("screens.calendar.next", date=weekday), target)
    if after := catalogue.next_day(month.last, dated=False):
        return _suggest_month(session, empty, "screens.calendar.next", after)
    return Suggestion(empty)


def suggest_after_month(session: Session, month: CalendarMonth, today: date | None) -> Suggestion:
    """The next month with events after one without any, or the last one before it."""
    assert session.programme is not None
    catalogue, text, language = session.programme.catalogue, session.translator.text, session.language
    in_month = dates.format_in_month(f"{month.first:%Y-%m}", language, session.moment, session.zone)
    past = today is not None and month.last < today
    sentence: SentenceId = "screens.calendar.empty_past" if past else "screens.calendar.empty_month"
    empty = capitalise(text(sentence, in_month=in_month))
    if after := catalogue.next_day(month.last, dated=False):
        return _suggest_month(session, empty, "screens.calendar.next", after)
    if before := catalogue.last_day(month.first):
        return _suggest_month(session, empty, "screens.calendar.last", before)
    return Suggestion(empty)


def _suggest_month(session: Session, empty: str, label: SentenceId, day: date) -> Suggestion:
    name = dates.format_month(f"{day:%Y-%m}", session.language, session.moment, session.zone)
    return Suggestion(empty, session.translator.text(label, date=name), (day.replace(day=1), ""))
