"""`kiosk pack template` and `kiosk pack convert`, and workbooks in `check` and `build`, as they are typed."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.authoring.source.folder import read_source_folder
from tests.source_builder import talk_with_picture, write_source
from tests.workbook_kit import write_sheets

SIGNED = ("--signed-at", "2016-04-01T08:40:00Z")


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    output = capsys.readouterr()
    return code, output.out, output.err


def answer(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    found = json.loads(run(capsys, *words, "--json")[1])
    assert isinstance(found, dict)
    return found


def test_a_folder_becomes_a_workbook_and_the_same_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_source(tmp_path / "source", talk_with_picture())
    run(capsys, "keys", "new", tmp_path / "keys", "--host", "kz.usembassy.gov", "--name", "The Mission")
    book = tmp_path / "book" / "april.xlsx"
    book.parent.mkdir()
    made = answer(capsys, "pack", "convert", source, book)
    assert made == {"file": str(book), "events": 2}
    assert (book.parent / "media/hall.png").exists()
    checked = answer(capsys, "pack", "check", book, "--at", "2016-04-01T09:00Z", "--keys", tmp_path / "keys")
    assert checked["events"] == 2 and checked["problems"] == []
    packs = [tmp_path / "a.kpack", tmp_path / "b.kpack"]
    for subject, pack in zip((source, book), packs, strict=True):
        assert run(capsys, "pack", "build", subject, "-o", pack, "--keys", tmp_path / "keys", *SIGNED)[0] == 0
    assert packs[0].read_bytes() == packs[1].read_bytes()


def test_a_workbook_becomes_a_folder_and_changes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_source(tmp_path / "source")
    book = write_sheets(
        tmp_path / "new.xlsx",
        {
            "Events": [
                ("Id", "Title (EN)", "Date", "Theme"),
                ("walk", "A walk", date(2016, 4, 12), "Innovation"),
            ]
        },
    )
    counts = {"folder": str(source), "added": 1, "changed": 0, "unchanged": 0, "gone": 2}
    found = answer(capsys, "pack", "convert", book, source)
    assert {name: found[name] for name in counts} == counts
    assert read_source_folder(source).events["walk"].data["when"] == "2016-04-12"
    code, out, err = run(capsys, "pack", "convert", book, source)
    assert code == 0 and "as before: 1" in out
    assert "events/talk.toml" in err


def test_a_new_workbook_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "pack", "template", tmp_path / "new.xlsx")[0] == 0
    before = (tmp_path / "new.xlsx").read_bytes()
    code, _, err = run(capsys, "pack", "template", tmp_path / "new.xlsx")
    assert code == 1 and "is there already" in err
    assert (tmp_path / "new.xlsx").read_bytes() == before


def test_a_template_may_have_the_events_of_a_programme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_source(tmp_path / "source")
    assert answer(capsys, "pack", "template", tmp_path / "may.xlsx", "--programme", source)["events"] == 2


def test_only_xlsx_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_source(tmp_path / "source")
    code, _, err = run(capsys, "pack", "convert", source, tmp_path / "april.ods")
    assert code == 1 and "april.ods" in err and list(tmp_path.glob("*.ods")) == []


def test_with_an_error_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_source(tmp_path / "source")
    book = write_sheets(
        tmp_path / "new.xlsx", {"Events": [("Title (EN)", "Date", "Begins"), ("Walk", "2016-04-12", "late")]}
    )
    code, out, err = run(capsys, "pack", "convert", book, source)
    assert (code, out) == (1, "") and "C2" in err
    assert not (source / "events/walk.toml").exists()
    error = answer(capsys, "pack", "convert", book, source)
    assert [found["code"] for found in error["problems"] if found["severity"] == "error"] == ["hours_form"]


def test_a_workbook_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "pack", "check", tmp_path / "june.xlsx")
    assert code == 1 and "june.xlsx" in err
