"""The opening hours of the Corner in words."""

from datetime import datetime

from kiosk.base.kiosk_toml.opening_hours import Hours, clock, parse_week, spans
from kiosk.base.settings import Settings
from kiosk.base.time_zones import zone
from kiosk.dates.clock_cases import at_time, until_time
from kiosk.dates.labels import weekday_names
from kiosk.i18n.translator import pick_translation, translator


def corner_hours(settings: Settings, language: str) -> str:
    """The hours that staff have chosen, else the text of the settings file, '' without either."""
    if settings.opening_hours:
        return format_opening_hours(settings.opening_hours, language)
    return pick_translation(settings.corner_hours, language)[0] if settings.corner_hours else ""


def open_now(text: str, now: int, zone_name: str, language: str) -> str:
    """'open until 19:00', 'opens at 10:00' or 'closed today', for use in a line; '' without opening hours.

    `text` is the setting `opening_hours`, `now` is in UTC seconds, the hours are local ones of `zone_name`.
    """
    if not text:
        return ""
    local, sentences = datetime.fromtimestamp(now, zone(zone_name)), translator(language)
    hours, minute = parse_week(text)[local.weekday()], 60 * local.hour + local.minute
    if hours is None:
        return sentences.text("dates.closed_today")
    if minute < hours[0]:
        return sentences.text("dates.opens_at", time=at_time(clock(hours[0]), language))
    if minute < hours[1]:
        return sentences.text("dates.open_until", time=until_time(clock(hours[1]), language))
    return sentences.text("dates.closed_now")


def format_opening_hours(text: str, language: str) -> str:
    """'Mon–Fri 10:00–19:00, Sat 10:00–16:00, Sun closed' for a valid setting `opening_hours`."""
    names = weekday_names(language)
    rows = [
        f"{_days(names[first], names[last])} {_hours(hours, language)}"
        for first, last, hours in spans(parse_week(text))
    ]
    return ", ".join(rows)


def _days(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _hours(hours: Hours | None, language: str) -> str:
    if hours is None:
        return translator(language).text("dates.closed")
    return f"{clock(hours[0])}–{clock(hours[1])}"
