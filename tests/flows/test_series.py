"""A visitor opens a club that meets every week: its rule, its next dates, and the codes of each date."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.base.clock import Clock
from kiosk.base.model import Venue, VenueKind
from kiosk.events.event_facts import event_facts
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.viewmodels.visitor.event.date_rows import date_rows
from tests.flows.qr_codes import read_qr_codes
from tests.screen_kit import find, grab_pixels, settle, tap, tap_targets, texts, window
from tests.unit.store.sample import at

SIZES = ["1920x1080", "1080x1920"]
WEDNESDAY = "2016-04-06T17:40"
DATE = "2016-04-{0:02}T18:00/2016-04-{0:02}T19:30"
RULES = {
    "en": ("Every Wednesday, 18:00–19:30", "until 25 May · not on 20 April", "Cancelled: 20 April"),
    "kk": (
        "Сәрсенбі сайын, 18:00–19:30",
        "25 мамырға дейін · 20 сәуірде өткізілмейді",
        "Өткізілмейді: 20 сәуір",
    ),
    "ru": ("По средам, 18:00–19:30", "по 25 мая · кроме 20 апреля", "Отменено: 20 апреля"),
}


def dates(shown: KioskWindow) -> list[str]:
    """The written forms of the dates that can be touched, in order."""
    names = (item.objectName() for item in tap_targets(shown))
    return sorted(name.removeprefix("date-") for name in names if name.startswith("date-"))


def shown_code(shown: KioskWindow) -> str:
    settle()
    codes = read_qr_codes(grab_pixels(shown))
    return codes[0] if codes else ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_date_has_its_own_code(size: str, language: str, corner_month: Path) -> None:
    rule, note, cancelled = RULES[language]
    with window(corner_month, size, language=language, at=WEDNESDAY) as shown:
        shown.shell.openEvent("english-club")
        settle()
        assert {rule, note} <= set(texts(shown))
        assert [day[:10] for day in dates(shown)] == [
            "2016-04-06", "2016-04-13", "2016-04-20", "2016-04-27", "2016-05-04",
        ]  # fmt: skip
        assert "DTSTART:20160406T120000Z" in shown_code(shown)
        tap(shown, f"date-{DATE.format(13)}")
        assert "DTSTART:20160413T120000Z" in shown_code(shown)
        assert cancelled not in texts(shown)
        tap(shown, f"date-{DATE.format(20)}")
        assert "STATUS:CANCELLED" in shown_code(shown)
        cancelled_title = translator(language).text("screens.event.cancelled_title")
        assert {cancelled, cancelled_title} <= set(texts(shown))
        assert translator(language).text("screens.event.calendar_title") not in texts(shown)
        tap(shown, "more-dates")
        assert len(dates(shown)) == 8 and dates(shown)[-1] == "2016-05-25T18:00/2016-05-25T19:30"
        tap(shown, f"date-{dates(shown)[-1]}")
        assert "DTSTART:20160525T120000Z" in shown_code(shown)


def test_a_full_date_offers_the_waiting_list_and_the_others_registration(corner_month: Path) -> None:
    with window(corner_month, at=WEDNESDAY) as shown:
        shown.shell.openEvent("printing-3d")
        settle()
        assert "Registration" in texts(shown)
        tap(shown, "date-2016-04-13T19:00/2016-04-13T20:30")
        assert {"Full: 13 April", "Join the waiting list"} <= set(texts(shown))
        assert shown_code(shown) == "https://corner.example.org/3d"


def test_a_date_that_has_passed_gives_way_to_the_next(corner_month: Path) -> None:
    with window(corner_month, at=WEDNESDAY) as shown:
        shown.shell.openEvent("english-club")
        settle()
        tap(shown, f"date-{DATE.format(6)}")
        session = shown.shell.session
        session.clock = Clock(lambda: at("2016-04-06T19:30"), at("2016-04-06T19:30"))
        shown.shell.pages.event.refresh()
        assert "DTSTART:20160413T120000Z" in shown_code(shown)
        assert DATE.format(6) not in dates(shown)


def test_the_dates_of_another_event_are_its_own(corner_month: Path) -> None:
    with window(corner_month, at=WEDNESDAY) as shown:
        for event, number in (("english-club", 5), ("robot-weekend", 2), ("game-night", 0)):
            shown.shell.openEvent(event)
            settle()
            assert len(dates(shown)) == number, event


def test_an_online_talk_has_its_link_as_a_code(corner_month: Path) -> None:
    with window(corner_month, at=WEDNESDAY) as shown:
        shown.shell.openEvent("mars-talk")
        settle()
        assert shown_code(shown) == "https://corner.example.org/online/mars"
        assert {"Take part from home", "Ann Example", "engineer"} <= set(texts(shown))
        assert find(shown, "code-calendar").isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_in_kazakh_alone_says_so(language: str, corner_month: Path) -> None:
    with window(corner_month, language=language, at=WEDNESDAY) as shown:
        shown.shell.openEvent("dombra")
        settle()
        assert "Домбыра үйірмесі" in texts(shown)
        notes = {"en": "Only in Kazakh", "ru": "Только на казахском"}
        assert (notes.get(language, "") in texts(shown)) == (language != "kk")


RULE_OF_CHESS = {
    "en": "Every Thursday, 16:00–17:30",
    "kk": "Бейсенбі сайын, 16:00–17:30",
    "ru": "По четвергам, 16:00–17:30",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_says_the_rule_of_a_club(language: str, corner_month: Path) -> None:
    with window(corner_month, language=language, at=WEDNESDAY, corner="american-corner-almaty") as shown:
        shell, rule = shown.shell, RULE_OF_CHESS[language]
        shell.pages.event.open("chess-club")
        for page, rows in (
            (lambda: shell.openTheme("culture"), lambda: shell.pages.theme.events.rows),
            (lambda: shell.openPlace("almaty"), lambda: shell.pages.theme.events.rows),
            (lambda: shell.open("choice", "children"), lambda: shell.pages.choice.events.rows),
        ):
            page()
            settle()
            assert rule in {row.when for row in rows() if row.eventId == "chess-club"}
            assert rule in texts(shown)
        shell.pages.tray.toggle("chess-club")
        shell.open("tray")
        settle()
        assert rule in texts(shown)


def test_the_heart_keeps_the_date_that_was_chosen(corner_month: Path) -> None:
    with window(corner_month, at=WEDNESDAY) as shown:
        shown.shell.openEvent("chess-club")
        settle()
        tap(shown, "date-2016-04-15T16:00/2016-04-15T17:30")
        tap(shown, "heart")
        tap(shown, "dock-tray")
        code = shown_code(shown)
        assert "\n15 April 2016, 16:00–17:30\n" in code
        tap(shown, "code-calendar")
        code = shown_code(shown)
        assert "DTSTART:20160415T100000Z" in code and "UID:chess-club.20160414T1000Z@" in code
        assert "Friday, 15 April, 16:00–17:30" in texts(shown)
        shown.shell.pages.tray.clear()
        shown.shell.openEvent("chess-club")
        settle()
        tap(shown, "heart")
        tap(shown, "dock-tray")
        assert "\n7 April 2016, 16:00–17:30\n" in shown_code(shown)


def test_a_place_of_one_date_is_not_said_of_the_club(corner_month: Path) -> None:
    """Whoever reads 'every Wednesday' must not take the place of one date for that of all."""
    with window(corner_month, at=WEDNESDAY) as shown:
        catalogue = shown.shell.session.programme.catalogue  # type: ignore[union-attr]
        club, library = (
            catalogue.event("english-club"),
            Venue("library", VenueKind.BUILDING, {"en": "City Library"}),
        )
        moved = replace(club.occurrences[5], venue=library)
        event = replace(club, occurrences=(*club.occurrences[:5], moved, *club.occurrences[6:]))
        reader = shown.shell.session
        here = "American Corner Almaty"
        for one, note in ((moved, "6 April: City Library"), (event.occurrences[6], "")):
            where = next(fact for fact in event_facts(event, one, reader) if fact.icon == "map-pin")
            assert (where.text, where.note) == (here, note)
        assert [row.flagText for row in date_rows(event, moved, reader)][:2] == ["Elsewhere", ""]
