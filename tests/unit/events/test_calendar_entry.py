"""Entries of events in a real calendar: what is moved or cancelled replaces what it has to, and no more."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.model import Event, Occurrence, Status, When
from kiosk.events.calendar_entry import calendar_entry, entry_uid
from kiosk.events.event_source import EventSource
from kiosk.events.view_context import PaperContext
from tests.unit.events.calendar_readers import KhalCalendar, first_entry
from tests.unit.store.busy import timed
from tests.unit.store.sample import CODE, NOW, SOURCE, ZONE, when

ENGLISH = PaperContext("en", NOW)
NEXT = SOURCE._replace(version=2, signed_at=SOURCE.signed_at + 86400)
"""The publisher's next pack."""


@pytest.fixture
def calendar(tmp_path: Path) -> KhalCalendar:
    return KhalCalendar(tmp_path / "khal")


def on(*occurrences: Occurrence, id: str = "club") -> Event:
    return replace(CODE, id=id, title={"en": "Club"}, occurrences=occurrences)


def day(number: int, **facts: Status | When) -> Occurrence:
    return Occurrence(timed(f"2016-04-{number:02}", "18:00", "19:00"), **facts)  # type: ignore[arg-type]


def entries(event: Event, source: EventSource = SOURCE) -> Iterator[str]:
    """The entry of each date, as its code has it."""
    for occurrence in event.occurrences:
        entry = calendar_entry(event, occurrence, ENGLISH, source)
        assert entry
        yield entry


def test_every_date_of_a_series_stays(calendar: KhalCalendar) -> None:
    calendar.add(*entries(on(day(6), day(13), day(20))))
    assert calendar.entries() == [f"2016-04-{number:02}T18:00 Club" for number in (6, 13, 20)]


def test_a_moved_date_replaces_the_one_first_announced(calendar: KhalCalendar) -> None:
    first = on(day(6), day(13))
    calendar.add(*entries(first))
    moved = on(day(6), day(14, status=Status.MOVED, original=first.occurrences[1].when))
    calendar.add(*entries(moved, NEXT))
    assert calendar.entries() == ["2016-04-06T18:00 Club", "2016-04-14T18:00 Club"]
    again = on(day(6), day(15, status=Status.MOVED, original=first.occurrences[1].when))
    calendar.add(*entries(again, NEXT._replace(version=3)))
    assert calendar.entries() == ["2016-04-06T18:00 Club", "2016-04-15T18:00 Club"]


def test_a_cancelled_date_says_so_to_a_calendar_that_has_it(calendar: KhalCalendar) -> None:
    calendar.add(*entries(on(day(6), day(13))))
    calendar.add(*entries(on(day(6), day(13, status=Status.CANCELLED)), NEXT))
    assert calendar.entries() == ["2016-04-06T18:00 Club", "2016-04-13T18:00 CANCELLED Cancelled: Club"]
    calendar.add(*entries(on(day(6), day(13)), NEXT._replace(version=3)))
    assert calendar.entries() == ["2016-04-06T18:00 Club", "2016-04-13T18:00 Club"]


def test_a_second_date_does_not_change_the_first(calendar: KhalCalendar) -> None:
    calendar.add(*entries(on(day(6))))
    calendar.add(*entries(on(day(6), day(13)), NEXT))
    assert calendar.entries() == ["2016-04-06T18:00 Club", "2016-04-13T18:00 Club"]


def test_what_differs_in_publisher_event_or_time_is_another_entry(calendar: KhalCalendar) -> None:
    calendar.add(*entries(on(day(6))), *entries(on(day(6)), SOURCE._replace(publisher="other")))
    calendar.add(*entries(on(day(6), id="club-2")))
    calendar.add(*entries(on(Occurrence(timed("2016-04-06", "20:00", "21:00")))))
    assert calendar.entries() == [*["2016-04-06T18:00 Club"] * 3, "2016-04-06T20:00 Club"]


@pytest.mark.parametrize(
    ("edtf", "begins"),
    [
        ("2016-04-09T11:00/2016-04-09T14:00", "20160409T0500Z"),
        ("2016-04-09", "20160409"),
        ("2016-04-09/2016-04-12", "20160409"),
        ("2016-05", "201605"),
        ("2016-04-09~", "20160409"),
        ("2016", "2016"),
    ],
)
def test_the_identifier_names_event_original_time_and_publisher(edtf: str, begins: str) -> None:
    first = when("2016-04-09", "2016-04-09", "2016-04-09").earliest
    announced = When(edtf, ZONE, first + 11 * 3600 if "T" in edtf else first, first + 86399)
    uid = entry_uid(CODE, Occurrence(announced), SOURCE)
    assert uid == f"code.{begins}@local.corner-kiosk.invalid"
    moved = Occurrence(CODE.occurrences[1].when, Status.MOVED, original=announced)
    assert entry_uid(CODE, moved, SOURCE) == uid


def test_the_revision_is_that_of_the_pack() -> None:
    (older,), (newer,) = ((first_entry(one) for one in entries(on(day(6)), pack)) for pack in (SOURCE, NEXT))
    assert (older["UID"], older["DTSTART"]) == (newer["UID"], newer["DTSTART"])
    assert int(older["SEQUENCE"]) < int(newer["SEQUENCE"]) and older["DTSTAMP"] < newer["DTSTAMP"]


def test_the_longest_identifier_leaves_room_for_a_title() -> None:
    event = replace(on(day(6), id="e" * 64), title={"en": "Қазақстандағы барлық Американ бұрышында"})
    (entry,) = entries(event, SOURCE._replace(publisher="p" * 40, version=9_999_999_999))
    assert first_entry(entry)["SUMMARY"] == "Қазақстандағы барл…"
    assert first_entry(entry)["SEQUENCE"] == "2147483647"
