"""The opening hours of the Corner in words."""

from kiosk.base.kiosk_toml.opening_hours import Hours, clock, parse_week, spans
from kiosk.base.settings import Settings
from kiosk.dates.labels import weekday_names
from kiosk.i18n.translator import pick_translation, translator


def corner_hours(settings: Settings, language: str) -> str:
    """The hours that staff have chosen, else the text of the settings file, '' without either."""
    if settings.opening_hours:
        return format_opening_hours(settings.opening_hours, language)
    return pick_translation(settings.corner_hours, language)[0] if settings.corner_hours else ""


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
