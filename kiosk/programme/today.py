"""Decides what leads on the home page and what stands on its board: a pure function over occurrences."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from kiosk.base.model import Status
from kiosk.base.time_zones import local_date
from kiosk.dates.date_parts import parse_interval
from kiosk.events.timing import has_ended
from kiosk.store.board_queries import BoardTime, Nearness
from kiosk.store.event_selection import MONTH_SPAN

DAY = 86400
LATE_ARRIVAL = 3600
"""Seconds for which an occurrence without a known end stays on the board once it has begun."""
WEEK = timedelta(days=7)


class Phase(IntEnum):
    """How an occurrence lies to the present; in this order it stands on the board."""

    NOW = 0
    """In progress, and its hours are known."""
    TODAY = 1
    """It begins later today."""
    BEGUN = 2
    """It has begun within the last hour; nobody knows when it ends."""
    ALL_DAY = 3
    """It is today, at no known hour."""
    RUNNING = 4
    """One of several days, of which today is not the first."""
    CALLED_OFF = 5
    """It would be today, but is cancelled or was moved to another day."""
    SOON = 6
    """It begins within the next seven days."""
    LATER = 7
    """It begins on a later day."""
    UNDATED = 8
    """Its day is not known."""


class Entry(NamedTuple):
    """An occurrence on the home page; `day` is when it begins, today if it has begun, None if unknown."""

    time: BoardTime
    phase: Phase
    day: date | None

    @property
    def event(self) -> str:
        """The id of its event."""
        return self.time.match.event

    @property
    def begins(self) -> int:
        """When it begins, in UTC seconds."""
        return self.time.when.earliest


class Board(NamedTuple):
    """The home page at one moment.

    `lead` is on the poster. `today` is everything else that is today at this Corner and in its city, in the
    order of the day with what is on now first. `coming` follows, the most important first, an event once.
    """

    lead: Entry | None = None
    today: tuple[Entry, ...] = ()
    coming: tuple[Entry, ...] = ()

    @property
    def leads_today(self) -> bool:
        """Whether what leads is today, here or in this city."""
        return self.lead is not None and _is_today(self.lead)

    @property
    def all_today(self) -> tuple[Entry, ...]:
        """What leads, if it is today, and all else that is today."""
        return (self.lead, *self.today) if self.lead and self.leads_today else self.today


def arrange(times: Iterable[BoardTime], now: int, zone: str) -> Board:
    """The board for these occurrences at `now`, in UTC seconds; days are those of `zone`.

    This Corner comes before its city, and both before the rest of the country: what is elsewhere counts as
    something of this week even when it is today. Among what is today, the start that is nearest to now leads,
    so that what has just begun leads until the next is nearer. What is over, cancelled or moved never leads.
    """
    entries = [entry for time in times if (entry := _enter(time, now, zone))]
    ranked = sorted(entries, key=lambda entry: (_rank(entry), _order(entry, now), entry.time.match))
    lead = next((entry for entry in ranked if entry.phase is not Phase.CALLED_OFF), None)
    today = sorted(
        (one for one in ranked if one is not lead and _is_today(one)),
        key=lambda entry: (entry.phase is not Phase.NOW, _sort_hour(entry), entry.time.match),
    )
    taking_place = [one for one in (lead, *today, *ranked) if one and one.phase is not Phase.CALLED_OFF]
    first_of = {one.event: one for one in reversed(taking_place)}
    coming = [
        one for one in ranked if one is first_of.get(one.event) and one is not lead and not _is_today(one)
    ]
    return Board(lead, tuple(today), tuple(coming))


def arrange_without_clock(times: Sequence[BoardTime], zone: str) -> Board:
    """The board in the order of `times` while nobody knows what day it is: no occurrence is today or over."""
    entries = [_enter_undecided(time, zone) for time in times]
    lead = next((one for one in entries if one.time.status is not Status.CANCELLED), None)
    return Board(lead, (), tuple(one for one in entries if one is not lead))


def _enter_undecided(time: BoardTime, zone: str) -> Entry:
    first, last = parse_interval(time.when.edtf)
    if not first.day or not last.day:
        return Entry(time, Phase.UNDATED, None)
    return Entry(time, Phase.LATER, local_date(time.when.earliest, zone))


def _enter(time: BoardTime, now: int, zone: str) -> Entry | None:
    """The entry of an occurrence; None when it is over."""
    when, today = time.when, local_date(now, zone)
    if has_ended(when, time.status, now):
        return None
    first, last = parse_interval(when.edtf)
    if not first.day or not last.day:
        is_off = time.status is Status.CANCELLED
        return None if is_off else Entry(time, Phase.UNDATED, None)
    day = local_date(when.earliest, zone)
    if time.status is Status.CANCELLED or time.is_moved_away:
        return Entry(time, Phase.CALLED_OFF, today) if day <= today else None
    if day > today:
        return Entry(time, Phase.SOON if day - today < WEEK else Phase.LATER, day)
    if first.time and when.earliest > now:
        return Entry(time, Phase.TODAY, today)
    if first.time and first == last:
        return Entry(time, Phase.BEGUN, today) if now - when.earliest < LATE_ARRIVAL else None
    if first.time and when.latest - when.earliest < DAY:
        return Entry(time, Phase.NOW, today)
    return Entry(time, Phase.ALL_DAY if day == today else Phase.RUNNING, today)


def _is_today(entry: Entry) -> bool:
    return entry.phase <= Phase.CALLED_OFF and entry.time.nearness is not Nearness.ELSEWHERE


def _rank(entry: Entry) -> tuple[int, ...]:
    """How soon it is in coarse steps, then how near it is."""
    phase, when, nearness = entry.phase, entry.time.when, entry.time.nearness
    if phase is Phase.UNDATED:
        return 4, when.latest - when.earliest >= MONTH_SPAN, nearness
    if phase is Phase.LATER:
        return 3, nearness
    if phase in (Phase.RUNNING, Phase.CALLED_OFF):
        return 2, nearness
    return 1 if phase is Phase.SOON or nearness is Nearness.ELSEWHERE else 0, nearness


def _order(entry: Entry, now: int) -> tuple[int, int]:
    """Today: at a known hour first, the start that is nearest to now; later: in the order of time."""
    if entry.phase in (Phase.NOW, Phase.TODAY, Phase.BEGUN):
        return 0, abs(entry.begins - now)
    when = entry.time.when
    if entry.phase is Phase.UNDATED:
        return 0, when.earliest if when.earliest > now else when.latest
    return 1, entry.begins


def _sort_hour(entry: Entry) -> tuple[bool, int]:
    """The hour of the day; what has none comes last."""
    return entry.phase in (Phase.ALL_DAY, Phase.RUNNING), entry.begins
