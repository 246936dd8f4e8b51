"""Files of every form that is read."""

import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from kiosk.authoring.source.problems import Place
from kiosk.authoring.workbook.reading.read_workbook import read_workbook
from tests.workbook_kit import write_csv

HEADERS = ("Title (EN)", "Date", "Begins", "Ends")


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    file = tmp_path / "june.xlsx"
    with Workbook(str(file)) as book:
        for name, hidden in (("First", 9), ("Events", 2)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate([HEADERS, ["Talk", "2026", "", ""], ["Film", "2026", "", ""]]):
                sheet.write_row(number, 0, row)
            sheet.set_row(hidden, None, None, {"hidden": True})
    source = read_workbook(file)
    assert sorted(source.events) == ["film", "talk"]
    hidden_places = [problem.place for problem in source.problems if problem.code == "row_hidden"]
    assert hidden_places == [Place("june.xlsx", 3, "Events")]


def test_an_open_document_is_read(tmp_path: Path) -> None:
    """As LibreOffice writes it: a row that stands for several, a date, a time."""
    cells = (
        '<table:table-cell office:value-type="string"><text:p>Talk</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2026-04-03"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT18H00M00S"/>'
    )
    head = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
        for name in ("Title (EN)", "Date", "Begins")
    )
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    rows = (
        f'<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row>{head}</table:table-row><table:table-row>{cells}</table:table-row>"
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Events">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    with zipfile.ZipFile(tmp_path / "june.ods", "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", f"<manifest:manifest {manifest}/>")
        book.writestr("content.xml", content)
    event = read_workbook(tmp_path / "june.ods").events["talk"]
    assert event.data == {"title": {"en": "Talk"}, "when": "2026-04-03T18:00"}
    assert event.document.place_of(("when",)) == Place("june.ods", 4, "Events", "B")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "kz1048"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_read_in_its_code_page(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [("Атауы", "Күні"), ("Қазақ тілі клубы", "3 сәуір 2026"), ("Әңгіме", "2026")]
    source = read_workbook(write_csv(tmp_path / "june.csv", rows, encoding, delimiter))
    titles = [entry.data["title"] for entry in source.events.values()]
    assert titles == [{"kk": "Қазақ тілі клубы"}, {"kk": "Әңгіме"}]
    assert source.events["angime"].document.place_of(("when",)) == Place("june.csv", 3, "", "B")


def test_the_first_line_of_a_csv_file_may_name_its_delimiter(tmp_path: Path) -> None:
    (tmp_path / "june.csv").write_text("sep=,\nTitle;x,Date,Age\nTalk,2026,16+\n", "utf-8")
    (event,) = read_workbook(tmp_path / "june.csv").events.values()
    assert event.data == {"when": "2026", "age": "16+"}


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "june.xlsx").write_bytes(b"PK no workbook")
    (tmp_path / "empty.csv").touch()
    codes = [
        [problem.code for problem in read_workbook(tmp_path / name).problems]
        for name in ("june.xlsx", "missing.ods", "empty.csv")
    ]
    assert codes == [["workbook_damaged"], ["file_unreadable"], ["rows_missing", "settings_missing"]]
