"""Workbooks as people make them."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.loose.said import SaidTime
from kiosk.authoring.source.load_source import check_tables
from kiosk.authoring.source.problems import Place, Severity, SourceProblems
from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.workbook.reading.read_workbook import read_workbook
from kiosk.i18n.translator import translator
from tests.source_builder import write_source as build_source
from tests.workbook_kit import Rows, told, write_sheets

HEADERS = ("Title (EN)", "Date", "Begins", "Ends")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A source folder that has settings, a theme and places."""
    return build_source(tmp_path / "base")


def read(tmp_path: Path, rows: Rows, base: Path | None = None) -> RawSource:
    return read_workbook(write_sheets(tmp_path / "june.xlsx", {"Events": rows}), base)


def test_columns_may_stand_anywhere_and_be_called_in_many_ways(tmp_path: Path, base: Path) -> None:
    rows = [
        ["Программа на июнь 2026"],
        [],
        [
            "№",
            "Где",
            "Название (рус.)",
            "Атауы - қазақша",
            "Event name in English",
            "Когда",
            "Время",
            "Тематика",
        ],
        [1, "Уголок", "Клуб", "Клуб", "Club", date(2026, 6, 3), "18.00-19:30", "инновации"],
    ]
    source = read(tmp_path, rows, base)
    assert source.events["club"].data == {
        "title": {"en": "Club", "kk": "Клуб", "ru": "Клуб"},
        "when": "2026-06-03T18:00/2026-06-03T19:30",
        "places": ["corner-almaty"],
        "theme": "innovation",
        "icon": "rocket-launch",
    }
    assert told(source) == [("0", "", "ids_made")]


def test_what_was_uncertain_is_echoed_with_its_cell(tmp_path: Path) -> None:
    source = read(tmp_path, [HEADERS, ["Talk", "3/4/26", "18–19", ""]])
    assert source.events["talk"].data["when"] == "2026-04-03T18:00/2026-04-03T19:00"
    repaired = [problem for problem in source.problems if problem.code == "read_as"]
    assert [(one.place, one.typed, one.detail["read"]) for one in repaired] == [
        (Place("june.xlsx", 2, "Events", "B"), "3/4/26", SaidTime("2026-04-03")),
        (Place("june.xlsx", 2, "Events", "C"), "18–19", "18:00-19:00"),
    ]
    said = [translator(code).error(repaired[0].description) for code in ("en", "ru")]
    assert said[0] == "“3/4/26” was read as Friday, 3 April 2026."
    assert said[1] == "«3/4/26» прочитано как пятница, 3 апреля 2026 года."
    assert {one.severity for one in repaired} == {Severity.REPAIRED}


def test_rows_of_one_event_that_differ_are_an_error(tmp_path: Path) -> None:
    rows = [("Id", "Title (EN)", "Date", "Age"), ("a", "Film", "2026", "16+"), ("a", "Film", "2027", "12+")]
    source = read(tmp_path, rows)
    assert ("D3", "12+", "row_differs") in told(source, Severity.ERROR)


def test_places_are_found_by_a_part_of_their_name_and_online_is_none(tmp_path: Path, base: Path) -> None:
    rows = [
        ("Title (EN)", "Date", "Place"),
        ("A", "2026", "corner; Almaty"),
        ("B", "2026", "Онлайн"),
        ("C", "2026", "Hall"),
    ]
    venues = (
        (base / "venues.toml").read_text("utf-8").replace('en = "Corner"', 'en = "The Corner on the hill"')
    )
    (base / "venues.toml").write_text(
        venues.replace('kk = "Бұрыш", ru = "Уголок"', 'kk = "Ә", ru = "Я"'), "utf-8"
    )
    source = read(tmp_path, rows, base)
    found = [(entry.data.get("places"), entry.data.get("online")) for entry in source.events.values()]
    assert found == [(["corner-almaty", "almaty"], None), (None, True), (["Hall"], None)]
    assert ("C2", "corner; Almaty", "read_as") in told(source, Severity.REPAIRED)


def test_columns_and_sheets_that_are_not_known_are_told(tmp_path: Path) -> None:
    rows = [(*HEADERS, "Adress of the hall", "Budgte", "Statuss"), ("Talk", "2026", "", "", "x", "y", "z")]
    file = write_sheets(tmp_path / "june.xlsx", {"Events": rows, "Budget": [["Sum"], [1]], "Empty": []})
    source = read_workbook(file)
    assert told(source, Severity.WARNING) == [
        ("0", "", "sheet_unknown"),
        ("E1", "Adress of the hall", "column_unknown"),
        ("F1", "Budgte", "column_unknown"),
        ("G1", "Statuss", "column_like"),
    ]
    assert any("Status" in str(problem.detail.get("choices")) for problem in source.problems)


