"""The sheet of one event."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.flyers.event_sheet import event_sheet
from kiosk.flyers.make_flyers import build_sheets, make_flyer
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper
from tests.flyer_kit import HOURS, SamplePublisher, context_at, context_of, find_codes, page_texts
from tests.packs_builder import refused
from tests.source_builder import TALK_TOML, talk_with_picture
from tests.unit.store.sample import CODE

ONLY = {"events/full.toml": None}


def make_order(kind: FlyerKind, id: str, *languages: str, paper: Paper = Paper.A4) -> Order:
    return Order(kind, (id,), languages or ("en",), paper)


def test_a_sheet_has_the_texts_of_the_screen_with_years(april: Path) -> None:
    context = context_at(april, corner="american-corner-almaty", corner_hours=HOURS)
    sheet = event_sheet(
        context, make_order(FlyerKind.EVENT, "exercise-open-evening"), "exercise-open-evening", 12
    )
    (text,) = sheet.said
    assert (text.title, text.language, text.note, text.flag) == ("Exercise: Open Saturday", "en", "", "")
    assert [(fact.text, fact.note) for fact in text.facts] == [
        ("9 April 2016, 11:00–14:00", ""),
        ("American Corner Almaty", ""),
        ("Everyone", "Free · In English, Kazakh, Russian"),
    ]
    assert (text.take, text.take_note) == (
        "Register on your phone", "Registration open until 8 April 2016, 18:00 · 30 places"
    )  # fmt: skip
    summary, body = text.text.split("\n")
    assert summary.startswith("Exercise: on Saturday") and body.startswith("Exercise: come in")
    assert (sheet.corner, sheet.hours, sheet.theme) == ("American Corner Almaty", HOURS["en"], "Friendship")
    assert sheet.mark == f"{context.programme.packs[0].short_id} · 12"
    assert sheet.code and sheet.code.words == "kz.usembassy.gov/25-years/exercise-open-evening"
    assert sheet.picture and sheet.picture.alt.startswith("Drawing: a table")


def test_several_languages_share_the_page_with_summaries(april: Path) -> None:
    id = "exercise-open-evening"
    sheet = event_sheet(context_at(april), make_order(FlyerKind.EVENT, id, "kk", "ru", "en"), id, 1)
    assert [one.language for one in sheet.said] == ["kk", "ru", "en"]
    assert [one.take for one in sheet.said] == [
        "Телефоныңыздан тіркеліңіз", "Регистрация с телефона", "Register on your phone"
    ]  # fmt: skip
    assert sheet.said[2].text.startswith("Exercise: on Saturday")


def test_a_moved_event_has_a_flag(april: Path) -> None:
    sheet = event_sheet(context_at(april), make_order(FlyerKind.EVENT, "techforum"), "techforum", 1)
    assert sheet.said[0].flag == "Moved from June 2016"


def test_after_registration_closes_the_sheet_has_another_code(april: Path) -> None:
    id = "exercise-open-evening"
    late = context_at(april, "2016-04-09T08:00")
    sheet = event_sheet(late, make_order(FlyerKind.EVENT, id, "kk", "ru"), id, 1)
    assert sheet.code and sheet.code.payload.startswith("BEGIN:VEVENT") and sheet.code.words == ""
    assert [one.take_note for one in sheet.said] == ["", ""]
    for kind, paper in ((FlyerKind.TEAR_OFF, Paper.A4), (FlyerKind.EVENT, Paper.CARDS)):
        narrow = event_sheet(late, make_order(kind, id, "kk", paper=paper), id, 1)
        assert narrow.code and narrow.code.payload == "https://kz.usembassy.gov/"
        assert narrow.said[0].take == "Іс-шара туралы сұраңыз"


def test_a_calendar_entry_can_be_read_from_the_pdf(april: Path) -> None:
    flyer = make_flyer(
        context_at(april, "2016-04-09T08:00"), make_order(FlyerKind.EVENT, "exercise-open-evening", "kk"), 1
    )
    (found,) = find_codes(flyer.pdf)
    assert "SUMMARY:Жаттығу: Ашық сенбі" in found.payload and found.right - found.left > 30


def test_without_a_code_there_is_a_flyer_but_no_strips(publisher: SamplePublisher) -> None:
    talk = TALK_TOML.replace('"2016-04-09T11:00/2016-04-09T14:00"', '"2016"')
    context = context_at(publisher.install({**ONLY, "events/talk.toml": talk}))
    flyer = make_flyer(context, make_order(FlyerKind.EVENT, "talk"), 1)
    assert flyer.sheets[0].code is None and find_codes(flyer.pdf) == []
    with refused("flyers.no_code", title="A talk"):
        make_flyer(context, make_order(FlyerKind.TEAR_OFF, "talk"), 1)


def test_a_photograph_is_on_the_cover(publisher: SamplePublisher) -> None:
    context = context_at(publisher.install(talk_with_picture()))
    flyer = make_flyer(context, make_order(FlyerKind.EVENT, "talk", "kk"), 3)
    picture = flyer.sheets[0].picture
    assert picture and (picture.file, picture.alt) == ("3.jpg", "Ә")
    assert b"/DCTDecode" in flyer.pdf


@pytest.mark.parametrize(("length", "lines"), [(1989, 2), (1990, 1)])
def test_the_summary_is_left_out_when_both_are_longer_than_a_body_may_be(length: int, lines: int) -> None:
    long = replace(CODE, summary={"en": "A summary."}, body={"en": "a" * length})
    sheet = event_sheet(context_of(long), make_order(FlyerKind.EVENT, "code"), "code", 1)
    assert len(sheet.said[0].text.split("\n")) == lines


def test_a_missing_translation_is_noted() -> None:
    russian = replace(CODE, title={"ru": "Беседа"}, body={"ru": "Приходите."})
    sheet = event_sheet(context_of(russian), make_order(FlyerKind.EVENT, "code", "kk"), "code", 1)
    assert (sheet.said[0].title, sheet.said[0].note) == ("Беседа", "Тек орыс тілінде")


def test_a_full_event_shows_all_its_fields(publisher: SamplePublisher) -> None:
    context = context_at(publisher.install(), corner="corner-almaty")
    flyer = make_flyer(context, make_order(FlyerKind.EVENT, "full"), 1)
    (page,) = page_texts(flyer.pdf)
    for words in ("Students, teachers", "Beginners", "Free", "Bring a pen", "Corner → Almaty", "1 Street"):
        assert "".join(words.split()) in page or words == "1 Street"


def test_impossible_orders_are_refused(demo: Path) -> None:
    context = context_at(demo)
    with refused("flyers.no_event", event="no-such"):
        build_sheets(context, make_order(FlyerKind.EVENT, "no-such"), 1)
    for paper in (Paper.A5, Paper.CARDS):
        with refused("flyers.strips_paper", paper=paper):
            build_sheets(context, make_order(FlyerKind.TEAR_OFF, "techforum", paper=paper), 1)
    with refused("flyers.cards_event"):
        build_sheets(context, make_order(FlyerKind.THEME, "innovation", paper=Paper.CARDS), 1)


@pytest.mark.parametrize("ink", Ink)
def test_a_single_card_fills_the_sheet(demo: Path, ink: Ink) -> None:
    flyer = make_flyer(context_at(demo), Order(FlyerKind.EVENT, ("techforum",), ("kk",), Paper.CARDS, ink), 1)
    assert len(flyer.sheets) == 1 and len(find_codes(flyer.pdf)) == 4
