"""What the desk asks when a file leaves something open: answered, cancelled, answered wrongly, overtaken."""

from pathlib import Path

import pytest

from kiosk.authoring.source.folder import read_source_folder
from tests.flows.desk.author import Author, desk
from tests.screen_kit import wait_until
from tests.workbook_kit import write_sheets

CAMP = "title,day,start_hour,Saal-Nr.\nHow to leave,Freitag,20,7\nThe next day,Samstag,10,7\n"
ASKED = {"en": "Which date is “Freitag”?", "kk": "«Freitag» қай күн?", "ru": "Какое число значит «Freitag»?"}
NO_DATE = {"en": "is no date.", "kk": "күн емес.", "ru": "не дата."}


def write(folder: Path, text: str, name: str = "camp.csv") -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def times(folder: Path) -> list[str]:
    return sorted(str(one.data["when"]) for one in read_source_folder(folder).events.values())


def leave_room_out(author: Author) -> None:
    """Say that a column is not for visitors."""
    author.desk.source_page.questions.choose(0, 0)
    author.tap("answer")


def drop_and_leave_room_out(author: Author, file: Path) -> None:
    """Drop the camp's table; the first question is about the column of rooms, which is no use."""
    author.drop(file)
    author.wait_for("Saal-Nr.")
    leave_room_out(author)


def test_what_a_table_leaves_open_is_asked_and_remembered(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        file = write(tmp_path, CAMP)
        author.drop(file)
        author.wait_for("What stands under “Saal-Nr.”?")
        assert author.says("7")
        assert not author.desk.source_page.questions.canGoOn
        author.tap("more-0")
        author.tap("Place")
        author.tap("answer")
        author.wait_for(ASKED["en"])
        author.type_into("answer-0", "6.8.1999")
        author.tap("answer")
        author.wait_for("camp.csv: events: 2, skipped: 0.")
        author.wait_for_check()
        assert author.desk.source_page.subject == "camp"
        assert times(tmp_path / "camp") == ["1999-08-06T20:00", "1999-08-07T10:00"]
        mapping = (tmp_path / "camp/mapping.toml").read_text("utf-8")
        assert "Freitag = 1999-08-06" in mapping and 'location = "Saal-Nr."' in mapping
        write(tmp_path, CAMP + "Again,Sonntag,11,7\n")
        author.drop(file)
        author.wait_for("camp.csv: events: 3, skipped: 0. New: 1, changed: 0, as before: 2")
        assert not author.desk.source_page.questions.isOpen


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_a_wrong_answer_is_told_and_asked_again(language: str, tmp_path: Path) -> None:
    with desk(tmp_path / "library", language=language) as author:
        drop_and_leave_room_out(author, write(tmp_path, CAMP))
        author.wait_for(ASKED[language])
        author.type_into("answer-0", "soon")
        author.tap("answer")
        author.wait_for(NO_DATE[language])
        author.desk.source_page.questions.write(0, "5.8.1999")  # a Thursday
        author.tap("answer")
        author.wait_for("1999-08-05")
        assert not (tmp_path / "camp").exists()
        author.desk.source_page.questions.write(0, "6 August 1999")
        author.tap("answer")
        author.wait_for("camp.csv: ")
        assert len(times(tmp_path / "camp")) == 2


def test_a_question_that_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        drop_and_leave_room_out(author, write(tmp_path, CAMP))
        author.wait_for(ASKED["en"])
        author.tap("answer-nothing")
        assert author.says("Drop the programme here")
        assert not author.desk.source_page.questions.isOpen
        assert not (tmp_path / "camp").exists()


def test_a_file_that_changes_meanwhile_is_read_again(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        drop_and_leave_room_out(author, write(tmp_path, CAMP))
        author.wait_for(ASKED["en"])
        author.type_into("answer-0", "6.8.1999")
        write(tmp_path, CAMP.replace("Freitag", "Montag"))
        author.tap("answer")
        author.wait_for("“camp.csv” was changed meanwhile")
        leave_room_out(author)
        author.wait_for("Which date is “Montag”?")
        assert [row.answer for row in author.desk.source_page.questions.rows.rows] == [""]


def test_a_file_that_vanishes_meanwhile_is_told(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        file = write(tmp_path, CAMP)
        drop_and_leave_room_out(author, file)
        author.wait_for(ASKED["en"])
        file.unlink()
        author.desk.source_page.questions.write(0, "6.8.1999")
        author.tap("answer")
        author.wait_for("camp.csv")
        author.wait_for_check()
        assert author.desk.source_page.refusal
        assert not (tmp_path / "camp").exists()


def test_what_is_dropped_twice_is_asked_once(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        file = write(tmp_path, CAMP)
        author.drop(file)
        author.drop(file)
        author.wait_for("Saal-Nr.")
        author.wait_for_check()
        leave_room_out(author)
        author.wait_for(ASKED["en"])
        author.drop(file)
        author.wait_for("Saal-Nr.")
        author.wait_for_check()
        assert author.desk.source_page.questions.rows.rowCount() == 1


def test_topics_beyond_the_limit_become_one_theme(tmp_path: Path) -> None:
    rows = "".join(f"Talk {number},2026-12-{number % 31 + 1:02},Topic {number}\n" for number in range(70))
    with desk(tmp_path / "library") as author:
        file = write(tmp_path, f"title,date,topic\n{rows}")
        author.drop(file)
        author.wait_for("topics more than a pack has room for")
        author.tap("Put them together as “Programme”")
        author.tap("answer")
        author.wait_for("camp.csv: events: 70, skipped: 0.")
        author.wait_for_check()
        author.drop(file)
        author.wait_for("New: 0, changed: 0, as before: 70")


def test_a_table_without_known_columns_asks_for_title_and_time(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.drop(write(tmp_path, "7;2026\n8;2027\n", "numbers.csv"))
        author.wait_for("Which column")
        assert author.says("Which column has the titles of the events?")


def test_an_unknown_column_of_a_workbook_is_asked_about(tmp_path: Path) -> None:
    rows = [("Title (EN)", "Date", "Begins", "Kosten"), ("Chess", "3 April 2026", "18:00", "500 KZT")]
    settings = [("Title (EN)", "April"), ("Languages", "en")]
    book = write_sheets(tmp_path / "april.xlsx", {"Events": rows, "Settings": settings})
    with desk(tmp_path / "library") as author:
        author.drop(book)
        author.wait_for("What stands under “Kosten”?")
        author.wait_for_check()
        assert author.says("500 KZT")
        author.tap("answer-nothing")
        assert not author.desk.source_page.questions.isOpen
        write_sheets(book, {"Events": [*rows, ("Go", "4 April 2026", "", "")], "Settings": settings})
        wait_until(lambda: author.desk.source_page.questions.isOpen, author.texts)
        author.wait_for_check()
        author.tap("more-0")
        author.tap("Price")
        author.tap("answer")
        wait_until(lambda: not author.desk.source_page.questions.isOpen, author.texts)
        assert '[april.headers.Events]\nKosten = "price"' in (tmp_path / "mapping.toml").read_text("utf-8")
