"""Statistics of visits as lines for a terminal, and as JSON values."""

from collections.abc import Iterator

from kiosk.i18n.translator import translator
from kiosk.visits.statistics import Period, Statistics
from kiosk.visits.tables import COLUMNS, Table, Titles, heading, tables


def statistics_to_json(statistics: Statistics, titles: Titles) -> dict[str, object]:
    """All counts, as `--json` prints them."""
    days = [
        {"day": day} | {what: numbers[what] for what in COLUMNS}
        for day, numbers in statistics.by_period(Period.DAY).items()
    ]
    events = [
        {"id": one.id, "title": dict(titles.get(one.id, {})), "views": one.views, "codes": one.codes}
        for one in statistics.events()
    ]
    return {
        "from": statistics.first.isoformat(),
        "to": statistics.last.isoformat(),
        "total": {what: statistics.total(what) for what in COLUMNS},
        "days": days,
        "events": events,
        "languages": dict(statistics.languages()),
    }


def report_lines(statistics: Statistics, titles: Titles, language: str) -> Iterator[str]:
    """The tables that have rows, and the sentence on privacy."""
    yield heading(statistics, language)
    for table in tables(statistics, titles, language, [Period.for_span(statistics.first, statistics.last)]):
        if table.rows:
            yield ""
            yield from align_columns(table)
    yield ""
    yield translator(language).text("visits.privacy")


def align_columns(table: Table) -> Iterator[str]:
    """The lines of a table for a terminal."""
    rows = [[str(cell) for cell in row] for row in (table.head, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = [number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True)]
        yield "  ".join([name.ljust(widths[0]), *cells])
