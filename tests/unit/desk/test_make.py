"""Making a stick: whole or not at all, with the next number, never of another state than the one checked."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.authoring.building.inspect_pack import inspect_pack
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress
from kiosk.desk import write_stick
from kiosk.desk.make import MakeJob, make_stick
from kiosk.desk.write_stick import device_of, write_pack
from tests.unit.desk.conftest import TODAY, Publisher
from tests.unit.desk.test_check import edit, make, report


def job(publisher: Publisher, **changes: Any) -> MakeJob:
    where = publisher.keys, publisher.stick, publisher.kept
    values = {"digest": report(publisher)["digest"], "number": 1} | changes
    return MakeJob(publisher.dropped, values["digest"], TODAY, values["number"], *where)


def test_the_pack_on_the_stick_is_what_is_told(publisher: Publisher) -> None:
    told = make(publisher)
    contents = inspect_pack(publisher.stick / told["name"])
    assert (contents.version, contents.short_id) == (told["number"], told["short_id"])
    assert publisher.kept.read_bytes() == (publisher.stick / told["name"]).read_bytes()
    assert "passphrase" not in repr(job(publisher))


def test_steps_are_reported_in_their_order(publisher: Publisher) -> None:
    steps: list[Progress] = []
    make_stick(job(publisher), steps.append)
    assert [one.step for one in steps] == ["check", "copy", "verify"]


def test_another_state_is_not_signed(publisher: Publisher) -> None:
    wanted = job(publisher)
    edit(publisher, "events/film-night.toml", "Film Night", "Movie Evening")
    with pytest.raises(KioskError) as refused:
        make_stick(wanted, lambda progress: None)
    assert refused.value.code == "desk.changed"
    assert list(publisher.stick.iterdir()) == []


def test_what_the_stick_does_not_give_back_is_removed(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_a_byte(file: Path) -> None:
        with file.open("r+b") as opened:
            opened.seek(-1, os.SEEK_END)
            opened.write(b"\xff")

    monkeypatch.setattr(write_stick, "_forget_cached", lose_a_byte)
    with pytest.raises(KioskError) as refused:
        make(publisher)
    assert refused.value.code == "desk.read_back"
    assert list(publisher.stick.iterdir()) == []


def test_a_pack_that_no_kiosk_takes_is_removed(publisher: Publisher) -> None:
    broken = publisher.folder / "broken.kpack"
    broken.write_bytes(b"PK")
    with pytest.raises(KioskError) as refused:
        write_pack(broken, publisher.stick / "a.kpack", device_of(publisher.stick), lambda progress: None)
    assert refused.value.code == "desk.read_back"
    assert list(publisher.stick.iterdir()) == []


def test_another_device_in_the_place_of_the_stick_is_not_written_to(publisher: Publisher) -> None:
    told = make(publisher)
    pack = publisher.stick / told["name"]
    with pytest.raises(KioskError) as refused:
        write_pack(pack, publisher.folder / "a.kpack", device_of(publisher.folder) + 1, lambda progress: None)
    assert refused.value.code == "save.no_folder"


def test_a_folder_that_is_gone_is_told(publisher: Publisher) -> None:
    wanted = job(publisher)
    shutil.rmtree(publisher.stick)
    with pytest.raises(KioskError) as refused:
        make_stick(wanted, lambda progress: None)
    assert refused.value.code == "save.no_folder"
