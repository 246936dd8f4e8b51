"""Visit counts for a spreadsheet program: CSV with one count a line, or XLSX with tables and charts."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from kiosk.i18n.translator import pick, translator
from kiosk.visits.statistics import Figures
from kiosk.visits.tables import Bars, Table, Titles, heading, language_name, tables
from kiosk.visits.tally import Metric

SEPARATORS: Mapping[str, str] = {"en": ",", "kk": ";", "ru": ";"}
"""What Excel expects between fields on a computer of that language."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet program may take for a formula
(https://owasp.org/www-community/attacks/CSV_Injection)."""
MOST_BARS = 31


def csv_file(found: Figures, names: Titles, language: str) -> bytes:
    """Every count with its day, what it is about, and how often; in UTF-8 with the mark Excel knows it by."""
    said = translator(language)
    titles = {id: pick(title, language)[0] for id, title in names.items()}
    titles |= {code: language_name(code, language) for code, _ in found.languages()}
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=SEPARATORS[language])
    heads = ("visits.step.day", "visits.counted", "visits.id", "visits.name", "visits.number")
    rows.writerow(said.text(head) for head in heads)
    for key, number in sorted(found.counts.items()):
        what = said.text(f"visits.what.{Metric(key.what)}")
        rows.writerow((key.day, what, harmless(key.which), harmless(titles.get(key.which, "")), number))
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """`text` so that no spreadsheet program reckons with it."""
    return f"'{text}" if text.startswith(FORMULA) else text


def xlsx_file(found: Figures, names: Titles, language: str) -> bytes:
    """A sheet for each table, with a chart where there is something to compare; all text stays text."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with Workbook(file, plain) as book:
        book.set_properties(
            {"title": heading(found, language), "comments": translator(language).text("visits.privacy")}
        )
        bold = book.add_format({"bold": True})
        for table in tables(found, names, language):
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.head, bold)
            for line, row in enumerate(table.rows, 1):
                sheet.write_row(line, 0, row)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
            if table.bars and table.rows:
                sheet.insert_chart(1, len(table.head) + 1, _chart(book, table))
    return file.getvalue()


def _chart(book: Any, table: Table) -> Any:
    """The second column of a table as bars; of a long one the last days, or the first events."""
    rows = len(table.rows)
    first, last = (
        (1, min(rows, MOST_BARS)) if table.bars is Bars.LYING else (max(1, rows - MOST_BARS + 1), rows)
    )
    chart = book.add_chart({"type": table.bars.value})
    chart.add_series(
        {
            "name": [table.name, 0, 1],
            "categories": [table.name, first, 0, last, 0],
            "values": [table.name, first, 1, last, 1],
        }
    )
    chart.set_title({"name": table.name})
    chart.set_legend({"none": True})
    if table.bars is Bars.LYING:
        chart.set_y_axis({"reverse": True})
    return chart
