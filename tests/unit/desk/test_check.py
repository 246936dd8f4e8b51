"""The report of a check: findings by cause, facts, number, doubts, changes, and files for the preview."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.base.errors import KioskError
from kiosk.desk.check import CheckJob, check
from kiosk.desk.make import MakeJob, make_stick
from kiosk.desk.preview_folder import open_preview
from kiosk.desk.source import Dropped
from tests.unit.desk.conftest import TODAY, Publisher


def report(publisher: Publisher, last_pack: Path | None = None) -> dict[str, Any]:
    return check(CheckJob(publisher.dropped, TODAY, publisher.folder / "preview", publisher.keys, last_pack))


def make(publisher: Publisher) -> dict[str, Any]:
    found = report(publisher)
    where = publisher.keys, publisher.stick, publisher.kept
    job = MakeJob(publisher.dropped, found["digest"], TODAY, found["number"], *where)
    return make_stick(job, lambda progress: None)


def edit(publisher: Publisher, name: str, before: str, after: str) -> None:
    file = publisher.source / name
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")


def test_a_sound_source_has_facts_and_a_preview(publisher: Publisher) -> None:
    found = report(publisher)
    assert found["programme"]["events"] == 14
    assert (found["number"], found["last"], found["changes"], found["protected"]) == (1, 0, None, False)
    shown = open_preview(Path(found["preview"]["file"]), 1)
    assert shown.catalogue.campaign().updated == TODAY.isoformat()
    assert len(shown.catalogue.cards(None)) == 14


def test_the_same_source_has_the_same_digest_and_an_edit_another(publisher: Publisher) -> None:
    before = report(publisher)["digest"]
    assert report(publisher)["digest"] == before
    edit(publisher, "events/film-night.toml", "Film Night", "Movie Evening")
    assert report(publisher)["digest"] != before


def test_findings_of_one_cause_stand_together(publisher: Publisher) -> None:
    for name in ("chess-club", "dombra"):
        edit(publisher, f"events/{name}.toml", "icon =", "icons =")
    found = report(publisher)
    assert found["programme"] is None
    group = next(one for one in found["findings"] if one["code"] == "unknown_key")
    assert (group["severity"], group["count"]) == ("error", 2)
    assert [row["place"]["en"].split(":")[0] for row in group["rows"]] == [
        "events/chess-club.toml",
        "events/dombra.toml",
    ]
    assert set(group["remedy"]) == {"kk", "ru", "en"}


def test_changes_are_told_against_the_last_pack(publisher: Publisher) -> None:
    make(publisher)
    edit(publisher, "events/film-night.toml", "Film Night", "Movie Evening")
    found = report(publisher, publisher.kept)
    assert (found["number"], found["last"], found["changes"]["number"]) == (2, 1, 1)
    titles = [row["title"]["en"] for row in found["changes"]["rows"] if row["kind"] == "changed"]
    assert len(titles) == 1
    assert "Movie Evening" in titles[0]


def test_a_host_beyond_the_keys_is_found(publisher: Publisher) -> None:
    edit(publisher, "pack.toml", 'hosts = ["corner.example.org"]', 'hosts = ["other.example.org"]')
    assert report(publisher)["counts"]["error"] > 0


@pytest.mark.parametrize(("name", "code"), [("gone", "desk.gone"), ("letter.doc", "desk.unknown")])
def test_what_is_no_source_is_refused(name: str, code: str, publisher: Publisher) -> None:
    (publisher.folder / "letter.doc").touch()
    job = CheckJob(Dropped(publisher.folder / name), TODAY, publisher.folder / "preview", publisher.keys)
    with pytest.raises(KioskError) as refused:
        check(job)
    assert refused.value.code == code


def test_pictures_come_from_a_folder_of_their_own(publisher: Publisher) -> None:
    pictures, work = publisher.folder / "pictures", publisher.folder / "work"
    pictures.mkdir()
    Image.new("RGB", (640, 480), "teal").save(pictures / "film-night.jpg")
    raw = Dropped(publisher.source, pictures).read(work)
    assert len(raw.events["film-night"].data["media"]) == 1
    assert len(raw.files) == 1


@pytest.mark.parametrize("moment", [0, 4102444800])
def test_a_clock_that_cannot_be_right_is_doubted(
    moment: int, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.authoring.keys.signing_clock.time.time", lambda: moment)
    doubts = report(publisher)["doubts"]
    assert doubts
    assert [doubt["is_certain"] for doubt in doubts] == [moment == 0] * len(doubts)
