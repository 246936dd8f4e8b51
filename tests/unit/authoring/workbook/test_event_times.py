"""Times of events in workbooks as people make them."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from kiosk.authoring.source.load_source import check_tables
from kiosk.authoring.source.problems import Severity, SourceProblems
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


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        ((date(2026, 4, 3), "", ""), "2026-04-03"),
        ((date(2026, 4, 3), time(18), time(19, 30)), "2026-04-03T18:00/2026-04-03T19:30"),
        ((date(2026, 4, 3), "2:00 p.m.", ""), "2026-04-03T14:00"),
        ((date(2026, 4, 3), "18:00", "24:00"), "2026-04-03T18:00/2026-04-03T24:00"),
        ((date(2026, 4, 3), "22:00", "02:00"), "2026-04-03T22:00/2026-04-04T02:00"),
        ((date(2026, 4, 3), 24, ""), "2026-04-04T00:00"),
        ((datetime(2026, 4, 3, 18, 30), "", ""), "2026-04-03T18:30"),
        ((46115, 0.75, ""), "2026-04-03T18:00"),
        (("April 2026", "", ""), "2026-04"),
        ((2026, "", ""), "2026"),
        (("3-5 апреля 2026", "", ""), "2026-04-03/2026-04-05"),
        (("2022-02-1", "", ""), "2022-02-01"),
        (("с 1 по 30 июня 2026", "", ""), "2026-06-01/2026-06-30"),
    ],
)
def test_times_are_read(tmp_path: Path, cells: tuple[object, ...], when: str) -> None:
    source = read(tmp_path, [HEADERS, ["Talk", *cells]])
    assert source.events["talk"].data["when"] == when


@pytest.mark.parametrize(
    ("cells", "code", "cell"),
    [
        (("Wednesday", "", ""), "when_form", "B2"),
        ((date(2026, 4, 3), "evening", ""), "hours_form", "C2"),
        ((date(2026, 4, 3), "19:30", "18:00"), "hours_form", "D2"),
        ((date(2026, 4, 3), "", "18:00"), "hours_form", "D2"),
        (("April 2026", "18:00", ""), "hours_without_day", "C2"),
        (("", "18:00", ""), "when_missing", "B2"),
        (("Wed, 3 April 2026", "", ""), "weekday_wrong", "B2"),
    ],
)
def test_times_that_say_nothing_certain_are_asked_about(
    tmp_path: Path, base: Path, cells: tuple[object, ...], code: str, cell: str
) -> None:
    with pytest.raises(SourceProblems) as caught:
        check_tables(read(tmp_path, [HEADERS, ["Talk", *cells]], base))
    found = {problem.code: f"{problem.place.column}{problem.place.line}" for problem in caught.value.problems}
    assert found[code] == cell


def test_rows_of_one_title_are_one_event_at_several_times(tmp_path: Path, base: Path) -> None:
    rows = [
        ("Title (EN)", "Date", "Place", "Status"),
        ("Film", date(2026, 4, 3), "Corner", ""),
        ("", date(2026, 4, 4), "Almaty", ""),
        ("Film", date(2026, 4, 5), "", "Cancelled"),
    ]
    event = read(tmp_path, rows, base).events["film"].data
    assert event["places"] == ["corner-almaty", "almaty"]
    assert event["occurrence"] == [
        {"when": "2026-04-03", "venue": "corner-almaty"},
        {"when": "2026-04-04", "venue": "almaty"},
        {"when": "2026-04-05", "status": "cancelled"},
    ]


def test_what_is_repeated_has_its_changes_below_it(tmp_path: Path) -> None:
    rows = [
        ("Id", "Title (EN)", "Date", "Begins", "Ends", "Repeats", "Until", "Except", "Status", "Moved from"),
        (
            "club",
            "Club",
            date(2026, 4, 1),
            time(18),
            "19.30",
            "по средам",
            "27.05.2026",
            "13.05.2026",
            "",
            "",
        ),
        ("club", "", date(2026, 4, 8), "", "", "", "", "", "отменено", ""),
        ("club", "", date(2026, 4, 16), time(18), "", "", "", "", "", date(2026, 4, 15)),
        ("club", "", date(2026, 4, 22), time(19), "", "", "", "", "", ""),
    ]
    event = dict(read(tmp_path, rows).events["club"].data)
    assert event.pop("title") == {"en": "Club"}
    assert event == {
        "every": "Wednesday 18:00-19:30",
        "first": date(2026, 4, 1),
        "until": date(2026, 5, 27),
        "except": [date(2026, 5, 13)],
        "change": [
            {"date": date(2026, 4, 8), "status": "cancelled"},
            {"date": date(2026, 4, 15), "when": "2026-04-16T18:00"},
            {"date": date(2026, 4, 22), "when": "2026-04-22T19:00"},
        ],
    }


@pytest.mark.parametrize(
    ("cells", "every"),
    [
        (("6-7 июня 2026", "10:00-16:00", ""), "day 10:00-16:00"),
        (("6-7 June 2026", time(10), time(16)), "day 10:00-16:00"),
        (("по субботам с 6 по 7 июня 2026", "10:00", ""), "Saturday 10:00"),
    ],
)
def test_several_days_with_hours_are_repeated(tmp_path: Path, cells: tuple[object, ...], every: str) -> None:
    source = read(tmp_path, [HEADERS, ["Fair", *cells]])
    event = source.events["fair"].data
    assert event["every"] == every
    assert (event["first"], event["until"]) == (date(2026, 6, 6), date(2026, 6, 7))
    assert ("B2", str(cells[0]), "read_as") in told(source, Severity.REPAIRED) or every.startswith("Saturday")


def test_the_last_day_of_a_series_may_stand_under_last_day(tmp_path: Path) -> None:
    headers = ("Title (EN)", "Date", "Last day", "Repeats")
    rows = [headers, ("Club", date(2026, 6, 3), date(2026, 6, 24), "every Wednesday")]
    assert read(tmp_path, rows).events["club"].data["until"] == date(2026, 6, 24)


def test_what_says_something_of_a_series_only_is_asked_about(tmp_path: Path, base: Path) -> None:
    headers = ("Title (EN)", "Date", "Until", "Theme")
    rows = [headers, ("Club", date(2026, 6, 3), date(2026, 6, 24), "Innovation")]
    with pytest.raises(SourceProblems) as caught:
        check_tables(read(tmp_path, rows, base))
    assert ("every_only", "C") in [(problem.code, problem.place.column) for problem in caught.value.problems]


def test_one_of_several_times_is_one_day(tmp_path: Path) -> None:
    rows = [HEADERS, ["Fair", "6-7 June 2026", time(10), time(16)], ["Fair", date(2026, 6, 9), time(10), ""]]
    assert ("C2", "10:00", "hours_without_day") in told(read(tmp_path, rows), Severity.ERROR)


def test_days_that_are_listed_are_several_times(tmp_path: Path) -> None:
    source = read(tmp_path, [HEADERS, ["Club", "5, 12 и 19 июня 2026", time(18), ""]])
    times = source.events["club"].data["occurrence"]
    assert times == [{"when": f"2026-06-{day}T18:00"} for day in ("05", "12", "19")]
    (told_days,) = [problem for problem in source.problems if problem.code == "read_as"]
    said = (
        "“5, 12 и 19 июня 2026” was read as Friday, 5 June 2026; Friday, 12 June 2026; Friday, 19 June 2026."
    )
    assert translator("en").error(told_days.description) == said


def test_merged_cells_stand_in_each_of_their_rows(tmp_path: Path) -> None:
    rows = [HEADERS, ["Film", "3.04.2026", "18:00", ""], ["", "4.04.2026", "", ""], ["", "5.04.2026", "", ""]]
    file = write_sheets(tmp_path / "june.xlsx", {"Events": rows}, [("Events", "C2:C4")])
    times = read_workbook(file).events["film"].data["occurrence"]
    assert [one["when"] for one in times] == ["2026-04-03T18:00", "2026-04-04T18:00", "2026-04-05T18:00"]
