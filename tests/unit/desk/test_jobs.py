"""Jobs as the window asks for them: a line of JSON in, values for JSON out."""

import json
from pathlib import Path

import pytest

from kiosk.authoring.keys.recovery_sheet import read_sheet
from kiosk.base.errors import KioskError
from kiosk.desk.jobs import run_job
from kiosk.desk.keys import are_protected, make_id, make_keys
from kiosk.desk.memory import Memory, read_memory, write_memory
from kiosk.desk.source import Dropped
from tests.unit.desk.conftest import TODAY, Publisher

CALENDAR = "\r\n".join(
    (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//library", "BEGIN:VEVENT", "UID:1@library"),
        *("DTSTART:20261205T100000Z", "DTEND:20261205T120000Z", "DTSTAMP:20261101T000000Z"),
        *("SUMMARY:Chess for beginners", "DESCRIPTION:Boards are there.", "LOCATION:Room 2"),
        *("END:VEVENT", "END:VCALENDAR", ""),
    )
)


def run(**job: object) -> dict[str, object]:
    done = run_job(json.dumps(job), lambda progress: None)
    return dict(json.loads(json.dumps(done)))


def test_check_and_make(publisher: Publisher) -> None:
    common = {
        "subject": str(publisher.source),
        "pictures": "",
        "today": TODAY.isoformat(),
        "keys": str(publisher.keys),
    }
    checked = run(job="check", preview=str(publisher.folder / "preview"), last_pack="", **common)
    wanted = {"digest": checked["digest"], "number": checked["number"], "passphrase": ""}
    where = {"folder": str(publisher.stick), "kept": str(publisher.kept)}
    assert run(job="make", **common, **wanted, **where)["number"] == 1


def test_protected_keys(tmp_path: Path) -> None:
    keys = {"job": "keys", "keys": str(tmp_path / "keys"), "name": "Corner", "hosts": ["a.example.org"]}
    keys |= {"sheets": str(tmp_path / "sheets.pdf"), "language": "ru"}
    with pytest.raises(KioskError) as refused:
        run(**keys, passphrase="short")
    assert refused.value.code == "keys.passphrase.short"
    assert not are_protected(tmp_path / "keys")
    keys |= {"passphrase": "river lantern seven cloud"}
    text = run(**keys)["text"]
    assert are_protected(tmp_path / "keys")
    assert isinstance(text, dict)
    assert all(str(tmp_path / "sheets.pdf") in one for one in text.values())
    assert len(read_sheet(tmp_path / "sheets.pdf")) == 3


def test_keys_without_room_for_their_sheets_are_told(tmp_path: Path) -> None:
    sheets = tmp_path / "gone" / "sheets.pdf"
    told = make_keys(tmp_path / "keys", "Corner", ["a.example.org"], "", sheets, "kk")["text"]
    assert str(tmp_path / "gone") in told["en"]
    assert (tmp_path / "keys" / "root.json").exists()


def test_a_template_is_a_source(tmp_path: Path) -> None:
    done = run(job="template", target=str(tmp_path / "May"), today=TODAY.isoformat(), language="kk")
    assert done["file"] == str(tmp_path / "May.xlsx")
    assert Dropped(tmp_path / "May.xlsx").read(tmp_path).pack


def test_a_calendar_becomes_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "library.ics"
    file.write_text(CALENDAR, "utf-8")
    job = {"job": "open", "target": str(file), "today": TODAY.isoformat(), "language": "en"}
    job |= {"asked": "", "answers": []}
    done = run(**job)
    assert done["file"] == str(tmp_path / "library")
    assert list(Dropped(tmp_path / "library").read(tmp_path).events)
    file.write_text("nothing", "utf-8")
    with pytest.raises(KioskError) as refused:
        run(**job)
    assert refused.value.detail["subject"] == "library.ics"


def test_receipts_of_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    done = run(job="receipts", folder=str(tmp_path))
    assert (done["read"], done["refused"]) == (0, 1)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("American Corner", "american-corner"),
        ("Американский уголок", "amerikanskii-ugolok"),
        ("Қостанай", "kostanai"),
        ("«…»", "publisher"),
        ("x" * 50, "x" * 40),
    ],
)
def test_the_id_of_a_publisher_comes_from_its_name(name: str, id: str) -> None:
    assert make_id(name) == id


def test_what_is_remembered_is_read_again_and_what_is_broken_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "desk/memory.json"
    assert read_memory(file) == Memory()
    write_memory(file, Memory(subject="/a", language="kk"))
    assert read_memory(file) == Memory(subject="/a", language="kk")
    file.write_text('{"subject": 3, "language": "ru", "other": "x"}', "utf-8")
    assert read_memory(file) == Memory(language="ru")
    for broken in ("[]", "{", '"x"'):
        file.write_text(broken, "utf-8")
        assert read_memory(file) == Memory()
