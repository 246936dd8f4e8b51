"""An event as plain text: what stands in it, in three languages."""

from dataclasses import replace

import pytest

from kiosk.base.model import Contact, Event, Occurrence, Online, Reach, Registration, Status
from kiosk.events.event_source import EventSource
from kiosk.events.event_text import MAX_LINK_LENGTH, event_text
from kiosk.events.view_context import PaperContext, ViewContext
from tests.unit.store.sample import CENTRE, CLUBS, CODE, FULL, HOST, NOW, SOURCE, TOUR, at
from tests.unit.store.series_sample import CLUB

TEXTS = {
    "en": ("9 April 2016, 11:00–14:00", "Register: ", "Questions: Aizhan e"),
    "kk": ("2016 жылғы 9 сәуір, 11:00–14:00", "Тіркелу: ", "Сұрақтар: Aizhan k"),
    "ru": ("9 апреля 2016 года, 11:00–14:00", "Регистрация: ", "Вопросы: Aizhan r"),
}
ENGLISH = PaperContext("en", NOW)


def lines_of(
    event: Event, occurrence: Occurrence, context: ViewContext, source: EventSource
) -> tuple[str, ...]:
    text = event_text(event, occurrence, context, source)
    return (*text.lines, *text.closing)


@pytest.mark.parametrize("language", TEXTS)
def test_what_when_where_and_whom_to_ask(language: str) -> None:
    when, register, questions = TEXTS[language]
    letter = language[0]
    event = replace(CODE, places=(CENTRE,))
    assert lines_of(event, event.occurrences[0], PaperContext(language, NOW), SOURCE) == (
        f"Love to Code {letter}",
        when,
        f"Centre {letter}",
        f"Street {letter}",
        f"{register}https://{HOST}/code",
        questions,
        "+7 727 250 76 12",
        "almaty@example.org",
        f"https://{HOST}/contact",
    )


def test_a_date_of_a_series_stands_beside_its_rule() -> None:
    text = lines_of(CLUB, CLUB.occurrences[1], PaperContext("en", at("2016-04-06T12:00")), SOURCE)
    assert text[1:3] == ("13 April 2016, 18:00–19:30", "Every Wednesday, 18:00–19:30")
    assert text[4:] == (f"Register: https://{HOST}/code", f"Online: https://{HOST}/meeting")


def test_what_is_not_as_announced_comes_before_the_time() -> None:
    assert lines_of(TOUR, TOUR.occurrences[0], PaperContext("ru", NOW), SOURCE)[:3] == (
        "Тур",
        "Перенесено. Было: май 2016",
        "Июнь 2016",
    )
    cancelled = replace(CODE.occurrences[0], status=Status.CANCELLED)
    text = lines_of(CODE, cancelled, ENGLISH, SOURCE)
    assert text[1] == "Cancelled" and not any(line.startswith("Register") for line in text)


def test_a_full_event_gives_its_waiting_list() -> None:
    registration = Registration(f"https://{HOST}/full", waiting_list=True)
    event = replace(FULL, registration=registration)
    assert f"Waiting list: https://{HOST}/full" in lines_of(event, event.occurrences[0], ENGLISH, SOURCE)


def test_an_event_without_a_place() -> None:
    online = replace(CODE, places=(), online=Online(""))
    assert lines_of(online, online.occurrences[0], ENGLISH, SOURCE)[2] == "Take part from home"
    assert CLUBS.reach is Reach.EVERYWHERE
    everywhere = replace(CLUBS, places=())
    assert lines_of(everywhere, CLUBS.occurrences[0], ENGLISH, SOURCE)[2] == "In all American Corners"
    assert lines_of(replace(everywhere, reach=Reach.PLACES), CLUBS.occurrences[0], ENGLISH, SOURCE) == (
        "Clubs e",
        "2016",
    )


def test_links_that_are_too_long_or_not_allowed_are_left_out() -> None:
    long = f"https://{HOST}/".ljust(MAX_LINK_LENGTH + 1, "x")
    for url in (long, "https://example.org/"):
        event = replace(CODE, registration=Registration(url), contact=Contact(phone="+7 727", url=url))
        assert lines_of(event, CODE.occurrences[0], ENGLISH, SOURCE)[3:] == ("Questions: +7 727",)
