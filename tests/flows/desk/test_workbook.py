"""Workbooks and calendars: made by the desk or dropped, and checked again as soon as they are saved."""

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.workbook.making.make_workbook import make_workbook
from kiosk.authoring.workbook.making.programme_rows import programme_rows
from kiosk.authoring.workbook.names import Names
from tests.flows.desk.author import copy_source, desk
from tests.screen_kit import wait_until
from tests.unit.desk.test_jobs import CALENDAR


def test_an_empty_workbook_is_made_and_opened(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.desk.source_page.makeTemplate(QUrl.fromLocalFile(str(tmp_path / "month")))
        wait_until(lambda: author.says("month.xlsx") and not author.desk.checker.is_running, author.texts)
        assert author.says("Something has to be mended first.")
        author.open_step("check")
        assert author.says("month.xlsx"), author.texts()


def test_a_workbook_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.desk.source_page.makeTemplate(QUrl.fromLocalFile(str(tmp_path / "gone/month.xlsx")))
        wait_until(lambda: author.says("is not there, so nothing was saved"), author.texts)


def test_a_saved_workbook_is_checked_again(checkout: Path, tmp_path: Path) -> None:
    """A workbook beside pack.toml takes settings, themes and places from there."""
    source = copy_source(checkout, tmp_path)
    names = Names("en", date.today())
    book, again = source / "month.xlsx", tmp_path / "again.xlsx"
    book.write_bytes(make_workbook(programme_rows(read_source_folder(source), names), "en"))
    shutil.copy(book, again)
    with desk(tmp_path / "library") as author:
        author.drop(book)
        author.wait_for_check()
        assert author.desk.checker.report["programme"]["events"] == 14, author.desk.checker.report
        before = author.desk.checker.state_number
        again.replace(book)
        wait_until(lambda: author.desk.checker.state_number > before, author.texts)
        author.wait_for_check()
        assert author.desk.checker.is_ready


def test_a_dropped_calendar_becomes_a_folder(tmp_path: Path) -> None:
    calendar = tmp_path / "library.ics"
    calendar.write_text(CALENDAR, "utf-8")
    with desk(tmp_path / "library-folder") as author:
        author.drop(calendar)
        author.wait_for("library.ics: events: 1, skipped: 0.")
        author.wait_for_check()
        assert author.desk.source_page.subject == "library"
        calendar.write_text("nothing", "utf-8")
        author.drop(calendar)
        author.wait_for("library.ics")
        wait_until(lambda: not author.desk.source_page.isChecking, author.texts)
        assert author.desk.source_page.refusal
