"""The mapping file keeps what stands in it."""

from pathlib import Path

import pytest

from kiosk.authoring.mapping_file import read_mapping_file, said_of, write_said
from kiosk.authoring.source.problems import SourceProblems
from kiosk.authoring.workbook.reading.read_workbook import read_workbook
from kiosk.authoring.workbook.reading.said_headers import say_headers
from tests.workbook_kit import told, write_sheets

ROWS = [("Title (EN)", "Date", "Kosten", "Saal"), ("Chess", "3 April 2026", "500 KZT", "7")]


def test_comments_and_other_values_stay(tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text("# mine\n[b]\nfold_themes = true\n", "utf-8")
    write_said(tmp_path, "a", {"fold_themes": True})
    write_said(tmp_path, "b", {"left_out": ["x"]})
    text = (tmp_path / "mapping.toml").read_text("utf-8")
    assert text.startswith("# mine\n")
    document = read_mapping_file(tmp_path)
    assert said_of(document, "a") == {"fold_themes": True}
    assert said_of(document, "b") == {"fold_themes": True, "left_out": ["x"]}
    assert said_of(document, "c") == {}


def test_a_mapping_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text("[", "utf-8")
    with pytest.raises(SourceProblems):
        read_mapping_file(tmp_path)
    file = write_sheets(tmp_path / "a.xlsx", {"Events": ROWS})
    assert ("1", "", "toml") in told(read_workbook(file))


def test_said_headers_are_read_and_left_out_ones_are_not_told(tmp_path: Path) -> None:
    file = write_sheets(tmp_path / "a.xlsx", {"Events": ROWS})
    say_headers(file, {("Events", "Kosten"): "price"})
    say_headers(file, {("Events", "Saal"): ""})
    source = read_workbook(file)
    assert next(iter(source.events.values())).data["price"] == "500 KZT"
    assert "column_unknown" not in [code for *_, code in told(source)]
