"""The figures of a month, and the file that is sent."""

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.base.errors import KioskError
from kiosk.store.flyer_log import PRINTED, FlyerLog, JobRow
from kiosk.store.programme_record import ProgrammeKey
from kiosk.store.visit_counts import CountKey, add_counts
from kiosk.visits.month.report import MonthReport, Total, report_month
from kiosk.visits.month.sheet import export_month
from tests.month_kit import CornerLibrary, event, meeting
from tests.unit.store.sample import at, text

NOW = "2016-04-03T14:20"
NAME = "American Corner Almaty"


@pytest.fixture
def corner(tmp_path: Path) -> CornerLibrary:
    """In March a club of three dates and a film; a number each, one 0, one called off, one missing."""
    corner = CornerLibrary(tmp_path)
    club = event("club", [meeting(f"2016-03-{day}T15:00") for day in ("16", "23", "30")])
    film = replace(event("film", [meeting("2016-03-31")], theme="innovation"), title=text("=film"))
    april = event("talk", [meeting("2016-04-01"), meeting("2016-05-01")])
    corner.install_events([club, film, april])
    look = corner.look(NOW)
    look.type_outcome(ProgrammeKey("club", "2016-03-16T15:00"), 12)
    look.type_outcome(ProgrammeKey("club", "2016-03-23T15:00"), 0)
    look.type_outcome(ProgrammeKey("club", "2016-03-30T15:00"), None, called_off=True)
    add_counts(
        corner.folder / "visits.db",
        {
            CountKey("2016-03-31", "session", ""): 40,
            CountKey("2016-04-01", "session", ""): 7,
            CountKey("2016-03-01", "event", "club"): 30,
        },
    )
    print_pages(corner, "2016-03-31T23:59", 5)
    print_pages(corner, "2016-04-01T00:00", 3)
    return corner


def print_pages(corner: CornerLibrary, local: str, pages: int) -> None:
    with FlyerLog(corner.folder / "flyers") as log:
        log.add_job(JobRow(local, at(local), pages, "event", ("en",), "A4", "colour"), [])
        with log.record_print(local, PRINTED, at(local), pages):
            pass


def march(corner: CornerLibrary) -> MonthReport:
    return report_month(corner.look(NOW), "2016-03")


def test_a_number_that_is_missing_is_not_0_and_what_was_called_off_is_not_counted(
    corner: CornerLibrary,
) -> None:
    report = march(corner)
    assert Total.of(report.programmes) == (3, 12, 1)
    assert [(one.theme, one.total) for one in report.themes()] == [
        ("friendship", (2, 12, 0)),
        ("innovation", (1, None, 1)),
    ]
    assert len(report.programmes) == 4


def test_a_month_begins_at_midnight_in_the_zone_of_the_corner(corner: CornerLibrary) -> None:
    report = march(corner)
    assert (report.use["session"], report.use["event"], report.use["code"]) == (40, 30, 0)
    assert report.flyer_pages == 5
    april = report_month(corner.look(NOW))
    assert (april.month, april.use["session"], april.flyer_pages) == ("2016-04", 7, 3)
    assert [one.event for one in april.programmes] == ["talk"]
    assert (april.first, april.last, april.notes) == ("2014-04", "2016-04", ())


def test_pages_that_are_no_longer_in_the_log_are_not_0(corner: CornerLibrary) -> None:
    assert report_month(corner.look("2018-06-01T10:00"), "2016-03").flyer_pages is None
    assert report_month(corner.look("2018-05-01T10:00"), "2016-03").flyer_pages == 5


def test_old_months_can_be_looked_at_for_good(corner: CornerLibrary) -> None:
    report = report_month(corner.look("2029-04-03T14:20"), "2016-03")
    assert (report.first, len(report.programmes)) == ("2016-03", 4)


@pytest.mark.parametrize("month", ["2016-13", "march", "2016-3", "1999-12", "2100-01", "2016-03-01"])
def test_what_is_no_month_is_an_error(corner: CornerLibrary, month: str) -> None:
    with pytest.raises(KioskError) as caught:
        report_month(corner.look(NOW), month)
    assert caught.value.code == "month.form"


def test_a_month_that_has_not_begun_is_an_error(corner: CornerLibrary) -> None:
    with pytest.raises(KioskError) as caught:
        report_month(corner.look(NOW), "2016-05")
    assert caught.value.code == "month.later"


def test_what_cannot_be_told_is_a_note(corner: CornerLibrary) -> None:
    (corner.folder / "visits.db").write_bytes(b"rubbish")
    (corner.folder / "damaged-programmes.db").touch()
    report = report_month(corner.look(NOW, trusted=False, corner=""))
    assert [note.code for note in report.notes] == [
        "month.clock", "month.no_corner", "visits.damaged", "month.damaged",
    ]  # fmt: skip
    assert (report.use, report.flyer_pages) == ({}, 3)


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("kk", ";"), ("ru", ";")])
def test_csv_has_a_line_for_each_number(
    corner: CornerLibrary, tmp_path: Path, language: str, separator: str
) -> None:
    file = export_month(tmp_path, "csv", march(corner), NAME, language)
    assert file.name == "month 2016-03 corner-almaty.csv"
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert {row[0] for row in rows[1:]} == {"2016-03"} and {row[1] for row in rows[1:]} == {NAME}
    assert [(row[3], row[6]) for row in rows[1:5]] == [
        ("2016-03-16", "12"), ("2016-03-23", "0"), ("2016-03-30", ""), ("2016-03-31", ""),
    ]  # fmt: skip
    assert rows[4][5].startswith("'=film")
    assert [row[6] for row in rows[5:]] == ["40", "30", "0", "5"]
    if language == "en":
        assert [row[2] for row in rows[1:5]] == [
            "Persons who attended", "Persons who attended", "Did not take place", "Persons who attended",
        ]  # fmt: skip
        assert "visit" not in data.decode().lower()


def test_the_workbook_has_all_figures_two_charts_and_no_formula(
    corner: CornerLibrary, tmp_path: Path
) -> None:
    file = export_month(tmp_path, "xlsx", march(corner), NAME, "en")
    book = CalamineWorkbook.from_path(file)
    assert book.sheet_names == ["Month", "Events of the month"]
    cells = [row for row in book.get_sheet_by_name("Month").to_python() if row[0]]
    assert cells[0][0] == "Monthly report: March 2016 · American Corner Almaty · As of 3 April 2016"
    figures = {row[0]: row[1] for row in cells}
    assert (figures["Events held"], figures["Persons who attended"]) == (3, 12)
    assert (figures["Without a number yet"], figures["Times the screen was used"]) == (1, 40)
    assert figures["Flyer pages printed"] == 5
    assert [row[1:4] for row in cells if row[0] in ("Friendship e", "Innovation e")] == [
        [2, 12, 0],
        [1, "", 1],
    ]
    programmes = book.get_sheet_by_name("Events of the month").to_python()
    assert [row[3] for row in programmes[1:]] == [12, 0, "Did not take place", "no number yet"]
    assert programmes[1][0] == "16 March 2016, 15:00"
    with zipfile.ZipFile(file) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 2
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name)


def test_a_month_without_anything_is_a_file_too(corner: CornerLibrary, tmp_path: Path) -> None:
    report = report_month(corner.look(NOW), "2015-01")
    for format in ("csv", "xlsx"):
        assert export_month(tmp_path, format, report, NAME, "kk").stat().st_size > 100
