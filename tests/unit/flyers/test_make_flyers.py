"""Orders become PDFs that have been proofread."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.progress import Progress
from kiosk.flyers.make_flyers import STRIPS_PER_SHEET, make_flyer
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper
from tests.flyer_kit import context_at, context_of, count_pages, find_codes, page_texts
from tests.packs_builder import refused
from tests.unit.flyers.test_outdated import SINGLE_OCCURRENCE
from tests.unit.store.sample import text

KK = ("kk",)


@pytest.mark.parametrize("kind", [FlyerKind.EVENT, FlyerKind.TEAR_OFF, FlyerKind.THEME, FlyerKind.MONTH])
def test_each_kind_is_made_and_proofread(demo: Path, kind: FlyerKind) -> None:
    subject = {FlyerKind.THEME: "partnership", FlyerKind.MONTH: "2016-04-01"}.get(kind, "techforum")
    reported: list[Progress] = []
    flyer = make_flyer(context_at(demo), Order(kind, (subject,), KK), 7, reported.append)
    assert (flyer.template_error, len(flyer.sheets), count_pages(flyer.pdf)) == ("", 1, 1)
    assert flyer.sheets[0].mark.endswith(" · 7")
    assert reported[:2] == [Progress("typeset", 0, 1), Progress("proof", 0, 2)]
    assert reported[-1] == Progress("proof", 2, 2)
    assert len(find_codes(flyer.pdf)) == len(flyer.sheets[0].payloads) * (
        STRIPS_PER_SHEET if kind is FlyerKind.TEAR_OFF else 1
    )


def test_several_sheets_are_numbered_and_share_a_pdf(demo: Path) -> None:
    flyer = make_flyer(context_at(demo), Order(FlyerKind.EVENT, ("techforum", "us-kz-fest"), KK, Paper.A5), 3)
    assert [sheet.mark.split(" · ")[1] for sheet in flyer.sheets] == ["3", "4"]
    assert count_pages(flyer.pdf) == 2


def test_an_error_names_the_sheet_that_does_not_fit() -> None:
    wordy = {code: "Ш" * 120 for code in ("kk", "ru", "en")}
    context = context_of(SINGLE_OCCURRENCE, replace(SINGLE_OCCURRENCE, id="long", title=wordy))
    with refused("flyers.too_long", title="Ш" * 120, paper="A4"):
        make_flyer(context, Order(FlyerKind.EVENT, ("code", "long"), KK), 1)
    with refused("flyers.too_long", title="Innovation k", paper="A4"):
        make_flyer(context, Order(FlyerKind.THEME, ("innovation",), KK), 1)


def test_an_error_names_the_letters_that_no_font_has() -> None:
    context = context_of(SINGLE_OCCURRENCE, replace(SINGLE_OCCURRENCE, id="hebrew", title=text("שלום")))
    with refused("flyers.letters", title="שלום k", letters="ו ל ם ש"):
        make_flyer(context, Order(FlyerKind.EVENT, ("code", "hebrew"), KK, Paper.CARDS), 1)


def test_the_shipped_template_is_used_when_the_own_one_lacks_a_code(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "event.typ").write_text('#import "parts.typ": *\n#show: flyer.with(5cm, 5cm)\n= Own')
    context = context_at(demo, flyer_templates=tmp_path)
    flyer = make_flyer(context, Order(FlyerKind.EVENT, ("techforum",), KK), 1)
    assert flyer.template_error == "event.typ: a code on it cannot be read"
    assert "TechForum" in page_texts(flyer.pdf)[0]
    theme_flyer = make_flyer(context, Order(FlyerKind.THEME, ("innovation",), KK), 1)
    assert theme_flyer.template_error == ""


def test_an_own_template_is_used(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "event.typ").write_text(
        '#import "parts.typ": *\n#show: flyer.with(paper-width, paper-height)\n'
        "#for sheet in data.sheets { heading(sheet.said.first().title); code-block(sheet.code, 40mm) }"
    )
    flyer = make_flyer(
        context_at(demo, flyer_templates=tmp_path), Order(FlyerKind.EVENT, ("techforum",), KK), 1
    )
    assert (flyer.template_error, page_texts(flyer.pdf)) == ("", ["TechForum"])


def test_an_error_in_the_text_is_no_template_error(tmp_path: Path) -> None:
    (tmp_path / "event.typ").write_text("#panic()")
    context = context_of(
        replace(SINGLE_OCCURRENCE, id="hebrew", title=text("שלום")), flyer_templates=tmp_path
    )
    with refused("flyers.letters"):
        make_flyer(context, Order(FlyerKind.EVENT, ("hebrew",), KK, Paper.A4, Ink.GREY), 1)
