"""Opening files of others: what is asked, what answers do, and what is written."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.authoring.source.folder import read_source_folder
from kiosk.base.errors import KioskError
from kiosk.desk.opening import open_file
from tests.unit.desk.conftest import TODAY


def opened(file: Path, *answers: str, asked: str = "") -> dict[str, Any]:
    return open_file(file, TODAY, "en", asked, answers)


def write(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def whats(reply: dict[str, Any]) -> list[str]:
    return [one["what"]["en"] for one in reply["questions"]["list"]]


def test_title_and_time_are_asked_for_with_the_columns_to_choose(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "7;8\n1;2\n")
    reply = opened(file)
    assert [one["en"] for one in reply["questions"]["list"][0]["choices"]] == ["A", "B"]
    assert "Which column says when the events are?" in whats(reply)
    assert list(tmp_path.iterdir()) == [file]


def test_a_column_that_is_gone_is_asked_for_again(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "Was,Datum,Saal\nChess,3.04.2026,Hall\n")
    (tmp_path / "a").mkdir()
    write(tmp_path / "a/mapping.toml", '[a.columns]\ntitle = "Titel"\nday = "Datum"\norganiser = "Wer"\n')
    asked = ["There is no column “Titel” any more. Which one says “Title” now?"]
    asked += ["There is no column “Wer” any more. Which one says “Organiser” now?"]
    assert whats(opened(file)) == asked
    reply = opened(file, "0", "3")
    assert whats(reply) == ["What stands under “Saal”?"]
    choices = [one["en"] for one in reply["questions"]["list"][0]["choices"]]
    assert opened(file, "0", "3", str(choices.index("Place")))["file"] == str(tmp_path / "a")
    (event,) = read_source_folder(tmp_path / "a").events.values()
    assert (event.data["title"], event.data["places"]) == ({"en": "Chess"}, ["hall"])
    assert opened(file)["text"]["en"].endswith("as before: 1, no longer in the file: 0.")


def test_what_is_left_out_is_not_asked_again(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,date,Saal-Nr.\nChess,3.04.2026,7\n")
    assert whats(opened(file)) == ["What stands under “Saal-Nr.”?"]
    assert "file" in opened(file, "0")
    assert 'left_out = ["Saal-Nr."]' in (tmp_path / "a/mapping.toml").read_text("utf-8")
    assert "file" in opened(file)


def test_a_date_of_another_weekday_is_not_taken(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,day\nChess,Friday\n")
    problem = opened(file, "2.04.2026")["questions"]["list"][0]["problem"]
    assert "2026-04-02" in problem["kk"]
    assert "file" in opened(file, "3.04.2026")


def test_answers_about_another_state_of_the_file_do_not_count(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,day\nChess,Friday\n")
    asked = opened(file)["questions"]["asked"]
    write(file, "title,day\nChess,Monday\n")
    reply = opened(file, "3.04.2026", asked=asked)
    assert "changed meanwhile" in reply["questions"]["note"]["en"]
    assert whats(reply) == ["Which date is “Monday”?"]


def test_why_events_are_skipped_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,day\nChess,3.04.2026\nGo,whenever\n")
    assert "the time of “Go” cannot be read" in opened(file)["text"]["en"]


def test_a_file_without_events_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        opened(write(tmp_path / "a.csv", "title,day\nChess,whenever\n"))


def test_a_table_in_the_folder_of_a_programme_is_no_table_of_others(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,day\nChess,3.04.2026\n")
    write(tmp_path / "pack.toml", "")
    assert opened(file) == {"file": str(file), "text": {}}
