"""A monthly report as tables with headings, the same on the command line and in a spreadsheet."""

from kiosk import dates
from kiosk.base.model import When
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import pick_translation, translator
from kiosk.store.programme_record import HeldProgramme
from kiosk.visits.month.report import MonthReport, Total
from kiosk.visits.tables import ChartType, Table
from kiosk.visits.tally import Metric

USE_NAMES: dict[Metric, SentenceId] = {
    Metric.SESSION: "month.use.session",
    Metric.EVENT: "visits.what.event",
    Metric.CODE: "visits.what.code",
}
"""What the counts of the use of the screen are called here: never visits or visitors."""


def heading(report: MonthReport, corner: str, language: str) -> str:
    """The heading: 'Monthly report: April 2016 · American Corner Almaty'."""
    month = dates.format_month(report.month, language)
    text = translator(language).text
    parts = [text("month.heading", month=month, corner=corner)]
    if report.day:
        parts.append(text("month.as_of", date=dates.format_day(report.day, language)))
    if report.is_rehearsed:
        parts.append(text("month.rehearsal_file"))
    return " · ".join(parts)


def total_table(report: MonthReport, language: str) -> Table:
    """The figures of the month."""
    text, total = translator(language).text, Total.of(report.programmes)
    rows: list[tuple[str | int, ...]] = [
        (text("month.held"), total.held),
        (text("month.attended"), _cell(total.attended)),
        (text("month.with_number"), total.held - total.missing),
        (text("month.missing"), total.missing),
    ]
    return Table(text("visits.total"), (text("visits.counted"), text("visits.number")), rows)


def theme_table(report: MonthReport, language: str) -> Table:
    """One row for each theme."""
    text = translator(language).text
    head = (text("month.theme"), text("month.held"), text("month.attended"), text("month.missing"))
    rows: list[tuple[str | int, ...]] = [
        (pick_translation(theme.title, language)[0] if theme.title else theme.theme, *map(_cell, theme.total))
        for theme in report.themes()
    ]
    return Table(text("month.by_theme"), head, rows, ChartType.BAR)


def programme_table(report: MonthReport, language: str) -> Table:
    """One row for each programme, those that staff have called off included, by time."""
    text = translator(language).text
    head = (text("month.date"), text("visits.event"), text("month.theme"), text("month.attended"))
    rows: list[tuple[str | int, ...]] = [
        (
            time_of(one, language),
            pick_translation(one.title, language)[0],
            pick_translation(one.theme_title, language)[0] if one.theme_title else one.theme,
            _attended(one, language),
        )
        for one in report.programmes
    ]
    return Table(text("month.programmes"), head, rows)


def use_table(report: MonthReport, language: str) -> Table:
    """The use of the screen, and the flyers."""
    text = translator(language).text
    rows: list[tuple[str | int, ...]] = [
        (text(USE_NAMES[metric]), number) for metric, number in report.use.items()
    ]
    pages = text("month.unknown") if report.flyer_pages is None else report.flyer_pages
    rows.append((text("month.flyers"), pages))
    return Table(text("month.use"), (text("visits.counted"), text("visits.number")), rows)


def time_of(programme: HeldProgramme, language: str) -> str:
    """When a programme was held, with the year: '3 April 2016, 15:00–16:00'."""
    return dates.format_time(When(programme.edtf, programme.zone, 0, 0), language, None)


def _attended(one: HeldProgramme, language: str) -> int | str:
    """The number of persons, or why there is none."""
    if one.called_off or one.attended is None:
        return translator(language).text("month.off" if one.called_off else "month.missing_cell")
    return one.attended


def _cell(number: int | None) -> int | str:
    """A number in a table; one that is not known is left empty."""
    return "" if number is None else number
