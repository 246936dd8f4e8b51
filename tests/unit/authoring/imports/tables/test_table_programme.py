"""Tables of events, by the mapping that the first import writes."""

import io
import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kiosk.authoring.imports.tables.column_names import field_of
from kiosk.authoring.source.problems import SourceProblems
from kiosk.base.errors import KioskError
from tests.import_kit import Importer, codes

CSV = """Title,Date,Time,Room,Speakers,Description
Chess,01.04.2026,18:00-19:30,Hall,"Ann Lee, Bo",Play chess.
Go,2 апреля 2026,18.30,Hall,,Play go.
"""


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "source")


def times(importer: Importer) -> dict[str, str]:
    return {id: event["when"] for id, event in importer.events().items()}


def workbook(*rows: list[Any], name: str = "Plan", **others: list[list[Any]]) -> bytes:
    """A workbook with these rows, and with other worksheets by name."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    formats = {
        kind: book.add_format({"num_format": form}) for kind, form in ((date, "yyyy-mm-dd"), (time, "hh:mm"))
    }
    for title, table in {name: rows, **others}.items():
        sheet = book.add_worksheet(title)
        for line, row in enumerate(table):
            for column, value in enumerate(row):
                form = formats.get(date if isinstance(value, date) else type(value))
                sheet.write(line, column, value, form)
    book.close()
    return data.getvalue()


def problem(result_or_error: Any, code: str) -> Any:
    (found,) = (one for one in result_or_error.problems if one.code == code)
    return found


def test_a_csv_file(importer: Importer) -> None:
    result = importer.take("plan.csv", CSV)
    assert (result.events, result.skipped) == (2, 0)
    assert times(importer) == {"chess": "2026-04-01T18:00/2026-04-01T19:30", "go": "2026-04-02T18:30"}
    chess = importer.events()["chess"]
    assert [one["name"]["en"] for one in chess["speaker"]] == ["Ann Lee", "Bo"]
    assert (chess["places"], chess["summary"]) == (["hall"], {"en": "Play chess."})


def test_the_first_import_writes_its_guess(importer: Importer) -> None:
    importer.take("plan.csv", CSV)
    mapping = (importer.folder / "mapping.toml").read_text("utf-8")
    assert '[plan.columns]\ntitle = "Title"\n' in mapping and 'people = "Speakers"' in mapping


def test_a_folder_that_is_a_file_is_one_sentence(importer: Importer) -> None:
    importer.folder.write_text("no folder", "utf-8")
    with pytest.raises(KioskError) as caught:
        importer.take("plan.csv", CSV)
    assert caught.value.code.startswith("save.")


def test_a_corrected_mapping_counts(importer: Importer) -> None:
    importer.take("plan.csv", CSV)
    file = importer.folder / "mapping.toml"
    file.write_text(file.read_text("utf-8").replace('people = "Speakers"', 'organiser = "Speakers"'), "utf-8")
    result = importer.take("plan.csv", CSV)
    assert result.changed.keys() == {"chess"}
    assert importer.events()["chess"]["organiser"] == {"en": "Ann Lee, Bo"}


@pytest.mark.parametrize(
    ("line", "code"), [('title = "Name"', "import_column"), ('headline = "Title"', "import_field")]
)
def test_a_mapping_of_what_is_not_there_is_an_error(line: str, code: str, importer: Importer) -> None:
    importer.folder.mkdir()
    (importer.folder / "mapping.toml").write_text(f"[plan.columns]\n{line}\n", "utf-8")
    with pytest.raises(SourceProblems) as caught:
        importer.take("plan.csv", CSV)
    assert problem(caught.value, code).place == ("mapping.toml", 2, "", "")


def test_without_a_title_the_mapping_is_asked_for(importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("plan.csv", "1;2\n3;4\n")
    assert "import_columns" in codes(caught.value.problems)


def test_columns_of_other_languages(importer: Importer) -> None:
    text = "Атауы;Күні;Орны;Сипаттамасы\nШахмат;03.04.2026;Зал;Шахмат ойнаймыз, қызықты болады.\n"
    importer.take("plan.csv", text)
    assert importer.event()["title"] == {"kk": "Шахмат"}
    assert (importer.event()["when"], importer.event()["places"]) == ("2026-04-03", ["zal"])


def test_a_column_for_each_language(importer: Importer) -> None:
    text = "title_en,title_ru,date\nChess,Шахматы,2026-04-01\nGo,,2026-04-02\n"
    importer.take("plan.csv", text)
    assert importer.events()["chess"]["title"] == {"en": "Chess", "ru": "Шахматы"}
    assert importer.events()["go"]["languages"] == ["en"]


def test_a_code_page_of_windows(importer: Importer) -> None:
    importer.take("plan.csv", "Название;Дата\nШахматы;03.04.2026\n".encode("cp1251"))
    assert importer.event()["title"] == {"ru": "Шахматы"}


def test_a_workbook_whose_header_is_in_the_second_row(importer: Importer) -> None:
    rows = (
        ["<Name>", "", "", "", "Speakers", ""],
        ["Room", "Date", "Time", "Title", 1, 2],
        ["Hall", date(2026, 4, 1), time(9, 20), "Opening", "Ann Lee, the mayor", "Bo"],
        ["", "", "", "", "", ""],
    )
    result = importer.take("plan.xlsx", workbook(*rows))
    assert (result.events, result.skipped) == (1, 0)
    event = importer.event()
    assert event["when"] == "2026-04-01T09:20"
    assert event["speaker"] == [
        {"name": {"en": "Ann Lee"}, "about": {"en": "the mayor"}},
        {"name": {"en": "Bo"}},
    ]


def test_a_cell_has_its_place(importer: Importer) -> None:
    rows = (["Title", "Begin"], ["Good", "2026-04-01"], ["Bad", "whenever"])
    result = importer.take("plan.xlsx", workbook(*rows))
    skipped = problem(result, "import_time")
    assert (skipped.place, skipped.typed) == (("plan.xlsx", 3, "Plan", "B"), "whenever")


def test_worksheets_with_the_same_columns_are_one_table(importer: Importer) -> None:
    head = ["Title", "Date"]
    may = [["", ""], ["Date", "Title"], [date(2026, 5, 1), "May"]]
    result = importer.take(
        "plan.xlsx", workbook(head, ["April", date(2026, 4, 1)], May=may, Notes=[["Word"], ["Hall keys"]])
    )
    assert times(importer) == {"april": "2026-04-01", "may": "2026-05-01"}
    assert problem(result, "import_sheets").detail == {"names": "Notes"}


def test_a_date_of_another_weekday_is_an_error(importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("plan.csv", "title,day\nOne,Friday\n", days={"Friday": date(2026, 4, 1)})
    assert problem(caught.value, "import_date").detail == {"value": "Friday", "date": "2026-04-01"}


def test_begin_and_end_as_hours_beside_a_date(importer: Importer) -> None:
    rows = (["Title", "Date", "Begin", "End"], ["Chess", date(2026, 4, 1), time(18, 0), time(19, 30)])
    importer.take("plan.xlsx", workbook(*rows))
    assert importer.event()["when"] == "2026-04-01T18:00/2026-04-01T19:30"


def test_dates_with_hours_in_one_cell(importer: Importer) -> None:
    begin = datetime(2026, 4, 1, 18, 0)
    importer.take("plan.xlsx", workbook(["Title", "Begin", "Duration"], ["Chess", begin, 90]))
    assert importer.event()["when"] in ("2026-04-01T18:00/2026-04-01T19:30", "2026-04-01")


def test_a_weekday_is_asked_about_and_remembered(importer: Importer) -> None:
    text = "title,day,start_hour\nOne,Friday,20\nTwo,Friday,24\nThree,Sunday,10\n"
    with pytest.raises(SourceProblems) as caught:
        importer.take("plan.csv", text)
    asked = problem(caught.value, "import_weekday")
    assert (asked.detail["value"], asked.detail["count"]) == ("Friday", 3)
    assert importer.files().keys() == {"mapping.toml"}
    result = importer.take("plan.csv", text, days={"Friday": date(2026, 4, 3)})
    assert times(importer) == {
        "one": "2026-04-03T20:00",
        "two": "2026-04-04T00:00",
        "three": "2026-04-05T10:00",
    }
    assert problem(result, "import_read").detail == {"value": "24", "read": "2026-04-04T00:00"}
    assert importer.take("plan.csv", text).unchanged == ("one", "two", "three")


def test_words_for_days(importer: Importer) -> None:
    text = "title,day\nOne,Day 1\nTwo,Day 2\n"
    result = importer.take("plan.csv", text, days={"day 1": date(2026, 4, 3)})
    assert times(importer) == {"one": "2026-04-03"}
    assert "Day 2" in str(problem(result, "import_time").detail["value"])


def test_json_of_any_shape(importer: Importer) -> None:
    events = [
        {
            "id": 7,
            "title": {"rendered": "Open <b>lab</b>"},
            "start": "2026-4-1T10:00:00",
            "end": "2026-04-01T12:00:00",
            "venue": {"name": "Hall", "city": "Almaty"},
            "categories": [{"name": "Science"}],
        },
        {"id": 8, "title": {"rendered": "Backwards"}, "start": "2026-04-02", "end": "2026-04-01"},
    ]
    result = importer.take("feed.json", json.dumps({"data": {"events": events}}, indent=1))
    assert (result.events, result.skipped) == (1, 1)
    event = importer.event()
    assert (event["title"], event["when"]) == ({"en": "Open lab"}, "2026-04-01T10:00/2026-04-01T12:00")
    assert (event["places"], event["theme"]) == (["hall"], "science")
    assert problem(result, "import_read").detail["value"] == "2026-4-1T10:00:00"
    text = (importer.folder.parent / "feed.json").read_text("utf-8")
    assert problem(result, "import_order").place.line == text[: text.index('"id": 8')].count("\n")


def test_json_of_calendar_services(importer: Importer) -> None:
    day = {"name": {"text": "Day"}, "start": {"date": "2026-04-02"}, "end": {"date": "2026-04-02"}}
    hours = {
        "name": {"text": "Talk"},
        "start": {"dateTime": "2026-04-01T10:00:00+02:00", "timeZone": "Europe/Berlin"},
        "end": {"dateTime": "2026-04-01T12:00:00+02:00"},
        "venue": {"venue": "Hall", "address": "5 Street"},
    }
    importer.take("feed.json", json.dumps({"items": [hours, day]}))
    assert times(importer) == {"talk": "2026-04-01T10:00/2026-04-01T12:00", "day": "2026-04-02"}
    assert importer.pack()["zone"] == "Europe/Berlin"
    assert 'address.en = "5 Street"' in (importer.folder / "venues.toml").read_text("utf-8")


def test_a_single_object_is_an_event(importer: Importer) -> None:
    importer.take("one.json", json.dumps({"title": "Talk", "date": "2026-04-01"}))
    assert times(importer) == {"talk": "2026-04-01"}


@pytest.mark.parametrize("text", ["[]", "title,date\n"])
def test_an_empty_table_is_an_error(text: str, importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("a", text)
    assert codes(caught.value.problems) == ["import_nothing"]


@pytest.mark.parametrize(
    ("word", "status"),
    [("Cancelled!", "cancelled"), ("отменено", "cancelled"), ("sold out", "full"), ("ok", None)],
)
def test_the_status_of_a_row(word: str, status: str | None, importer: Importer) -> None:
    importer.take("plan.csv", f"title,date,status\nOne,2026-04-01,{word}\nTwo,2026-04-02,\n")
    assert importer.events()["one"].get("status") == status


def test_times_as_precise_as_they_are_known(importer: Importer) -> None:
    importer.take("plan.csv", "title,date\nOne,April 2026\nTwo,3-5 апреля 2026\n")
    assert times(importer) == {"one": "2026-04", "two": "2026-04-03/2026-04-05"}


def test_columns_of_several_languages_are_known_by_their_names(importer: Importer) -> None:
    """As people write them, and as the workbook of this program has them."""
    table = (
        "Date,Summary (EN),Title (KK),Атауы орысша,English\n"
        "2027-05-05,Talk and tea,Ағылшын клубы,Английский клуб,English Club\n"
        "12 May,,Шахмат клубы,Шахматный клуб,\n"
    )
    importer.take("may.csv", table)
    club, chess = sorted(importer.events().values(), key=lambda event: str(event["when"]))
    assert club["title"] == {"kk": "Ағылшын клубы", "ru": "Английский клуб", "en": "English Club"}
    assert club["summary"] == {"en": "Talk and tea"}
    assert chess["title"] == {"kk": "Шахмат клубы", "ru": "Шахматный клуб"}
    assert chess["when"] == "2027-05-12"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Title (KK)", "title.kk"), ("title_ru", "title.ru"), ("Title in English", "title.en"),
        ("Название (каз.)", "title.kk"), ("Атауы қазақша", "title.kk"), ("Описание рус", "body.ru"),
        ("Русский", "title.ru"), ("Title", "title"), ("Language", "language"), ("Room en", ""),
        ("English teacher", ""), ("(", ""), ("", ""), ("End date (EN)", "end"),
    ],
)  # fmt: skip
def test_the_name_of_a_column_may_name_a_language(name: str, field: str) -> None:
    assert field_of(name) == field