def test_a_price_is_free_paid_or_a_sum(tmp_path: Path) -> None:
    rows = [("Title (EN)", "Date", "Price"), *((f"Event {n}", "2026", price) for n, price in enumerate(
        ("бесплатно", "paid", "2 000 тг", "платно, 500 KZT", "ask")
    ))]  # fmt: skip
    found = [dict(entry.data) for entry in read(tmp_path, rows).events.values()]
    assert [(one.get("free"), one.get("price")) for one in found] == [
        (True, None),
        (False, None),
        (None, "2000 KZT"),
        (False, "500 KZT"),
        (None, "ask"),
    ]


def test_a_workbook_is_a_whole_programme(tmp_path: Path) -> None:
    file = write_sheets(
        tmp_path / "june.xlsx",
        {
            "Мероприятия": [
                ("Название", "Дата", "Тема", "Место", "Кратко", "Текст"),
                ("Клуб", date(2026, 6, 3), "Языки", "Уголок", "Коротко", "Длинно"),
            ],
            "Темы": [
                ("Название (RU)", "Подзаголовок (RU)", "Цвет", "Значок"),
                ("Языки", "Говорим", "#0A6C9B", "chats"),
            ],
            "Места": [
                ("Имя (RU)", "Вид", "Город"),
                ("Уголок", "Американский уголок", "Алматы"),
                ("Алматы", "город", ""),
            ],
            "Настройки": [
                ("Название (RU)", "Июнь"),
                ("Подзаголовок (RU)", "Клубы"),
                ("Номер пакета", 1),
                ("Последнее изменение", date(2026, 5, 30)),
                ("Языки текстов", "русский"),
                ("Часовой пояс", "Asia/Almaty"),
                ("Хештег", "#USKZ"),
                ("Сайты", "https://kz.usembassy.gov/"),
                ("Цель", "Отчёт"),
            ],
        },
    )
    source = read_workbook(file)
    assert told(source, Severity.WARNING) == [("A9", "Цель", "column_unknown")]
    loaded = check_tables(source)
    assert (loaded.pack.id, loaded.pack.hosts, loaded.pack.languages) == (
        "iyun",
        ["kz.usembassy.gov"],
        ["ru"],
    )
    (event,) = loaded.programme.events
    assert (event.id, event.theme, event.places[0].city) == ("klub", "yazyki", "almaty")


def test_without_settings_it_needs_a_folder(tmp_path: Path, base: Path) -> None:
    rows = [HEADERS, ["Talk", "2026", "", ""]]
    assert "settings_missing" in {problem.code for problem in read(tmp_path, rows).problems}
    inside = write_sheets(base / "june.xlsx", {"Events": rows})
    source = read_workbook(inside)
    assert source.pack and source.pack.data["id"] == "small" and list(source.events) == ["talk"]


def test_pictures_and_speakers_may_have_sheets_of_their_own(tmp_path: Path) -> None:
    file = write_sheets(
        tmp_path / "june.xlsx",
        {
            "Events": [
                ("Title (EN)", "Date", "Picture", "What the picture shows (EN)"),
                ("Talk", "2026", "a.jpg", "A hall"),
            ],
            "Pictures and video": [("Event", "File"), ("talk", "b.jpg"), ("lost", "c.jpg")],
            "Speakers": [("Event", "Name (EN)", "About the speaker (EN)"), ("Talk", "Aigul", "Writes")],
        },
    )
    source = read_workbook(file)
    event = source.events["talk"]
    assert event.data["media"] == [
        {"file": "media/a.jpg", "alt": {"en": "A hall"}, "kind": "picture"},
        {"file": "media/b.jpg", "kind": "picture"},
    ]
    assert event.data["speaker"] == [{"name": {"en": "Aigul"}, "about": {"en": "Writes"}}]
    assert event.document.place_of(("media", 1, "file")) == Place("june.xlsx", 2, "Pictures and video", "B")
    assert event.document.place_of(("speaker", 0, "name")).sheet == "Speakers"
    assert ("A3", "", "event_unknown") in told(source, Severity.ERROR)


def test_a_missing_value_is_told_with_the_cell_for_it(tmp_path: Path, base: Path) -> None:
    rows = [("Title (EN)", "Date", "Theme"), ("Talk", "2026", "")]
    with pytest.raises(SourceProblems) as caught:
        check_tables(read(tmp_path, rows, base))
    found = {problem.detail.get("name"): problem.place for problem in caught.value.problems}
    assert found["theme"] == Place("june.xlsx", 2, "Events", "C")
