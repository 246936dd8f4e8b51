"""The rows of the page Visits: numbers, and bars with their fraction of the longest."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import When
from kiosk.base.sentence_ids import SentenceId
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.packs.rows import NumberRow
from kiosk.visits.tables import COLUMNS, METRIC_NAMES, language_name
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

VisitPeriod = Literal["week", "month", "year"]
PERIODS: dict[VisitPeriod, SentenceId] = {
    "week": "visits.period.week",
    "month": "visits.period.month",
    "year": "visits.period.year",
}
"""The periods that staff may choose, with the name of each."""
MAX_EVENTS = 10
VisitCounts = Mapping[str, Any]
"""What `kiosk visits --json` prints."""


class PeriodRow(NamedTuple):
    """One period to choose."""

    label: str
    chosen: bool


@QmlElement
class PeriodRows(RecordModel):
    """The periods; exactly one is chosen."""

    record = PeriodRow


class BarRow(NamedTuple):
    """One bar: `fraction` is its length, 1 for the longest."""

    label: str
    number: str
    fraction: float


@QmlElement
class BarRows(RecordModel):
    """The bars of a chart."""

    record = BarRow


def span(period: VisitPeriod, today: date) -> tuple[date, date]:
    """The first and last day of the 7 days, 30 days or 12 months that end today."""
    if period == "year":
        return date(today.year - (today.month < 12), today.month % 12 + 1, 1), today
    return today - timedelta(days=6 if period == "week" else 29), today


def number_rows(counts: VisitCounts, session: Session) -> list[NumberRow]:
    """The totals of the period."""
    total, translator = counts["total"], session.translator
    return [NumberRow(str(total[what]), translator.text(METRIC_NAMES[what]), what) for what in COLUMNS]


def time_rows(counts: VisitCounts, session: Session) -> list[BarRow]:
    """The visits of each day, or of each month where that would be too many bars."""
    by_day = {day["day"]: day[Metric.SESSION] for day in counts["days"]}
    if len(by_day) <= 31:
        return _bars((str(int(day[-2:])), number) for day, number in by_day.items())
    by_month: Counter[str] = Counter()
    for day, number in by_day.items():
        by_month[day[:7]] += number
    return _bars((_month(month, session), number) for month, number in by_month.items())


def event_rows(counts: VisitCounts, session: Session) -> list[BarRow]:
    """The events that were opened most."""
    events = counts["events"][:MAX_EVENTS]
    return _bars((session.localise(event["title"]) or event["id"], event["views"]) for event in events)


def language_rows(counts: VisitCounts, session: Session) -> list[BarRow]:
    """The languages visitors used."""
    found = counts["languages"].items()
    return _bars((language_name(code, session.language), number) for code, number in found)


def _month(month: str, session: Session) -> str:
    return dates.date_block(When(month, session.zone, 0, 0), session.language)[0]


def _bars(found: Iterable[tuple[str, int]]) -> list[BarRow]:
    rows = list(found)
    most = max((number for _, number in rows), default=0) or 1
    return [BarRow(label, str(number), number / most) for label, number in rows]
