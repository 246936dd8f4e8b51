"""Says when an event that is repeated takes place: its rules, until when, and on which days not (ADR 20)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kiosk.base.model import Event, Series, Status, When
from kiosk.base.time_zones import local_date, zone
from kiosk.dates.recurrence_text import format_from, format_off_days, format_series, format_until
from kiosk.events.view_context import ViewContext
from kiosk.i18n.translator import capitalise

HORIZON = timedelta(days=35)
"""How far ahead days without a meeting are told."""


def series_line(series: Sequence[Series], zone_name: str, context: ViewContext) -> str:
    """The rules in one line: 'every Monday, 10:00–12:00; every Thursday, 18:00'; '' when all have ended."""
    year = _this_year(zone_name, context)
    return "; ".join(
        format_series(one, context.language, year) for one in _current(series, zone_name, context)
    )


def series_note(event: Event, context: ViewContext) -> str:
    """From when or until when the rules apply, and the next days on which there is no meeting."""
    zone_name = event.occurrences[0].when.zone
    rules, year = _current(event.series, zone_name, context), _this_year(zone_name, context)
    if not rules:
        return ""
    today = _today(zone_name, context)
    last = max(rules, key=lambda one: one.until)
    bounds = [format_until(last, context.language, year)]
    if today and all(one.first > today.isoformat() for one in rules):
        bounds.insert(0, format_from(min(rules, key=lambda one: one.first), context.language, year))
    parts = (*bounds, format_off_days(_off_days(event, rules, today), context.language, year))
    return " · ".join(filter(None, parts))


def series_fact(event: Event, context: ViewContext) -> tuple[str, str]:
    """The rules of an event as the text and the note of a fact; ('', '') when it is not repeated any more."""
    line = series_line(event.series, event.occurrences[0].when.zone, context)
    return (capitalise(line), series_note(event, context)) if line else ("", "")


def _current(series: Sequence[Series], zone_name: str, context: ViewContext) -> list[Series]:
    today = _today(zone_name, context)
    return [one for one in series if today is None or one.until >= today.isoformat()]


def _off_days(event: Event, rules: Sequence[Series], today: date | None) -> list[date]:
    """The days within HORIZON that a rule leaves out, or on which the meeting is cancelled or moved away."""
    days = {date.fromisoformat(day) for one in rules for day in one.left_out}
    for one in event.occurrences:
        if one.status is Status.CANCELLED:
            days.add(_day(one.when))
        elif one.original and _day(one.original) != _day(one.when):
            days.add(_day(one.original))
    if today is None:
        return sorted(days)
    return sorted(day for day in days if today <= day <= today + HORIZON)


def _day(when: When) -> date:
    return local_date(when.earliest, when.zone)


def _today(zone_name: str, context: ViewContext) -> date | None:
    return None if context.now is None else local_date(context.now, zone_name)


def _this_year(zone_name: str, context: ViewContext) -> int:
    moment = context.year_omitted_at
    return 0 if moment is None else datetime.fromtimestamp(moment, zone(zone_name)).year
