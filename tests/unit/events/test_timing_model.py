"""What time decides about an event, compared with a model: half-open intervals of instants, and nothing else.

The same questions are put to `kiosk.events.timing` (one event) and to the queries of a catalogue (lists).
"""

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kiosk.authoring.building.database_rows import detail_row, occurrence_row, registration_row
from kiosk.base.model import Event, Occurrence, Registration, Series, Status, When
from kiosk.base.time_zones import zone
from kiosk.dates.bounds import WhenError, parse_when
from kiosk.dates.recurrence import WEEKDAYS, series_days, time_on
from kiosk.events.timing import current_occurrence, is_past, is_registration_open, takes_place
from kiosk.store.catalogue import Catalogue
from tests.unit.store.sample import OPEN
from tests.unit.store.series_sample import CLUB
from tests.unit.viewmodels.sessions import database_with_events

EXAMPLES = int(os.environ.get("MODEL_EXAMPLES", "300"))
ZONES = ("Asia/Almaty", "Asia/Aqtau", "Europe/Berlin", "America/New_York")
STATUSES = (Status.SCHEDULED, Status.SCHEDULED, Status.CANCELLED, Status.FULL, Status.OVER, Status.MOVED)


@dataclass(frozen=True)
class Span:
    """A written time and what it means: from `begin` until just before `end`, in UTC seconds."""

    edtf: str
    begin: int
    end: int


@dataclass(frozen=True)
class Meeting:
    """An occurrence as the model sees it."""

    span: Span
    status: Status
    announced: Span | None = None

    @property
    def listed_until(self) -> int:
        return max(self.span.end, self.announced.end if self.announced else 0)


def seconds(moment: datetime, zone_name: str) -> int:
    """UTC seconds of a local time that exists once."""
    local = moment.replace(tzinfo=zone(zone_name))
    assume(local.utcoffset() == local.replace(fold=1).utcoffset())
    assume(datetime.fromtimestamp(local.timestamp(), zone(zone_name)).replace(tzinfo=None) == moment)
    return int(local.timestamp())


@st.composite
def spans(draw: st.DrawFn, zone_name: str) -> Span:
    """A day, a start, or a start and an end, which may be midnight in both of its forms."""
    day = datetime(2016, 3, 20) + timedelta(days=draw(st.integers(0, 240)))
    form = draw(st.sampled_from(("day", "days", "start", "hours")))
    if form in ("day", "days"):
        after = day + timedelta(days=1 if form == "day" else draw(st.integers(2, 9)))
        text = f"{day:%Y-%m-%d}" + ("" if form == "day" else f"/{after - timedelta(days=1):%Y-%m-%d}")
        return Span(text, seconds(day, zone_name), seconds(after, zone_name))
    begin = day + timedelta(minutes=draw(st.integers(0, 95)) * 15)
    if form == "start":
        return Span(
            f"{begin:%Y-%m-%dT%H:%M}", seconds(begin, zone_name), seconds(day + timedelta(days=1), zone_name)
        )
    end = begin + timedelta(minutes=draw(st.integers(1, 130)) * 15)
    written = f"{end:%Y-%m-%dT%H:%M}"
    if end.time() == day.time() and draw(st.booleans()):
        written = f"{end - timedelta(days=1):%Y-%m-%d}T24:00"
    return Span(f"{begin:%Y-%m-%dT%H:%M}/{written}", seconds(begin, zone_name), seconds(end, zone_name))


@st.composite
def meetings(draw: st.DrawFn, zone_name: str) -> Meeting:
    span, status = draw(spans(zone_name)), draw(st.sampled_from(STATUSES))
    announced = draw(spans(zone_name)) if status is Status.MOVED else None
    assume(announced is None or announced.edtf != span.edtf)
    return Meeting(span, status, announced)


@st.composite
def series_meetings(draw: st.DrawFn, zone_name: str) -> list[Meeting]:
    """The dates of a weekly series, as the model counts them, with a status for each."""
    first, weeks = date(2016, 3, 20) + timedelta(days=draw(st.integers(0, 200))), draw(st.integers(1, 6))
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))
    begin, length = draw(st.integers(0, 95)) * 15, draw(st.integers(1, 90)) * 15
    days = [
        first + timedelta(days=n)
        for n in range(7 * weeks)
        if (first + timedelta(days=n)).weekday() in weekdays
    ]
    starts = [datetime.combine(day, time()) + timedelta(minutes=begin) for day in days]
    made = [(start, start + timedelta(minutes=length)) for start in starts]
    rule = f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[number] for number in sorted(weekdays))}"
    until = first + timedelta(days=7 * weeks - 1)
    series = Series(rule, f"{first}", f"{until}", f"{starts[0]:%H:%M}", f"{made[0][1]:%H:%M}")
    assume(length < 24 * 60)
    spans = [
        Span(f"{a:%Y-%m-%dT%H:%M}/{b:%Y-%m-%dT%H:%M}", seconds(a, zone_name), seconds(b, zone_name))
        for a, b in made
    ]
    assert [time_on(series, day, zone_name).edtf for day in series_days(series)] == [
        one.edtf for one in spans
    ]
    return [Meeting(span, draw(st.sampled_from(STATUSES[:-1]))) for span in spans]


@dataclass(frozen=True)
class Case:
    """An event as the model sees it, and an instant near one of its times."""

    zone: str
    meetings: Sequence[Meeting]
    opens: Span | None
    closes: Span | None
    waiting_list: bool
    now: int | None

    @property
    def may_register(self) -> bool:
        """Whether the window of registration is open; a limit with an hour ends at that hour."""
        if self.now is None:
            return True
        if self.opens and self.now < self.opens.begin:
            return False
        return not self.closes or self.now < limit_of(self.closes)


