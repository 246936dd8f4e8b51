"""What is said of events that are repeated, and of prices, ages, levels and access, in three languages."""

from dataclasses import replace

import pytest

from kiosk.base.model import Ages, Amount, Event, Series, Status
from kiosk.events.detail_text import format_access, format_ages, format_amount, format_levels
from kiosk.events.event_codes import event_codes
from kiosk.events.event_facts import event_facts, more_facts, status_label
from kiosk.events.series_text import series_line, series_note
from kiosk.events.timing import current_occurrence
from kiosk.events.view_context import ViewContext
from kiosk.i18n.translator import translator
from tests.unit.store.sample import SOURCE, ZONE, at
from tests.unit.store.series_sample import CLUB


class Reader(ViewContext):
    """A visitor at a local time."""

    def __init__(self, language: str, now: str) -> None:
        self.language, self._now = language, at(now)

    @property
    def now(self) -> int | None:
        return self._now

    @property
    def year_omitted_at(self) -> int | None:
        return self._now


NOTES = {
    "2016-03-20T12:00": "from 6 April · until 25 May · not on 20 April",
    "2016-04-06T12:00": "until 25 May · not on 20 April",
    "2016-04-13T12:00": "until 25 May · not on 20 April and 18 May",
    "2016-04-21T12:00": "until 25 May · not on 18 May",
    "2016-05-19T12:00": "until 25 May",
    "2016-05-26T12:00": "",
}


@pytest.mark.parametrize("now", NOTES)
def test_the_bounds_and_the_days_without_a_meeting(now: str) -> None:
    assert series_note(CLUB, Reader("en", now)) == NOTES[now]


def test_a_series_that_has_ended_is_not_said_any_more() -> None:
    later = Series("FREQ=WEEKLY;BYDAY=TH", "2016-04-07", "2016-06-30", "10:00")
    both = (*CLUB.series, later)
    assert series_line(both, ZONE, Reader("en", "2016-04-06T12:00")) == (
        "every Wednesday, 18:00–19:30; every Thursday, 10:00"
    )
    assert series_line(both, ZONE, Reader("en", "2016-05-26T12:00")) == "every Thursday, 10:00"
    assert series_line(CLUB.series, ZONE, Reader("en", "2016-05-26T12:00")) == ""


LINES = {
    "en": ("Every Wednesday, 18:00–19:30", "until 25 May · not on 20 April"),
    "kk": ("Сәрсенбі сайын, 18:00–19:30", "25 мамырға дейін · 20 сәуірде өткізілмейді"),
    "ru": ("По средам, 18:00–19:30", "по 25 мая · кроме 20 апреля"),
}
OTHERS = {
    "en": ["Online", "Speakers", "Accessibility", "Organiser"],
    "kk": ["Онлайн", "Спикерлер", "Қолжетімділік", "Ұйымдастырушы"],
    "ru": ["Онлайн", "Спикеры", "Доступность", "Организатор"],
}


@pytest.mark.parametrize("language", LINES)
def test_the_facts(language: str) -> None:
    reader = Reader(language, "2016-04-06T12:00")
    now = current_occurrence(CLUB, reader.now)
    first = event_facts(CLUB, now, reader)[0]
    assert (first.text, first.note) == LINES[language]
    assert [fact.label for fact in more_facts(CLUB, now, reader)] == OTHERS[language]


def test_the_terms_for_taking_part() -> None:
    reader = Reader("en", "2016-04-06T12:00")
    whom = event_facts(CLUB, CLUB.occurrences[0], reader)[-1]
    assert (whom.text, whom.note) == ("Ages 8–12", "level: A2–B1 · 1,000–2,000\N{NO-BREAK SPACE}₸")
    speakers = list(more_facts(CLUB, CLUB.occurrences[0], reader))[1]
    assert speakers.text == "Ann e (engineer e), Bob e"


def test_one_cancelled_date_names_itself() -> None:
    reader = Reader("en", "2016-04-20T12:00")
    cancelled = CLUB.occurrences[2]
    assert current_occurrence(CLUB, reader.now) is CLUB.occurrences[3]
    assert status_label(cancelled, reader, is_repeated=True) == ("cancelled", "Cancelled: 20 April")
    assert status_label(cancelled, reader) == ("cancelled", "Cancelled")


def code_kinds(event: Event, status: Status) -> list[str]:
    occurrence = replace(event.occurrences[0], status=status)
    reader = Reader("en", "2016-04-06T12:00")
    return [code.kind for code in event_codes(event, occurrence, reader, SOURCE)]


def test_the_codes_of_each_state() -> None:
    assert code_kinds(CLUB, Status.SCHEDULED) == ["register", "online", "calendar", "text"]
    assert code_kinds(CLUB, Status.FULL) == ["waiting_list", "online", "calendar", "text"]
    assert code_kinds(CLUB, Status.CANCELLED) == ["cancelled", "text"]
    assert CLUB.registration is not None
    closed = replace(CLUB, registration=replace(CLUB.registration, waiting_list=False))
    assert code_kinds(closed, Status.FULL) == ["online", "calendar", "text"]


@pytest.mark.parametrize(
    ("ages", "en", "kk", "ru"),
    [
        (Ages(16), "ages 16+", "16 жастан бастап", "от 16 лет"),
        (Ages(21), "ages 21+", "21 жастан бастап", "от 21 года"),
        (Ages(None, 6), "up to age 6", "6 жасқа дейін", "до 6 лет"),
        (Ages(8, 12), "ages 8–12", "8–12 жас", "8–12 лет"),
        (Ages(1, 3), "ages 1–3", "1–3 жас", "1–3 года"),
        (Ages(0), "", "", ""),
    ],
)
def test_ages(ages: Ages, en: str, kk: str, ru: str) -> None:
    assert [format_ages(ages, translator(code)) for code in ("en", "kk", "ru")] == [en, kk, ru]


def test_amounts() -> None:
    assert format_amount(Amount(1500, 1500, "KZT"), translator("kk")) == "1\u202f500\xa0₸"
    assert format_amount(Amount(10, 20, "CHF"), translator("en")) == "10–20\xa0CHF"


def test_levels_and_access() -> None:
    assert format_levels(("beginner",), translator("ru")) == "уровень: начальный"
    assert format_levels(("B1", "A2", "B2"), translator("en")) == "level: A2–B2"
    assert format_levels(("A1", "B2"), translator("en")) == "level: A1, B2"
    assert format_levels((), translator("en")) == format_access((), translator("en")) == ""
    assert format_access(("step_free", "lift"), translator("en")) == "step-free entrance, lift"
