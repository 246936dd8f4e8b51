"""Visit counts as tables with headings, the same on the command line and in a spreadsheet."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

from kiosk import dates
from kiosk.base.model import Text
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import capitalise, pick_translation, translator
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.visits.statistics import Period, Statistics
from kiosk.visits.tally import Metric

COLUMNS = (Metric.SESSION, Metric.EVENT, Metric.CODE, Metric.NO_RESULT)
"""The metrics that are the columns of a table by day, week or month."""
METRIC_NAMES: dict[Metric, SentenceId] = {
    Metric.SESSION: "visits.what.session",
    Metric.EVENT: "visits.what.event",
    Metric.CODE: "visits.what.code",
    Metric.LANGUAGE: "visits.what.language",
    Metric.NO_RESULT: "visits.what.no_result",
}
_PERIOD_NAMES: dict[Period, SentenceId] = {
    Period.DAY: "visits.step.day",
    Period.WEEK: "visits.step.week",
    Period.MONTH: "visits.step.month",
}
_PERIOD_TABLES: dict[Period, SentenceId] = {
    Period.DAY: "visits.by.day",
    Period.WEEK: "visits.by.week",
    Period.MONTH: "visits.by.month",
}
Titles = Mapping[str, Text]
"""The title of each event by id; an event that is missing is shown by its id."""


class ChartType(StrEnum):
    """The chart of a table, drawn from its second column."""

    NONE = ""
    COLUMN = "column"
    BAR = "bar"


class Table(NamedTuple):
    """Headings and rows; the first column names the subject of a row, the others are numbers."""

    name: str
    head: tuple[str, ...]
    rows: list[tuple[str | int, ...]]
    chart: ChartType = ChartType.NONE


def event_titles(programme: CombinedCatalogue | None, ids: Iterable[str]) -> dict[str, Text]:
    """The titles of the events that the programme still has."""
    found: dict[str, Text] = {}
    if programme is None:
        return found
    for id in ids:
        with suppress(KeyError):
            found[id] = programme.event(id).title
    return found


def heading(statistics: Statistics, language: str) -> str:
    """The heading above all tables: 'Visits: 1–23 November 2026'."""
    span = dates.format_days(statistics.first.isoformat(), statistics.last.isoformat(), language)
    return translator(language).text("visits.heading", dates=span)


def tables(
    statistics: Statistics, titles: Titles, language: str, periods: Iterable[Period] = Period
) -> list[Table]:
    """Totals, a table for each of `periods`, events, languages."""
    return [
        total_table(statistics, language),
        *(period_table(statistics, period, language) for period in periods),
        event_table(statistics, titles, language),
        language_table(statistics, language),
    ]


def total_table(statistics: Statistics, language: str) -> Table:
    """The total of each metric."""
    sentences = translator(language)
    rows: list[tuple[str | int, ...]] = [
        (sentences.text(METRIC_NAMES[what]), statistics.total(what)) for what in COLUMNS
    ]
    return Table(
        sentences.text("visits.total"),
        (sentences.text("visits.counted"), sentences.text("visits.number")),
        rows,
    )


def period_table(statistics: Statistics, period: Period, language: str) -> Table:
    """One row for each day, week or month."""
    sentences = translator(language)
    head = (
        sentences.text(_PERIOD_NAMES[period]),
        *(sentences.text(METRIC_NAMES[what]) for what in COLUMNS),
    )
    rows: list[tuple[str | int, ...]] = [
        (label, *(numbers[what] for what in COLUMNS))
        for label, numbers in statistics.by_period(period).items()
    ]
    return Table(sentences.text(_PERIOD_TABLES[period]), head, rows, ChartType.COLUMN)


def event_table(statistics: Statistics, titles: Titles, language: str) -> Table:
    """One row for each event that was opened, the most opened first."""
    sentences = translator(language)
    head = (
        sentences.text("visits.event"),
        *(sentences.text(METRIC_NAMES[what]) for what in (Metric.EVENT, Metric.CODE)),
    )
    rows: list[tuple[str | int, ...]] = [
        (pick_translation(titles[one.id], language)[0] if one.id in titles else one.id, one.views, one.codes)
        for one in statistics.events()
    ]
    return Table(sentences.text("visits.events"), head, rows, ChartType.BAR)


def language_table(statistics: Statistics, language: str) -> Table:
    """One row for each language that was used, the most used first."""
    sentences = translator(language)
    head = (sentences.text("visits.what.language"), sentences.text("visits.what.session"))
    rows: list[tuple[str | int, ...]] = [
        (language_name(code, language), number) for code, number in statistics.languages()
    ]
    return Table(sentences.text("visits.languages"), head, rows, ChartType.BAR)


def language_name(code: str, language: str) -> str:
    """The name of the language `code` in `language`; the code when the kiosk does not have that language."""
    return capitalise(translator(language).language_name(code))
