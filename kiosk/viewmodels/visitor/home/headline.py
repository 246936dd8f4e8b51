"""The headline of the home page, which names the span of what leads, and the line below it."""

from datetime import date
from typing import Literal

from kiosk import dates
from kiosk.base.sentence_ids import ScreensId
from kiosk.base.time_zones import local_date
from kiosk.dates.opening_hours import open_now
from kiosk.i18n.translator import capitalise
from kiosk.programme.today import Entry, Phase
from kiosk.store.board_queries import Nearness
from kiosk.store.event_selection import MONTH_SPAN
from kiosk.viewmodels.session import Session

Span = Literal["today", "week", "month", "later"]
_HERE: dict[Span, ScreensId] = {
    "today": "screens.home.today_here",
    "week": "screens.home.week_here",
    "month": "screens.home.month_here",
    "later": "screens.home.later_here",
}
_ANYWHERE: dict[Span, ScreensId] = {
    "today": "screens.home.today",
    "week": "screens.home.week",
    "month": "screens.home.month",
    "later": "screens.home.coming_up",
}


def headline(lead: Entry, today: date, session: Session) -> str:
    """'Today at our Corner' for what leads; 'in the programme' when it is elsewhere or the Corner unknown."""
    assert session.programme is not None
    corner = session.settings.corner
    is_here = lead.time.nearness is Nearness.HERE and session.programme.catalogue.venue(corner) is not None
    return session.translator.text((_HERE if is_here else _ANYWHERE)[_span(lead, today)])


def _span(lead: Entry, today: date) -> Span:
    when = lead.time.when
    if lead.phase < Phase.SOON:
        return "today"
    if lead.day is None:
        first, last = (local_date(bound, when.zone) for bound in (when.earliest, when.latest))
        is_of_month = (first.year, first.month) <= (today.year, today.month) and last >= today
        return "month" if is_of_month and when.latest - when.earliest < MONTH_SPAN else "later"
    if lead.day.isocalendar()[:2] == today.isocalendar()[:2]:
        return "week"
    if lead.phase is Phase.SOON:
        return "later"
    return "month" if (lead.day.year, lead.day.month) == (today.year, today.month) else "later"


def date_text(session: Session) -> str:
    """The weekday and date; while the clock cannot be trusted, that it cannot."""
    if session.now is None:
        return session.translator.text("screens.clock.untrusted")
    weekday = dates.format_weekday(session.today, session.language, session.moment, session.zone)
    return capitalise(weekday)


def opening_text(session: Session, lead: Entry | None = None) -> str:
    """Until when the Corner is open today, where staff have set its hours; '' while something is on here."""
    if session.now is None or (lead and lead.phase is Phase.NOW and lead.time.nearness is Nearness.HERE):
        return ""
    return open_now(session.settings.opening_hours, session.now, session.zone, session.language)
