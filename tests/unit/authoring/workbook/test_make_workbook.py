"""What a new workbook offers: headers, lists, colours, an example."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.workbook.programme_workbook import new_workbook
from kiosk.authoring.workbook.reading.make_id import make_id
from kiosk.authoring.workbook.reading.read_workbook import read_workbook
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.rules.value_rules import SLUG
from tests.workbook_kit import told

TODAY = date(2026, 11, 30)


def parts(file: Path) -> dict[str, str]:
    """The XML of a workbook by the names of its parts."""
    with zipfile.ZipFile(file) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}


@pytest.fixture(params=LANGUAGES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = tmp_path / "new.xlsx"
    made.write_bytes(new_workbook(TODAY, request.param))
    return made


def test_the_example_is_no_event_until_somebody_changes_it(file: Path) -> None:
    source = read_workbook(file)
    assert source.events == {} and list(source.themes) == ["english", "technology", "culture", "education"]
    assert source.pack and source.pack.data["updated"] == TODAY
    assert {code for _, _, code in told(source)} == set()


def test_cells_have_lists_and_colours_and_comments(file: Path) -> None:
    found = parts(file)
    events = found["xl/worksheets/sheet1.xml"]
    lists = re.findall(r'<dataValidation type="(\w+)"', events)
    assert lists.count("list") >= 10 and lists.count("time") == 2
    assert events.count("<cfRule") == 3 * 8  # each text in each language
    assert events.count("pane ") == 1
    comments = next(text for name, text in found.items() if name.startswith("xl/comments"))
    assert all(
        word in comments for word in ("At most 120 characters", "Ең көбі 120 таңба", "Не больше 120 знаков")
    )


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("English Club", "english-club"),
        ("Клуб «Ёлка» для всех", "klub-yolka-dlya-vsekh"),
        ("Қазақ тілі", "qazaq-tili"),
        ("Café: it's on!", "cafe-its-on"),
        ("🎬", "event"),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
    ],
)
def test_ids_are_made_of_titles(title: str, id: str) -> None:
    assert make_id(title) == id
    assert SLUG.accepts(id)
