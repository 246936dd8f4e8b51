"""The facts, status notices, venue lines and codes of an event, as printed on paper."""

from dataclasses import replace

import pytest

from kiosk.base.model import Event, Occurrence, Price, Reach, Registration, Status
from kiosk.events.event_facts import Fact, event_facts, registration_text, status_notice
from kiosk.events.timing import current_occurrence, is_past, is_registration_open
from kiosk.events.venue_line import venue_line, venues_of
from kiosk.events.view_context import PaperContext, ViewContext
from tests.unit.store.sample import (  # fmt: skip
    ALMATY,
    APRIL_9,
    ASTANA,
    CENTRE,
    CODE,
    CORNER,
    CORNERS,
    LATER,
    NOW,
    OPEN,
    at,
    text,
    when,
)

ENGLISH = PaperContext("en", NOW)
MAY_2 = CODE.occurrences[1]
YEAR = when("2016", "2016-01-01", "2016-12-31")


def facts_by_icon(
    event: Event, occurrence: int = 0, context: ViewContext = ENGLISH
) -> dict[str, tuple[str, str]]:
    return {
        one.icon: (one.text, one.note) for one in event_facts(event, event.occurrences[occurrence], context)
    }


def test_when_where_and_for_whom() -> None:
    rows = event_facts(CODE, CODE.occurrences[0], ENGLISH)
    assert rows == [
        Fact("calendar-blank", "When", "9 April 2016, 11:00–14:00", "and 1 other date"),
        Fact("map-pin", "Where", "Almaty e", ""),
        Fact("users-three", "For whom", "Students, teachers",
             "From 14 e · Free · Free of charge e · In English, Kazakh"),
    ]  # fmt: skip


def test_an_occurrence_can_have_its_own_venue() -> None:
    assert facts_by_icon(CODE, 1)["map-pin"] == ("Corner e", "")
    assert venues_of(CODE, MAY_2) == (CORNER,)


def test_a_single_venue_has_its_address() -> None:
    assert facts_by_icon(replace(CODE, places=(CENTRE,)))["map-pin"] == ("Centre e", "Street e")
    assert facts_by_icon(replace(CODE, places=(CENTRE, ALMATY)))["map-pin"] == ("Centre e · Almaty e", "")


def test_unknown_facts_are_left_out() -> None:
    bare = replace(
        CODE, occurrences=(Occurrence(YEAR),), places=(), audience=(), audience_note={}, spoken=(),
        price=Price(), registration=None,
    )  # fmt: skip
    assert facts_by_icon(bare) == {"calendar-blank": ("2016", "The exact date is not known yet")}
    noted = replace(bare, price=Price(None, text("Bring a pen")))
    assert facts_by_icon(noted)["users-three"] == ("Bring a pen e", "")


@pytest.mark.parametrize("free", [True, False])
def test_the_price_fact(free: bool) -> None:
    event = replace(CODE, price=Price(free), spoken=("de",), audience=(), audience_note={})
    assert facts_by_icon(event)["users-three"] == ("Free" if free else "Paid", "In de")


def test_closed_registration_is_a_fact() -> None:
    opening = replace(CODE, registration=LATER)
    assert facts_by_icon(opening)["ticket"][0] == "Registration opens 1 May 2016"
    closed = PaperContext("en", at("2016-04-09T00:00"))
    assert facts_by_icon(CODE, 0, closed)["ticket"][0] == "Registration has closed"
    assert "ticket" not in facts_by_icon(CODE) and "ticket" not in facts_by_icon(
        opening, 0, PaperContext("en", None)
    )


def test_registration_text_gives_end_and_places() -> None:
    assert registration_text(OPEN, ENGLISH) == "Registration open until 8 April 2016 · 20 places"
    assert registration_text(Registration(OPEN.url), ENGLISH) == "Registration is open"


def test_status_notices() -> None:
    assert status_notice(CODE.occurrences[0], ENGLISH) == ("", "")
    moved = Occurrence(APRIL_9, Status.MOVED, original=YEAR)
    assert status_notice(moved, ENGLISH) == ("moved", "Moved from 2016")
    assert status_notice(Occurrence(APRIL_9, Status.CANCELLED), ENGLISH)[0] == "cancelled"


def test_venue_lines() -> None:
    many = (ALMATY, ASTANA, CORNER, CENTRE, CORNERS)
    assert venue_line(many, Reach.ROUTE, ENGLISH) == "Almaty e → All Corners e"
    assert venue_line(many[:2], Reach.ROUTE, ENGLISH) == "Almaty e → Astana e"
    assert venue_line(many, Reach.ROUTE, ENGLISH, whole=True).count("→") == 4
    assert venue_line(many, Reach.PLACES, ENGLISH) == "Almaty e · Astana e · Corner e · and 2 more"
    assert venue_line(many[:3], Reach.PLACES, ENGLISH).count("·") == 2
    assert venue_line((), Reach.EVERYWHERE, ENGLISH) != "" and venue_line((), Reach.PLACES, ENGLISH) == ""


def test_the_current_occurrence() -> None:
    first, second = CODE.occurrences
    moments = {NOW: first, at("2016-04-09T13:59"): first, at("2016-04-09T14:00"): second,
               at("2017-01-01T00:00"): second, None: first}  # fmt: skip
    assert all(current_occurrence(CODE, now) is found for now, found in moments.items())


def test_past_occurrences() -> None:
    assert is_past(Occurrence(APRIL_9, Status.OVER), None)
    assert not is_past(Occurrence(APRIL_9), None)
    moved = Occurrence(APRIL_9, Status.MOVED, original=when("2016-05-02", "2016-05-02", "2016-05-02"))
    assert not is_past(moved, at("2016-04-30T00:00")) and is_past(moved, at("2016-05-03T00:00"))


def test_registration_is_open_within_its_window_for_scheduled_events() -> None:
    first = CODE.occurrences[0]
    assert is_registration_open(OPEN, first, NOW) and is_registration_open(OPEN, first, None)
    assert not is_registration_open(OPEN, first, at("2016-04-09T00:00"))
    assert not is_registration_open(LATER, first, NOW)
    for status in (Status.CANCELLED, Status.FULL, Status.OVER):
        assert not is_registration_open(OPEN, replace(first, status=status), NOW)


def test_a_paper_context_localises_texts() -> None:
    context = PaperContext("kk", None)
    assert (context.now, context.year_omitted_at) == (None, None)
    assert (context.localise({"ru": "Беседа"}), context.other_language_note({"ru": "Беседа"})) == (
        "Беседа",
        "Тек орыс тілінде",
    )
    assert (
        context.localise({}),
        context.other_language_note({}),
        context.other_language_note({"kk": "Әңгіме"}),
    ) == ("", "", "")
    assert (context.language_name("en"), context.language_name("de")) == ("ағылшынша", "de")


def test_a_view_context_must_define_its_times() -> None:
    for name in ("now", "year_omitted_at"):
        with pytest.raises(NotImplementedError):
            getattr(ViewContext(), name)
