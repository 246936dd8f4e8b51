"""The doctor's findings on one A4 page, to be printed or sent along."""

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
"""The sizes of the text to be tried until all is on the page."""
LOG_ENTRIES = (20, 10, 5)
"""How many entries of the log are tried at each size."""
PADDING = 0.4
"""Between the rows, by the size of the text."""
MARGIN = QMarginsF(18, 16, 18, 16)
"""Millimetres."""
LEVEL_COLOURS = {
    Level.BROKEN: "#b00020",
    Level.ATTENTION: "#9a5b00",
    Level.UNKNOWN: "#5c6470",
    Level.GOOD: "#1b6e3c",
}


def draw_health_sheet(findings: HealthReport, language: str, corner: str) -> bytes:
    """The page as a PDF; there must be an application object."""
    page = QBuffer()
    page.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(page)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGIN, QPageLayout.Unit.Millimeter)
    writer.setTitle(translator(language).text("health.sheet.title"))
    painter = QPainter(writer)
    _fit_to_page(findings, language, corner, writer).drawContents(painter)
    painter.end()
    return bytes(page.data().data())


def _fit_to_page(findings: HealthReport, language: str, corner: str, writer: QPdfWriter) -> QTextDocument:
    """The document in the largest text that leaves it on one page."""
    for points, entries in product(FONT_SIZES, LOG_ENTRIES):
        sheet = _Sheet(language, points, writer)
        sheet.fill(findings, corner, entries)
        if sheet.document.size().height() <= writer.height():
            break
    return sheet.document


class _Sheet:
    def __init__(self, language: str, points: int, writer: QPdfWriter) -> None:
        self._language = language
        self._points = points
        self.document = QTextDocument()
        self.document.documentLayout().setPaintDevice(writer)
        self.document.setDocumentMargin(0)
        font = QFont("Onest", points)
        # letters that change their shape beside others could not be searched for or copied from a PDF
        for feature in ("calt", "liga"):
            font.setFeature(QFont.Tag(feature), 0)
        self.document.setDefaultFont(font)
        self.document.setTextWidth(writer.width())
        self._cursor = QTextCursor(self.document)

    def fill(self, findings: HealthReport, corner: str, entries: int) -> None:
        """Write all checks and so many entries of the log."""
        translate = translator(self._language)
        self._write(translate.text("health.sheet.title"), size=1.8, bold=True)
        about = filter(None, (corner, format_time(findings.at, findings.zone)[self._language]))
        self._write("\n" + "\n".join(about) + "\n")
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(self._points * PADDING)
        percent = QTextLength.Type.PercentageLength
        form.setColumnWidthConstraints([QTextLength(percent, 30), QTextLength(percent, 70)])
        table = self._cursor.insertTable(len(findings.findings), 2, form)
        for row, check in enumerate(findings.findings):
            self._cursor = table.cellAt(row, 0).firstCursorPosition()
            self._write(f"{SIGNS[check.level]} {check.name[self._language]}", check.level, bold=True)
            self._write("\n" + check.level.word[self._language], check.level, size=0.8)
            self._cursor = table.cellAt(row, 1).firstCursorPosition()
            self._write(check.value[self._language])
            if check.remedy:
                self._write("\n→ " + check.remedy[self._language], bold=True)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if findings.log:
            self._write("\n" + translate.text("health.log.title"), bold=True)
            for entry in findings.log[:entries]:
                self._write("\n" + entry[self._language], size=0.8)

    def _write(self, text: str, level: Level | None = None, *, size: float = 1, bold: bool = False) -> None:
        form = QTextCharFormat()
        form.setFontPointSize(self._points * size)
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if level:
            form.setForeground(QColor(LEVEL_COLOURS[level]))
        self._cursor.insertText(text, form)
