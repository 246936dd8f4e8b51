"""A monthly report as a file that can be sent: XLSX with charts, or CSV with one number a line."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kiosk.base.export.csv_cells import escape_formula
from kiosk.base.export.export_file import export_file
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import pick_translation, translator
from kiosk.visits.month.report import MonthReport
from kiosk.visits.month.tables import (
    USE_NAMES,
    heading,
    programme_table,
    theme_table,
    total_table,
    use_table,
)
from kiosk.visits.spreadsheet import CSV_SEPARATORS
from kiosk.visits.tables import Table

CHART_WIDTH, CHART_HEIGHT = 480, 260
"""Pixels of a chart."""
COLUMN_WIDTHS = (46, 26, 26, 26)
"""The widths of the columns, in characters."""
NOTES: tuple[SentenceId, ...] = ("month.definition", "month.use.note", "month.privacy")
"""What whoever reads the sheet should know."""
_CSV_COLUMNS: tuple[SentenceId, ...] = (
    "visits.step.month",
    "receipts.column.corner",
    "visits.counted",
    "month.date",
    "month.theme",
    "visits.event",
    "visits.number",
)


def export_month(folder: Path, format: str, report: MonthReport, corner: str, language: str) -> Path:
    """Write the report in one of FORMATS into `folder`; the file of the same month is replaced.

    `corner` is the name of the Corner. Returns the file; raises the KioskErrors of `export_file`.
    """
    file = folder / f"{' '.join(filter(None, ('month', report.month, report.corner)))}.{format}"
    export_file(file, FORMATS[format](report, corner, language))
    return file


def csv_file(report: MonthReport, corner: str, language: str) -> bytes:
    """One line for each number; UTF-8 with the byte order mark Excel needs.

    The lines of several Corners and months can be put together. A number that is not known is left empty.
    """
    sentences = translator(language)
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=CSV_SEPARATORS[language])
    rows.writerow(sentences.text(id) for id in _CSV_COLUMNS)
    for row in _csv_rows(report, language):
        cells = (report.month, corner, *row)
        rows.writerow([escape_formula(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _csv_rows(report: MonthReport, language: str) -> Iterator[tuple[str | int, ...]]:
    text = translator(language).text
    for one in report.programmes:
        theme = pick_translation(one.theme_title, language)[0] if one.theme_title else one.theme
        what = text("month.off" if one.called_off else "month.attended")
        number = "" if one.attended is None else one.attended
        yield what, one.day, theme, pick_translation(one.title, language)[0], number
    for metric, use in report.use.items():
        yield text(USE_NAMES[metric]), "", "", "", use
    yield text("month.flyers"), "", "", "", "" if report.flyer_pages is None else report.flyer_pages


def xlsx_file(report: MonthReport, corner: str, language: str) -> bytes:
    """A sheet with all figures and two charts, and one with each programme; text is never a formula."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    text = translator(language).text
    with Workbook(file, plain) as book:
        book.set_properties({"title": heading(report, corner, language), "comments": text("month.privacy")})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(text("staff.page.month"))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(COLUMN_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write(0, 0, heading(report, corner, language), book.add_format({"bold": True, "font_size": 16}))
        line = _write_table(sheet, 2, total_table(report, language), bold)
        themes = theme_table(report, language)
        first = line + 3
        line = _write_table(sheet, line + 1, themes, bold)
        line = _write_table(sheet, line + 1, use_table(report, language), bold)
        if themes.rows:
            for column in (1, 2):
                chart = _theme_chart(book, sheet.name, themes, first, column)
                sheet.insert_chart(line + 1, 2 * (column - 1), chart)
            line += 2 + CHART_HEIGHT // 20
        for offset, id in enumerate(NOTES, 1):
            sheet.write(line + offset, 0, text(id))
        _write_programmes(book, report, language, bold)
    return file.getvalue()


def _write_table(sheet: Any, line: int, table: Table, bold: Any) -> int:
    """Write a table with its name above it from that line on; the line after it."""
    sheet.write(line, 0, table.name, bold)
    sheet.write_row(line + 1, 0, table.head, bold)
    for offset, row in enumerate(table.rows, line + 2):
        sheet.write_row(offset, 0, row)
    return line + 2 + len(table.rows)


def _write_programmes(book: Any, report: MonthReport, language: str, bold: Any) -> None:
    table = programme_table(report, language)
    sheet = book.add_worksheet(table.name)
    sheet.write_row(0, 0, table.head, bold)
    for line, row in enumerate(table.rows, 1):
        sheet.write_row(line, 0, row)
    sheet.freeze_panes(1, 0)
    sheet.autofit()


def _theme_chart(book: Any, sheet: str, table: Table, first: int, column: int) -> Any:
    """A chart of one column of the table of themes, whose first row is the line `first`."""
    last = first + len(table.rows) - 1
    chart = book.add_chart({"type": table.chart.value})
    chart.add_series(
        {
            "name": [sheet, first - 1, column],
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, column, last, column],
        }
    )
    chart.set_title({"name": table.head[column]})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
    return chart


FORMATS: dict[str, Callable[[MonthReport, str, str], bytes]] = {"csv": csv_file, "xlsx": xlsx_file}