def limit_of(span: Span) -> int:
    return span.begin if "T" in span.edtf and "/" not in span.edtf else span.end


@st.composite
def cases(draw: st.DrawFn) -> Case:
    zone_name = draw(st.sampled_from(ZONES))
    single = st.lists(meetings(zone_name), min_size=1, max_size=5, unique_by=lambda one: one.span.edtf)
    dates = draw(single | series_meetings(zone_name))
    opens, closes = draw(st.none() | spans(zone_name)), draw(st.none() | spans(zone_name))
    edges = [edge for one in dates for edge in (one.span.begin, one.span.end, one.listed_until)]
    edges += [edge for span in (opens, closes) if span for edge in (span.begin, span.end)]
    near = st.builds(int.__add__, st.sampled_from(edges), st.sampled_from((-60, -1, 0, 1, 60)))
    return Case(zone_name, dates, opens, closes, draw(st.booleans()), draw(st.none() | near))


def when(span: Span, zone_name: str) -> When:
    try:
        parsed = parse_when(span.edtf, zone_name)
    except WhenError:
        raise AssertionError(span) from None
    assert (parsed.earliest, parsed.latest) == (span.begin, span.end - 1), span
    return parsed


def occurrence(meeting: Meeting, zone_name: str) -> Occurrence:
    original = when(meeting.announced, zone_name) if meeting.announced else None
    return Occurrence(when(meeting.span, zone_name), meeting.status, original=original)


def event_of(case: Case) -> Event:
    opens, closes = (when(span, case.zone) if span else None for span in (case.opens, case.closes))
    registration = Registration(OPEN.url, opens, closes, waiting_list=case.waiting_list)
    found = sorted((occurrence(one, case.zone) for one in case.meetings), key=lambda one: one.when.earliest)
    return replace(CLUB, series=(), occurrences=tuple(found), registration=registration)


@cache
def template() -> bytes:
    return database_with_events(CLUB)


def catalogue_of(event: Event, zone_name: str) -> Catalogue:
    """A catalogue of this event alone."""
    assert event.registration
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(template())
    connection.execute("UPDATE campaign SET zone = ?", (zone_name,))
    for table in ("occurrence", "registration", "detail"):
        connection.execute(f"DELETE FROM {table}")
    rows = [("occurrence", occurrence_row(event.id, one)) for one in event.occurrences]
    for table, row in (
        *rows,
        ("registration", registration_row(event.id, event.registration)),
        ("detail", detail_row(event)),
    ):
        names = ", ".join(row)
        connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values())
        )
    try:
        return Catalogue(connection.serialize())
    finally:
        connection.close()


def is_over(meeting: Meeting, now: int | None) -> bool:
    return meeting.status is Status.OVER or (now is not None and now >= meeting.span.end)


def is_on(meeting: Meeting, now: int | None) -> bool:
    return meeting.status is not Status.CANCELLED and not is_over(meeting, now)


def has_room(meeting: Meeting, case: Case) -> bool:
    """Whether one can still join: it has room or a waiting list, and its hour has not come."""
    begun = case.now is not None and "T" in meeting.span.edtf and meeting.span.begin <= case.now
    return not begun and (meeting.status is not Status.FULL or case.waiting_list)


def is_listed(meeting: Meeting, now: int | None) -> bool:
    return meeting.status is not Status.OVER and (now is None or now < meeting.listed_until)


def rank(meeting: Meeting, now: int | None) -> tuple[bool, int]:
    """What takes place comes before what is cancelled; then what begins next, what is on by its end."""
    begun = now is not None and meeting.span.begin <= now
    return not is_on(meeting, now), meeting.span.end - 1 if begun else meeting.span.begin


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_time_decides_as_in_the_model(case: Case) -> None:
    event, now = event_of(case), case.now
    made = {one.when.edtf: one for one in event.occurrences}
    for meeting in case.meetings:
        found = made[meeting.span.edtf]
        assert takes_place(found, now) == is_on(meeting, now)
        assert is_past(found, now) == (not is_listed(meeting, now))
        assert event.registration is not None
        may = is_on(meeting, now) and has_room(meeting, case) and case.may_register
        assert is_registration_open(event.registration, found, now) == may
    current = current_occurrence(event, now)
    listed = [one for one in case.meetings if is_listed(one, now)]
    if listed:
        best = min(rank(one, now) for one in listed)
        assert current.when.edtf in {one.span.edtf for one in listed if rank(one, now) == best}
    else:
        assert current.when.latest == max(one.span.end for one in case.meetings) - 1
    compare_lists(case, event, current)


def compare_lists(case: Case, event: Event, current: Occurrence) -> None:
    """The lists of a catalogue show the event by the same date, and only while it is coming."""
    catalogue, now = catalogue_of(event, case.zone), case.now
    coming = catalogue.cards(now)
    if any(is_listed(one, now) for one in case.meetings):
        (card,) = coming
        ranks = {one.span.edtf: rank(one, now) for one in case.meetings}
        assert ranks[card.occurrence.when.edtf] == ranks[current.when.edtf]
        assert catalogue.find_events(now, past=True) == []
    else:
        assert coming == () and len(catalogue.find_events(now, past=True)) == 1
    room = any(is_on(one, now) and has_room(one, case) for one in case.meetings)
    assert bool(catalogue.find_events(now, registration_open=True)) == (room and case.may_register)
    catalogue.close()
