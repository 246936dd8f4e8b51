"""What leads and what stands on the board: the rules one by one, and all of them against a simple model."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.model import Status
from kiosk.base.time_zones import local_date
from kiosk.dates.bounds import parse_when
from kiosk.programme.today import Board, Phase, arrange, arrange_without_clock
from kiosk.store.board_queries import BoardTime, Nearness
from kiosk.store.event_selection import MONTH_SPAN, EventMatch
from tests.unit.store.sample import ZONE, at

NOW = at("2016-04-06T17:55")
HERE, CITY, ELSEWHERE = Nearness
numbers = count()


def one(
    edtf: str,
    nearness: Nearness = HERE,
    status: Status = Status.SCHEDULED,
    *,
    event: str = "",
    is_moved_away: bool = False,
) -> BoardTime:
    """An occurrence, of an event of its own unless `event` names one."""
    when, number = parse_when(edtf, ZONE), next(numbers)
    match = EventMatch(when.earliest, event or f"event-{number}", number)
    return BoardTime(match, when, status, nearness, is_moved_away)


def leads(*times: BoardTime, now: int = NOW) -> BoardTime | None:
    """The occurrence that leads among these."""
    lead = arrange(times, now, ZONE).lead
    return lead.time if lead else None


AT_SIX = one("2016-04-06T18:00/2016-04-06T19:30")
AT_SEVEN = one("2016-04-06T19:00/2016-04-06T20:00")
AFTERNOON = one("2016-04-06T16:00/2016-04-06T18:30")
TOMORROW = one("2016-04-07T16:00/2016-04-07T17:00")
IN_MAY = one("2016-05-12")
APRIL = one("2016-04")
SPRING = one("2016-21")
YEAR = one("2016")
IN_ORDER = [AT_SIX, AT_SEVEN, TOMORROW, IN_MAY, APRIL, YEAR]


@pytest.mark.parametrize("first", range(len(IN_ORDER)))
def test_the_sooner_and_the_better_known_leads(first: int) -> None:
    assert leads(*reversed(IN_ORDER[first:])) == IN_ORDER[first]


def test_the_start_that_is_nearest_to_now_leads() -> None:
    assert leads(AFTERNOON, AT_SIX) == AT_SIX
    assert leads(AT_SIX, AT_SEVEN, now=at("2016-04-06T18:29")) == AT_SIX
    assert leads(AT_SIX, AT_SEVEN, now=at("2016-04-06T18:31")) == AT_SEVEN


def test_this_corner_comes_before_its_city_and_both_before_the_country() -> None:
    in_city, far = (
        one("2016-04-06T18:00/2016-04-06T19:00", CITY),
        one("2016-04-06T18:00/2016-04-06T19:00", ELSEWHERE),
    )
    assert leads(in_city, far, AT_SEVEN) == AT_SEVEN
    assert leads(in_city, far, TOMORROW) == in_city
    assert leads(far, TOMORROW) == TOMORROW
    assert leads(far, IN_MAY) == far


@pytest.mark.parametrize(
    ("edtf", "phase"),
    [
        ("2016-04-06T16:00/2016-04-06T17:55", None),
        ("2016-04-06T16:00/2016-04-06T17:56", Phase.NOW),
        ("2016-04-06T18:00/2016-04-06T19:30", Phase.TODAY),
        ("2016-04-06T18:00", Phase.TODAY),
        ("2016-04-06T17:00", Phase.BEGUN),
        ("2016-04-06T16:55", None),
        ("2016-04-06", Phase.ALL_DAY),
        ("2016-04-06/2016-04-08", Phase.ALL_DAY),
        ("2016-04-01/2016-04-08", Phase.RUNNING),
        ("2016-04-05T10:00/2016-04-08T16:00", Phase.RUNNING),
        ("2016-04-05T22:00/2016-04-06T18:00", Phase.NOW),
        ("2016-04-12T10:00", Phase.SOON),
        ("2016-04-13T10:00", Phase.LATER),
        ("2016-04", Phase.UNDATED),
        ("2016-03-25~/2016-04-05~", Phase.UNDATED),
        ("2016-04-01~/2016-05", Phase.UNDATED),
    ],
)
def test_how_an_occurrence_lies_to_now(edtf: str, phase: Phase | None) -> None:
    lead = arrange([one(edtf)], NOW, ZONE).lead
    assert (lead and lead.phase) == phase


def test_what_is_called_off_is_shown_until_its_end_and_never_leads() -> None:
    cancelled = one("2016-04-06T18:00/2016-04-06T19:00", status=Status.CANCELLED)
    moved = one("2016-04-06T19:00/2016-04-06T20:00", status=Status.MOVED, is_moved_away=True)
    board = arrange([cancelled, moved], NOW, ZONE)
    assert board.lead is None
    assert [entry.time for entry in board.today] == [cancelled, moved]
    assert {entry.phase for entry in board.today} == {Phase.CALLED_OFF}
    assert arrange([cancelled], cancelled.when.latest + 1, ZONE) == Board()
    tomorrow = one("2016-04-07", status=Status.CANCELLED)
    assert arrange([tomorrow], NOW, ZONE) == Board()


def test_what_is_on_now_comes_first_and_the_rest_by_the_hour() -> None:
    all_day = one("2016-04-06")
    board = arrange([all_day, AT_SEVEN, AFTERNOON, AT_SIX], NOW, ZONE)
    assert board.lead and board.lead.time == AT_SIX
    assert [entry.time for entry in board.today] == [AFTERNOON, AT_SEVEN, all_day]
    assert [entry.time for entry in board.all_today] == [AT_SIX, AFTERNOON, AT_SEVEN, all_day]


def test_a_club_comes_once_among_what_is_coming() -> None:
    weeks = [one(f"2016-04-{day}T16:00/2016-04-{day}T17:00", event="club") for day in ("07", "08", "11")]
    daily = [one(f"2016-04-{day}T10:00", event="daily") for day in ("08", "09")]
    board = arrange([*weeks, *daily], NOW, ZONE)
    assert board.lead and board.lead.event == "club"
    assert [entry.event for entry in board.coming] == ["daily"]
    today = arrange([one("2016-04-06T18:00/2016-04-06T19:00", event="club"), *weeks], NOW, ZONE)
    assert today.coming == ()


def test_after_a_cancelled_meeting_the_next_one_is_coming() -> None:
    off = one("2016-04-06T18:00/2016-04-06T19:00", status=Status.CANCELLED, event="club")
    following = one("2016-04-12T18:00/2016-04-12T19:00", event="club")
    board = arrange([off, AT_SEVEN, following], NOW, ZONE)
    assert [entry.time for entry in board.coming] == [following]


def test_without_a_clock_the_order_is_the_programmes() -> None:
    cancelled = one("2015-01-01", status=Status.CANCELLED)
    board = arrange_without_clock([cancelled, IN_MAY, AT_SIX, YEAR], ZONE)
    assert board.lead and board.lead.time == IN_MAY
    assert [entry.time for entry in board.coming] == [cancelled, AT_SIX, YEAR]
    assert not board.leads_today and not board.all_today
    assert {entry.phase for entry in board.coming} == {Phase.LATER, Phase.UNDATED}
    assert arrange_without_clock([], ZONE) == Board()


DAYS = st.integers(-3, 12).map(lambda days: date(2016, 4, 6) + timedelta(days=days))
HOURS = st.integers(0, 22)


@st.composite
def written_times(draw: st.DrawFn) -> str:
    """A time of each kind around the sixth of April."""
    day, hour = draw(DAYS), draw(HOURS)
    match draw(st.integers(0, 5)):
        case 0:
            return f"{day}"
        case 1:
            return f"{day}T{hour:02}:00"
        case 2:
            return f"{day}T{hour:02}:00/{day}T{hour + 1:02}:30"
        case 3:
            return f"{day}/{day + timedelta(days=draw(st.integers(1, 9)))}"
        case 4:
            return draw(st.sampled_from(["2016-04", "2016-21", "2016-05", "2016-04-01~"]))
    return "2016"


times_strategy = st.builds(
    one,
    written_times(),
    st.sampled_from(Nearness),
    st.sampled_from([Status.SCHEDULED, Status.FULL, Status.CANCELLED, Status.OVER]),
    event=st.sampled_from(["", "club", "chess"]),
)


@given(st.lists(times_strategy, max_size=8), st.integers(0, 24 * 60 - 1))
def test_no_other_occurrence_is_a_better_lead(times: list[BoardTime], minute: int) -> None:
    now = at("2016-04-06T00:00") + 60 * minute
    board = arrange(times, now, ZONE)
    best = min((worth for time in times if (worth := worth_of(time, now))), default=None)
    assert (board.lead is None) == (best is None)
    if board.lead:
        assert worth_of(board.lead.time, now) == best


@given(st.lists(times_strategy, max_size=8), st.integers(0, 24 * 60 - 1))
def test_everything_of_today_is_on_the_board_once(times: list[BoardTime], minute: int) -> None:
    now = at("2016-04-06T00:00") + 60 * minute
    board = arrange(times, now, ZONE)
    shown = [entry.time.match for entry in board.all_today]
    assert len(shown) == len(set(shown))
    expected = {time.match for time in times if is_near_and_today(time, now)}
    assert set(shown) == expected
    events = [entry.event for entry in board.coming]
    assert len(events) == len(set(events))
    assert all(entry.phase is not Phase.CALLED_OFF for entry in board.coming)


def worth_of(time: BoardTime, now: int) -> tuple[int, ...] | None:
    """The model: the smaller, the better a lead; None for what may not lead."""
    when, edtf = time.when, time.when.edtf
    if when.latest < now or time.status in (Status.CANCELLED, Status.OVER):
        return None
    if "~" in edtf or len(edtf) < 10:
        is_year = when.latest - when.earliest >= MONTH_SPAN
        return (4, is_year, time.nearness, 0, when.earliest if when.earliest > now else when.latest)
    starts, today = local_date(when.earliest, ZONE), local_date(now, ZONE)
    has_hour, has_end = "T" in edtf, "/" in edtf
    if starts > today:
        is_soon = starts < today + timedelta(days=7)
        return (1 if is_soon else 3, time.nearness, 1, when.earliest)
    if starts < today:
        return (2, time.nearness, 1, when.earliest)
    if has_hour and not has_end and now - when.earliest >= 3600:
        return None
    step = 1 if time.nearness is ELSEWHERE else 0
    return (
        (step, time.nearness, 0, abs(when.earliest - now))
        if has_hour
        else (step, time.nearness, 1, when.earliest)
    )


def is_near_and_today(time: BoardTime, now: int) -> bool:
    """The model: whether the board has to show it as something of today."""
    when, edtf = time.when, time.when.edtf
    if time.nearness is ELSEWHERE or time.status is Status.OVER or "~" in edtf or len(edtf) < 10:
        return False
    is_late = "T" in edtf and "/" not in edtf and now - when.earliest >= 3600
    is_over = when.latest < now or (is_late and time.status is not Status.CANCELLED)
    return local_date(when.earliest, ZONE) <= local_date(now, ZONE) and not is_over
