"""Flyers are logged, saved, previewed and described as text."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.flyers.flyer_records import (
    find_job,
    make_and_record,
    read_pdf,
    record_taken_down,
    save_pdf,
    sheet_content,
)
from kiosk.flyers.flyer_text import outdated_line, result_lines
from kiosk.flyers.order import FlyerKind, Order
from kiosk.flyers.outdated import find_outdated
from kiosk.flyers.previews import MAX_PREVIEWS, write_previews
from kiosk.store.flyer_log import FlyerLog
from kiosk.typesetting.paper import Ink, Paper
from tests.flyer_kit import context_of, count_pages
from tests.packs_builder import refused
from tests.unit.flyers.test_outdated import SINGLE_OCCURRENCE, hang_sheets
from tests.unit.store.sample import NOW, text

ORDER = Order(FlyerKind.EVENT, ("code",), ("kk", "ru"), Paper.A5, Ink.GREY)


def test_a_flyer_is_identified_by_its_bytes(tmp_path: Path) -> None:
    context = context_of(SINGLE_OCCURRENCE, library=tmp_path)
    flyer = make_and_record(context, ORDER)
    with FlyerLog(context.paths.flyers) as log:
        job = find_job(log, flyer.pdf)
        assert job[1:] == (NOW, 1, "event", ("kk", "ru"), "A5", "grey")
        with refused("flyers.unknown"):
            find_job(log, flyer.pdf + b" ")
    with refused("flyers.unknown"):
        save_pdf(context, b"%PDF-1.7", tmp_path / "other.pdf")
    assert not (tmp_path / "other.pdf").exists()


def test_the_content_is_recorded_without_the_number(tmp_path: Path) -> None:
    context = context_of(SINGLE_OCCURRENCE, library=tmp_path)
    flyer = make_and_record(context, ORDER)
    save_pdf(context, flyer.pdf, tmp_path / "stick.pdf")
    with FlyerLog(context.paths.flyers) as log:
        ((row, _),) = log.sheets_on_wall()
    assert (row.number, row.subject, row.content) == (1, "code", sheet_content(flyer.sheets[0]))
    assert not {"pack", "number"} & set(row.content) and row.content["said"][0]["title"] == "Love to Code k"


@pytest.mark.parametrize(("kind", "subject"), [(FlyerKind.EVENT, "code"), (FlyerKind.THEME, "innovation")])
def test_a_code_that_another_version_drew_differently_is_not_outdated(
    tmp_path: Path, kind: FlyerKind, subject: str
) -> None:
    context = context_of(SINGLE_OCCURRENCE, library=tmp_path)
    hang_sheets(context, kind, subject)
    connection = sqlite3.connect(next(tmp_path.rglob("sheets.db")))
    (before,) = connection.execute("SELECT said FROM sheet").fetchone()
    drawn = {"path": "M0 0h1v1H0z", "modules": 21, "least": 30.0, "alt": "Code"}
    words = json.loads(before, object_hook=lambda one: one | drawn if "payload" in one else one)
    with connection:
        connection.execute("UPDATE sheet SET said = ?", (json.dumps(words),))
    connection.close()
    assert json.dumps(words).count("M0 0h1v1H0z") == 1
    assert find_outdated(context) == []


def test_an_unreadable_file_raises_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert read_pdf(tmp_path / "a.pdf") == b"%PDF"
    with pytest.raises(KioskError) as missing:
        read_pdf(tmp_path / "b.pdf")
    reason = missing.value.detail["reason"]
    assert missing.value.code == "flyers.no_file" and isinstance(reason, KioskError)
    assert reason.code == "disk.missing"


def test_previews_replace_older_ones(tmp_path: Path) -> None:
    context, folder = context_of(SINGLE_OCCURRENCE, library=tmp_path), tmp_path / "preview" / "1"
    many = make_and_record(context, Order(FlyerKind.EVENT, ("code",) * (MAX_PREVIEWS + 2), ("kk",), Paper.A5))
    assert count_pages(many.pdf) == MAX_PREVIEWS + 2
    assert [page.name for page in write_previews(many.pdf, folder)] == [
        f"page-{n + 1}.png" for n in range(MAX_PREVIEWS)
    ]
    one = make_and_record(context, ORDER)
    (page,) = write_previews(one.pdf, folder)
    assert sorted(file.name for file in folder.iterdir()) == ["flyer.pdf", "page-1.png"]
    assert page.read_bytes().startswith(b"\x89PNG") and (folder / "flyer.pdf").read_bytes() == one.pdf


def test_a_preview_that_cannot_be_written_raises_an_error(tmp_path: Path) -> None:
    flyer = make_and_record(context_of(SINGLE_OCCURRENCE, library=tmp_path), ORDER)
    (tmp_path / "file").write_text("")
    with refused("save.no_folder", "save.not_written"):
        write_previews(flyer.pdf, tmp_path / "file" / "preview")


def test_results_and_outdated_sheets_are_described_as_text(tmp_path: Path) -> None:
    assert list(result_lines({"trouble": "", "sheets": 1}, "en")) == []
    facts = {"trouble": "event.typ: no", "file": "a.pdf", "pages": ["1", "2"], "printed": 1}
    assert list(result_lines(facts, "en")) == [
        "The Corner's own template was not used, the shipped one was: event.typ: no",
        "Saved: a.pdf",
        "2 pages are drawn.",
        "1 page was printed.",
    ]
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.EVENT, "code")

    (found,) = find_outdated(
        context_of(replace(SINGLE_OCCURRENCE, title=text("New"), places=()), library=tmp_path)
    )
    assert outdated_line(found, "en") == "No. 1 “Love to Code k” (kk+ru, A4): another title, another place"
    assert outdated_line(found, "ru") == "№ 1 «Love to Code k» (kk+ru, A4): другое название, другое место"


def test_a_damaged_flyer_log_is_replaced_by_an_empty_one(tmp_path: Path) -> None:
    context = context_of(SINGLE_OCCURRENCE, library=tmp_path)
    hang_sheets(context, FlyerKind.EVENT, "code")
    (tmp_path / "flyers/sheets.db").write_bytes(b"damaged" * 1000)
    assert find_outdated(context_of(library=tmp_path)) == []
    assert hang_sheets(context, FlyerKind.EVENT, "code") == [1]


def test_numbers_are_not_reused(tmp_path: Path) -> None:
    context = context_of(SINGLE_OCCURRENCE, library=tmp_path)
    assert hang_sheets(context, FlyerKind.EVENT, "code") == [1]
    with pytest.raises(Exception, match="no_event"):
        hang_sheets(context, FlyerKind.EVENT, "code", "none")
    record_taken_down(context, [1])
    assert hang_sheets(context, FlyerKind.EVENT, "code") == [4]
    with FlyerLog(tmp_path / "flyers") as log:
        assert log.reserve_numbers(1) == 5
