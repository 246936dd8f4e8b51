"""Calendar entries, read by an independent parser of RFC 5545."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from kiosk.base.model import When
from kiosk.events.icalendar import ENTRY_SIZE_LIMIT, Revision, format_vevent, same_to_readers

REVISION = Revision("love-to-code", 3, 1459500000)
PLACE, URL = "American Corner Almaty", "https://kz.usembassy.gov/love-to-code"


def entry(
    edtf: str,
    title: str = "Love to Code",
    revision: Revision = REVISION,
    *,
    place: str = "",
    url: str = "",
    cancelled: bool = False,
) -> str:
    when = When(edtf, "Asia/Almaty", 0, 0)
    made = format_vevent(title, when, revision, place=place, url=url, cancelled=cancelled)
    assert made is not None
    return made


def parse_vevent(made: str) -> Event:
    event = Event.from_ical(made)
    assert isinstance(event, Event)
    assert not event.errors
    return event


def test_a_time_with_an_end_is_in_utc() -> None:
    event = parse_vevent(entry("2016-04-09T11:00/2016-04-09T14:00"))
    assert event.start == datetime(2016, 4, 9, 5, tzinfo=UTC)
    assert event.end == datetime(2016, 4, 9, 8, tzinfo=UTC)


def test_the_zones_rules_are_those_of_the_year() -> None:
    assert parse_vevent(entry("2026-04-09T11:00")).start == datetime(2026, 4, 9, 6, tzinfo=UTC)


def test_a_time_without_an_end_has_no_dtend() -> None:
    assert "DTEND" not in parse_vevent(entry("2016-04-09T11:00"))
    assert "DTEND" not in parse_vevent(entry("2016-04-09"))


def test_a_whole_day_has_date_values() -> None:
    assert parse_vevent(entry("2016-04-09")).start == date(2016, 4, 9)
    assert type(parse_vevent(entry("2016-04-09")).start) is date


def test_a_range_of_days_ends_on_the_day_after() -> None:
    event = parse_vevent(entry("2016-04-29/2016-04-30"))
    assert (event.start, event.end) == (date(2016, 4, 29), date(2016, 5, 1))


@pytest.mark.parametrize(
    "edtf", ["2016", "2016-04", "2016-21", "2016-04-09~", "2016-04-09/2016-04-20~", "2016/2017"]
)
def test_an_inexact_time_has_no_entry(edtf: str) -> None:
    assert format_vevent("Love to Code", When(edtf, "Asia/Almaty", 0, 0), REVISION) is None


def test_an_entry_contains_what_fits() -> None:
    event = parse_vevent(entry("2016-04-09", place=PLACE, url=URL))
    said = (event["SUMMARY"], event["LOCATION"], event["URL"], event["UID"])
    assert said == ("Love to Code", PLACE, URL, "love-to-code")


def test_the_url_is_dropped_first_then_the_place() -> None:
    def kept(title: str) -> set[str]:
        event = parse_vevent(entry("2016-04-09", title=title, place=PLACE, url=URL))
        return {"SUMMARY", "LOCATION", "URL"} & set(event)

    kinds = [kept("Т" * letters) for letters in (20, 80, 105)]
    assert kinds == [{"SUMMARY", "LOCATION", "URL"}, {"SUMMARY", "LOCATION"}, {"SUMMARY"}]


def test_the_longest_kazakh_title_is_shortened() -> None:
    title = "Қазақстандағы барлық Американ бұрышында өтетін мерекелік кездесу " * 2
    made = entry("2016-04-09T11:00/2016-04-09T14:00", title=title[:120], place=PLACE)
    summary = str(parse_vevent(made)["SUMMARY"])
    assert summary.endswith("…")
    assert title.startswith(summary[:-1])
    assert ENTRY_SIZE_LIMIT - 8 <= len(made.encode()) <= ENTRY_SIZE_LIMIT


def test_a_title_cannot_add_a_line_of_its_own() -> None:
    event = parse_vevent(entry("2016-04-09", title="Love\r\nURL:https://evil.example;x,y\\n"))
    assert event["SUMMARY"] == "Love\nURL:https://evil.example;x,y\\n"
    assert "URL" not in event


def test_the_revision_is_in_the_entry() -> None:
    event = parse_vevent(entry("2016-04-09"))
    assert (event["UID"], event["SEQUENCE"]) == ("love-to-code", 3)
    assert datetime(2016, 4, 1, 8, 40, tzinfo=UTC) == event.DTSTAMP
    assert "STATUS" not in event
    assert parse_vevent(entry("2016-04-09", cancelled=True))["STATUS"] == "CANCELLED"


DAY = "2016-04-09"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (entry(DAY), True),
        (entry(DAY, revision=Revision("another@id", 4, 1)), True),
        (entry(DAY).replace("SEQUENCE:3\r\n", "").replace("DTSTAMP", "X-DTSTAMP"), True),
        (entry(DAY, place=PLACE), True),
        (entry("2016-04-10"), False),
        (entry(f"{DAY}T11:00"), False),
        (entry(DAY, title="Love to Cook"), False),
        ("Love to Code", False),
        (f"{entry(DAY)}{entry('2016-04-10')}", False),
    ],
    ids=["equal", "id", "revision", "place did not fit", "day", "hour", "title", "text", "two entries"],
)
def test_entries_are_the_same_to_readers(other: str, same: bool) -> None:
    assert same_to_readers(entry(DAY), other) is same_to_readers(other, entry(DAY)) is same


def test_other_texts_are_the_same_only_when_they_are_equal() -> None:
    assert same_to_readers(URL, URL) and not same_to_readers(URL, f"{URL}/")


words = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=120)


@given(words.filter(str.strip), words)
def test_every_entry_is_short_folded_and_read_back(title: str, place: str) -> None:
    made = entry("2016-04-09T11:00", title=title, place=place, url=URL)
    assert made.startswith("BEGIN:VEVENT\r\n") and made.endswith("END:VEVENT\r\n")
    assert len(made.encode()) <= ENTRY_SIZE_LIMIT
    lines = made.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    summary = str(parse_vevent(made)["SUMMARY"])
    assert summary == title or title.startswith(summary.removesuffix("…"))
    assert parse_vevent(made).get("LOCATION", place) == place
