"""Draws the health report on one A4 page, to be printed or sent."""

from itertools import product

from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from kiosk.health.finding import Level
from kiosk.health.multilingual import format_time
from kiosk.health.report_text import SIGNS
from kiosk.health.run_checks import HealthReport
from kiosk.i18n.translator import translator

FONT_SIZES = (10, 9, 8, 7, 6)
"""Text sizes in points, tried in order until everything fits on the page."""
LOG_ENTRIES = (20, 10, 5)
"""Numbers of log entries, tried in order at each text size."""
PADDING = 0.4
"""Padding of the table cells, as a multiple of the text size."""
MARGIN = QMarginsF(18, 16, 18, 16)
"""Millimetres."""
LEVEL_COLOURS = {
    Level.BROKEN: "#b00020",
    Level.ATTENTION: "#9a5b00",
    Level.UNKNOWN: "#5c6470",
    Level.GOOD: "#1b6e3c",
}


def draw_health_report(report: HealthReport, language: str, corner: str) -> bytes:
    """The health report as a PDF of one page; needs an application object."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGIN, QPageLayout.Unit.Millimeter)
    writer.setTitle(translator(language).text("health.sheet.title"))
    painter = QPainter(writer)
    _fit_to_page(report, language, corner, writer).drawContents(painter)
    painter.end()
    return bytes(buffer.data().data())


def _fit_to_page(report: HealthReport, language: str, corner: str, writer: QPdfWriter) -> QTextDocument:
    """The document in the largest text size with which it fits on one page."""
    for points, entries in product(FONT_SIZES, LOG_ENTRIES):
        page = _ReportPage(language, points, writer)
        page.fill(report, corner, entries)
        if page.document.size().height() <= writer.height():
            break
    return page.document


class _ReportPage:
    def __init__(self, language: str, points: int, writer: QPdfWriter) -> None:
        self._language = language
        self._points = points
        self.document = QTextDocument()
        self.document.documentLayout().setPaintDevice(writer)
        self.document.setDocumentMargin(0)
        font = QFont("Onest", points)
        # text with contextual alternates or ligatures cannot be searched in or copied from a PDF
        for feature in ("calt", "liga"):
            font.setFeature(QFont.Tag(feature), 0)
        self.document.setDefaultFont(font)
        self.document.setTextWidth(writer.width())
        self._cursor = QTextCursor(self.document)

    def fill(self, report: HealthReport, corner: str, entries: int) -> None:
        """Write all findings and the first `entries` of the log."""
        translate = translator(self._language)
        self._write(translate.text("health.sheet.title"), size=1.8, bold=True)
        subtitle_lines = filter(None, (corner, format_time(report.at, report.zone)[self._language]))
        self._write("\n" + "\n".join(subtitle_lines) + "\n")
        table_format = QTextTableFormat()
        table_format.setBorder(0)
        table_format.setCellPadding(self._points * PADDING)
        percent = QTextLength.Type.PercentageLength
        table_format.setColumnWidthConstraints([QTextLength(percent, 30), QTextLength(percent, 70)])
        table = self._cursor.insertTable(len(report.findings), 2, table_format)
        for row, check in enumerate(report.findings):
            self._cursor = table.cellAt(row, 0).firstCursorPosition()
            self._write(f"{SIGNS[check.level]} {check.name[self._language]}", check.level, bold=True)
            self._write("\n" + check.level.word[self._language], check.level, size=0.8)
            self._cursor = table.cellAt(row, 1).firstCursorPosition()
            self._write(check.value[self._language])
            if check.remedy:
                self._write("\n→ " + check.remedy[self._language], bold=True)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if report.log:
            self._write("\n" + translate.text("health.log.title"), bold=True)
            for entry in report.log[:entries]:
                self._write("\n" + entry[self._language], size=0.8)

    def _write(self, text: str, level: Level | None = None, *, size: float = 1, bold: bool = False) -> None:
        character_format = QTextCharFormat()
        character_format.setFontPointSize(self._points * size)
        character_format.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if level:
            character_format.setForeground(QColor(LEVEL_COLOURS[level]))
        self._cursor.insertText(text, character_format)
