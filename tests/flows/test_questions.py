"""Twenty questions of visitors, each answered in at most three touches from home, in the month of a Corner.

A touch is a tap on what the screen shows; typing would be one touch a letter.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from tests.flows.qr_codes import read_qr_codes
from tests.screen_kit import grab_pixels, items, settle, tap, texts, window

MOST_TOUCHES = 3


@dataclass
class Visitor:
    """Somebody who reads the screen and counts the touches."""

    shown: KioskWindow
    touches: list[str] = field(default_factory=list)

    def touch(self, name: str) -> None:
        self.touches.append(name)
        assert len(self.touches) <= MOST_TOUCHES, self.touches
        tap(self.shown, name)
        settle()

    def reads(self, *words: str) -> None:
        """Each of these stands somewhere on the screen, perhaps in a longer text."""
        seen = texts(self.shown)
        missing = [word for word in words if not any(word.lower() in text.lower() for text in seen)]
        assert not missing, f"{missing} not in {seen}"

    def does_not_read(self, *words: str) -> None:
        cards = [item for item in items(self.shown) if item.objectName().startswith("next-")]
        coming = {text for card in cards for text in str(card.property("label")).splitlines()}
        seen = [text for text in texts(self.shown) if text not in coming]
        assert not [word for word in words if any(word in text for text in seen)], seen

    def scans(self) -> str:
        """What the phone reads."""
        (code,) = read_qr_codes(grab_pixels(self.shown))
        return code


@pytest.fixture
def visit(corner_month: Path) -> "Visit":
    return Visit(corner_month)


class Visit:
    """Opens the kiosk at an hour; its home page is the beginning of each question."""

    def __init__(self, library: Path) -> None:
        self.library = library

    @contextmanager
    def at(self, local_time: str, language: str = "en", **settings: object) -> Iterator[Visitor]:
        corner: dict[str, object] = {"corner": "american-corner-almaty"}
        with window(self.library, at=local_time, language=language, **corner, **settings) as shown:
            tap(shown, "attract")
            assert shown.shell.page == "home"
            yield Visitor(shown)


WEDNESDAY = "2016-04-06T14:20"
EVENING = "2016-04-06T17:55"


def test_is_there_english_tonight(visit: Visit) -> None:
    with visit.at(EVENING) as visitor:
        visitor.reads("English Club", "18:00", "In 5 minutes", "every Wednesday")


def test_what_is_on_right_now_and_until_when(visit: Visit) -> None:
    with visit.at("2016-04-06T18:05") as visitor:
        visitor.reads("Now on", "English Club", "until 19:30")


def test_what_comes_after_it(visit: Visit) -> None:
    with visit.at("2016-04-06T18:05") as visitor:
        visitor.reads("Also today", "19:00", "3D Printing", "19:30", "Book Club")


def test_nothing_more_tonight_so_what_is_next(visit: Visit) -> None:
    with visit.at("2016-04-06T21:05") as visitor:
        visitor.reads("Tomorrow", "Chess Club", "16:00")


def test_what_can_my_child_of_8_do_on_saturday(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("choice-weekend")
        visitor.reads("Story Hour", "Saturday, 9 April, 11:00–12:00")
        visitor.touch("event-story-hour")
        visitor.reads("Ages 4–8", "Free")


def test_when_is_the_next_chess_club_and_does_it_cost(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("coming-chess-club")
        visitor.reads("Every Thursday, 16:00–17:30", "Tomorrow", "7 April", "Free")


def test_is_chess_on_next_week(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("coming-chess-club")
        visitor.reads("not on 14 April")
        visitor.touch("date-2016-04-15T16:00/2016-04-15T17:30")
        visitor.reads("Moved", "14 April")
        assert "DTSTART:20160415T100000Z" in visitor.scans()


def test_is_the_english_club_on_two_weeks_from_now(visit: Visit) -> None:
    with visit.at(EVENING) as visitor:
        visitor.touch("lead-english-club")
        visitor.reads("not on 20 April", "until 25 May")


def test_where_do_i_register_for_3d_printing(visit: Visit) -> None:
    with visit.at(EVENING) as visitor:
        visitor.touch("coming-printing-3d")
        visitor.reads("Registration", "8 places")
        assert visitor.scans() == "https://corner.example.org/3d"


def test_is_there_room_in_it_next_week(visit: Visit) -> None:
    with visit.at(EVENING) as visitor:
        visitor.touch("coming-printing-3d")
        visitor.touch("date-2016-04-13T19:00/2016-04-13T20:30")
        visitor.reads("Full: 13 April", "Join the waiting list")


def test_what_is_on_at_the_weekend_and_what_does_it_cost(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("choice-weekend")
        visitor.reads("Robot Weekend", "9–10 April, both days 10:00–16:00")
        visitor.touch("event-robot-weekend")
        visitor.reads("1,500\N{NO-BREAK SPACE}₸", "for the parts", "Ages 10–16")


def test_until_when_can_i_register_for_it(visit: Visit) -> None:
    with visit.at("2016-04-08T17:59") as visitor:
        visitor.touch("choice-weekend")
        visitor.touch("event-girls-code")
        visitor.reads("Registration open until 8 April, 18:00")
    with visit.at("2016-04-08T18:00") as visitor:
        visitor.touch("choice-weekend")
        visitor.touch("event-girls-code")
        visitor.reads("Registration has closed")


def test_what_is_on_this_evening(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("choice-evening")
        visitor.reads("English Club", "3D Printing", "Book Club: Mark Twain")
        visitor.does_not_read("Chess Club")


def test_what_is_free(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("dock-events")
        visitor.touch("filter-offer")
        visitor.touch("choice-free")
        visitor.reads("English Club")
        visitor.does_not_read("Robot Weekend")


def test_is_there_something_online(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("dock-events")
        visitor.touch("filter-offer")
        visitor.touch("choice-online")
        visitor.reads("A Talk about Mars", "12 April, 19:00–20:00")


def test_is_there_something_for_beginners(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("dock-events")
        visitor.touch("filter-level")
        visitor.touch("choice-beginner")
        visitor.reads("Girls Code")


def test_is_anything_held_in_kazakh(visit: Visit) -> None:
    with visit.at(WEDNESDAY, "kk") as visitor:
        visitor.touch("dock-events")
        visitor.touch("filter-spoken")
        visitor.touch("choice-kk")
        visitor.reads("Домбыра үйірмесі", "Ертегі сағаты")


def test_what_is_on_on_the_29th(visit: Visit) -> None:
    with visit.at(WEDNESDAY) as visitor:
        visitor.touch("dock-calendar")
        visitor.touch("day-2016-04-29")
        visitor.reads("Board Game Night", "18:00–\n24:00", "Film Night")


def test_can_i_come_with_a_wheelchair_and_whom_do_i_ask(visit: Visit) -> None:
    with visit.at(EVENING) as visitor:
        visitor.touch("lead-english-club")
        visitor.reads("Step-free entrance", "+7 727 000 00 00")


def test_how_long_is_the_corner_open_today(visit: Visit) -> None:
    with visit.at(EVENING, opening_hours="Mo-Fr 10:00-21:00") as visitor:
        visitor.reads("open until 21:00")


def test_how_do_i_take_it_with_me(visit: Visit) -> None:
    with visit.at(EVENING) as visitor:
        visitor.touch("lead-english-club")
        assert "DTSTART:20160406T120000Z" in visitor.scans()
        visitor.touch("heart")
        visitor.touch("dock-tray")
        assert "6 April 2016, 18:00–19:30" in visitor.scans()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "kk",
            (
                "5 минуттан кейін",
                "Ағылшын тілі клубы",
                "19:30-ға дейін",
                "сәрсенбі сайын",
                "16 жастан бастап",
            ),
        ),
        ("ru", ("Через 5 минут", "Клуб английского языка", "до 19:30", "по средам", "от 16 лет")),
    ],
)
def test_the_same_in_other_languages(language: str, words: tuple[str, ...], visit: Visit) -> None:
    with visit.at(EVENING, language) as visitor:
        visitor.reads(*words)
