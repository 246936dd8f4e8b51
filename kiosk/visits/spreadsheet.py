"""Visit counts for a spreadsheet program: CSV with one count a line, or XLSX with tables and charts."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from kiosk.base.export.csv_cells import escape_formula
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import pick_translation, translator
from kiosk.visits.statistics import Statistics
from kiosk.visits.tables import METRIC_NAMES, ChartType, Table, Titles, heading, language_name, tables
from kiosk.visits.tally import Metric

CSV_SEPARATORS: Mapping[str, str] = {"en": ",", "kk": ";", "ru": ";"}
"""The separator of fields that Excel expects on a computer set to that language."""
MAX_BARS = 31
_CSV_COLUMNS: tuple[SentenceId, ...] = (
    "visits.step.day",
    "visits.counted",
    "visits.id",
    "visits.name",
    "visits.number",
)


def csv_file(statistics: Statistics, titles: Titles, language: str) -> bytes:
    """One line for each count: day, metric, id, name, number; UTF-8 with the byte order mark Excel needs."""
    sentences = translator(language)
    names = {id: pick_translation(title, language)[0] for id, title in titles.items()}
    names |= {code: language_name(code, language) for code, _ in statistics.languages()}
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=CSV_SEPARATORS[language])
    rows.writerow(sentences.text(id) for id in _CSV_COLUMNS)
    for key, number in sorted(statistics.counts.items()):
        what = sentences.text(METRIC_NAMES[Metric(key.what)])
        rows.writerow(
            (key.day, what, escape_formula(key.which), escape_formula(names.get(key.which, "")), number)
        )
    return text.getvalue().encode("utf-8-sig")


def xlsx_file(statistics: Statistics, titles: Titles, language: str) -> bytes:
    """A sheet for each table, with a chart where the table has one; text is never written as a formula."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with Workbook(file, plain) as book:
        book.set_properties(
            {"title": heading(statistics, language), "comments": translator(language).text("visits.privacy")}
        )
        bold = book.add_format({"bold": True})
        for table in tables(statistics, titles, language):
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.head, bold)
            for line, row in enumerate(table.rows, 1):
                sheet.write_row(line, 0, row)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
            if table.chart and table.rows:
                sheet.insert_chart(1, len(table.head) + 1, _chart(book, table))
    return file.getvalue()


def _chart(book: Any, table: Table) -> Any:
    """A chart of the second column of a table; of a long one the last days, or the first events."""
    rows = len(table.rows)
    first, last = (
        (1, min(rows, MAX_BARS)) if table.chart is ChartType.BAR else (max(1, rows - MAX_BARS + 1), rows)
    )
    chart = book.add_chart({"type": table.chart.value})
    chart.add_series(
        {
            "name": [table.name, 0, 1],
            "categories": [table.name, first, 0, last, 0],
            "values": [table.name, first, 1, last, 1],
        }
    )
    chart.set_title({"name": table.name})
    chart.set_legend({"none": True})
    if table.chart is ChartType.BAR:
        chart.set_y_axis({"reverse": True})
    return chart
