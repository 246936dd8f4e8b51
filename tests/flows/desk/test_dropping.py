"""What may be dropped: pictures as files, with a workbook or alone, and what is no programme at all."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.workbook.making.make_workbook import make_workbook
from kiosk.authoring.workbook.making.programme_rows import programme_rows
from kiosk.authoring.workbook.names import Names
from tests.flows.desk.author import Author, copy_source, desk

REFUSED = {
    "en": ("No programme can be read from “", "neither a programme nor pictures", "lie in several folders"),
    "kk": ("ішінен бағдарлама оқылмайды", "бағдарлама да, сурет те жоқ", "бірнеше қалтада жатыр"),
    "ru": ("нельзя прочитать программу", "нет ни программы, ни изображений", "лежат в разных папках"),
}


def add_picture(checkout: Path, folder: Path, name: str = "film-night.jpg") -> Path:
    folder.mkdir(exist_ok=True)
    shutil.copy(checkout / "data/25-years-together/media/film-festival-hall.jpg", folder / name)
    return folder / name


def has_picture(author: Author) -> bool:
    """Whether the event has got the picture: the findings ask what it shows."""
    found = author.desk.checker.report["findings"]
    return any(group["code"] == "alt_missing" for group in found)


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_what_is_no_programme_leaves_the_open_one_open(language: str, checkout: Path, tmp_path: Path) -> None:
    unknown, empty, scattered = REFUSED[language]
    (tmp_path / "empty").mkdir()
    one, other = add_picture(checkout, tmp_path / "one"), add_picture(checkout, tmp_path / "other")
    with desk(tmp_path / "library", language=language) as author:
        author.drop(checkout / "data/corner-month")
        author.wait_for_check()
        for name in ("letter.docx", "month.pdf", "month-1.kpack"):
            (tmp_path / name).write_bytes(b"PK")
            author.drop(tmp_path / name)
            assert author.says(unknown) and author.says(name)
        author.drop(tmp_path / "empty")
        assert author.says(empty) and not author.says(unknown)
        author.drop(one, other)
        assert author.says(scattered)
        assert author.desk.checker.subject == str(checkout / "data/corner-month")
        assert author.desk.checker.is_ready
        assert author.desk.source_page.pictures == ""
        author.tap("go-on")
        assert author.desk.step == "stick"


def test_pictures_are_dropped_as_files(checkout: Path, tmp_path: Path) -> None:
    source, picture = copy_source(checkout, tmp_path), add_picture(checkout, tmp_path / "photos")
    with desk(tmp_path / "library") as author:
        author.drop(picture)
        assert author.says("No programme can be read from “film-night.jpg”.")
        assert not author.desk.checker.subject
        author.drop(source)
        author.wait_for_check()
        assert not author.says("No programme can be read") and not has_picture(author)
        author.drop(picture)
        author.wait_for_check()
        assert author.says(str(picture.parent))
        assert has_picture(author)


def test_a_workbook_and_its_pictures_are_dropped_together(checkout: Path, tmp_path: Path) -> None:
    source, picture = copy_source(checkout, tmp_path), add_picture(checkout, tmp_path / "photos")
    book = source / "month.xlsx"
    rows = programme_rows(read_source_folder(source), Names("en", date.today()))
    book.write_bytes(make_workbook(rows, "en"))
    with desk(tmp_path / "library") as author:
        author.drop(book, picture)
        author.wait_for_check()
        assert author.says("month.xlsx")
        assert has_picture(author), author.desk.checker.report["findings"]
        author.tap("forget-pictures")
        author.wait_for_check()
        assert author.desk.source_page.pictures == "" and not has_picture(author)
