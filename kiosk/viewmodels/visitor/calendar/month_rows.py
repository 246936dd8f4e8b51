"""Rows of a month: the cells of its grid, and the legend of the colours."""

from datetime import date
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarDay, CalendarMonth
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class DayRow(NamedTuple):
    """A cell of the grid; `colours` are those of the day's themes. Empty for days of other months."""

    colours: list[str]
    date: str = ""
    number: str = ""
    fullDate: str = ""
    eventCountText: str = ""
    eventCount: str = ""
    isToday: bool = False
    chosen: bool = False
    isPast: bool = False


@QmlElement
class DayRows(RecordModel):
    """The cells of whole weeks, Monday to Sunday."""

    record = DayRow


class LegendRow(NamedTuple):
    """A theme of the month with its number of occurrences."""

    title: str
    colour: str


@QmlElement
class LegendRows(RecordModel):
    """The legend of a month."""

    record = LegendRow


def day_rows(session: Session, month: CalendarMonth, today: date | None, chosen: str) -> list[DayRow]:
    """The cells of a month; `chosen` is an ISO date."""
    days = (day for week in month.weeks for day in week)
    return [_row(session, day, today, chosen) if day else DayRow([]) for day in days]


def _row(session: Session, day: CalendarDay, today: date | None, chosen: str) -> DayRow:
    iso, language = day.date.isoformat(), session.language
    return DayRow(
        date=iso,
        number=str(day.date.day),
        fullDate=capitalise(dates.format_weekday(iso, language, session.moment, session.zone)),
        eventCountText=session.translator.plural("screens.count.events", day.times) if day.times else "",
        eventCount=str(day.times) if day.times else "",
        colours=[session.theme(theme).colour for theme in day.themes],
        isToday=day.date == today,
        chosen=iso == chosen,
        isPast=today is not None and day.date < today,
    )


def legend_rows(session: Session, month: CalendarMonth) -> list[LegendRow]:
    """The themes of a month in the order of the programme, with the number of occurrences of each."""
    themes = ((session.theme(id), times) for id, times in month.themes.items())
    return [LegendRow(f"{session.localise(theme.title)} · {times}", theme.colour) for theme, times in themes]
