"""Makes the series of an event and their dates from what its author wrote: `every`, `except` and `change`."""

from collections.abc import Iterator, Mapping
from datetime import date

from kiosk.authoring.source.problems import Problem
from kiosk.authoring.source.raw_source import Entry
from kiosk.authoring.source.tables import ChangeTable, EventTable
from kiosk.base.model import Occurrence, Series, Status, Venue, When
from kiosk.dates.bounds import WhenError
from kiosk.dates.recurrence import MAX_DATES, MAX_SPAN, series_days, series_starts, time_on

_ONLY_BESIDE_EVERY = ("first", "until", "except", "change")


def event_series(table: EventTable) -> tuple[Series, ...]:
    """The rules by which the event is repeated; none unless it has `every`, `first` and `until`."""
    if not (table.every and table.first and table.until):
        return ()
    first, until = table.first.isoformat(), table.until.isoformat()
    left_out = sorted(day.isoformat() for day in table.left_out)
    whole = [Series(one.rule, first, until, one.begins, one.ends) for one in table.every]
    return tuple(
        Series(one.rule, first, until, one.begins, one.ends, tuple(day for day in left_out if day in days))
        for one in whole
        for days in ({day.isoformat() for day in series_days(one)},)
    )


def series_occurrences(table: EventTable, zone: str, venues: Mapping[str, Venue]) -> Iterator[Occurrence]:
    """The dates of the event's series, with what is changed on single dates."""
    changes = {change.date: change for change in table.change}
    for series in event_series(table):
        for day in series_days(series):
            yield _occurrence(time_on(series, day, zone), table.status, changes.get(day), venues)


def _occurrence(
    when: When, status: Status, change: ChangeTable | None, venues: Mapping[str, Venue]
) -> Occurrence:
    """One date of an event with that `status`, unless something else is said of the date."""
    if change is None:
        return Occurrence(when, status)
    venue = venues.get(change.venue)
    if change.when and change.when != when:
        return Occurrence(change.when, Status.MOVED, venue, when)
    return Occurrence(when, change.status, venue)


def check_series(entry: Entry, table: EventTable, zone: str) -> Iterator[Problem]:
    """Report what keeps the series of an event from being made."""
    if table.every is None:
        for name in _ONLY_BESIDE_EVERY:
            if name in entry.data:
                yield entry.make_problem("every_only", (name,), value=name)
        return
    for name in ("first", "until"):
        if name not in entry.data:
            yield entry.make_problem("every_bounds", ("every",), value=name)
    if table.first and table.until:
        if table.first > table.until:
            yield entry.make_problem("every_order", ("until",))
        elif (table.until - table.first).days > MAX_SPAN:
            yield entry.make_problem("every_span", ("until",))
        else:
            yield from _check_dates(entry, table, zone)


def _check_dates(entry: Entry, table: EventTable, zone: str) -> Iterator[Problem]:
    known: set[date] = set()
    starts: set[str] = set()
    for series in event_series(table):
        days = list(series_days(series))
        known.update(days, map(date.fromisoformat, series.left_out))
        begins = set(series_starts(series))
        if twice := sorted(starts & begins):
            yield entry.make_problem("every_twice", ("every",), value=twice[0].replace("T", " "))
        starts |= begins
        if not days:
            yield entry.make_problem("every_none", ("every",), first=series.first, until=series.until)
        elif len(days) > MAX_DATES:
            yield entry.make_problem("every_long", ("every",), most=MAX_DATES)
        else:
            yield from _check_hours(entry, series, days, zone)
    choices = ", ".join(day.isoformat() for day in sorted(known)[:3])
    for position, day in enumerate(table.left_out):
        if day not in known:
            yield entry.make_problem("except_day", ("except", position), value=day, weekday=f"{day:%A}")
    for position, change in enumerate(table.change):
        path = ("change", position)
        if change.date in table.left_out:
            yield entry.make_problem("change_excepted", (*path, "date"), value=change.date)
        elif change.date not in known:
            yield entry.make_problem("every_day", (*path, "date"), value=change.date, choices=choices)
        if any(other.date == change.date for other in table.change[:position]):
            yield entry.make_problem("twice", (*path, "date"), value=change.date)
        if change.when and change.when.edtf.partition("/")[0] in starts:
            yield entry.make_problem("every_twice", (*path, "when"), value=change.when.edtf.replace("T", " "))
        if change.status is Status.MOVED and change.when is None:
            yield entry.make_problem("change_moved", (*path, "status"))
        if change.status is Status.SCHEDULED and change.when is None and not change.venue:
            yield entry.make_problem("change_nothing", path, value=change.date)
        if (change.when or change.venue) and change.status in (Status.CANCELLED, Status.OVER):
            where = "when" if change.when else "venue"
            yield entry.make_problem("change_both", (*path, where), value=change.status.value)
        elif change.when is not None and change.status is Status.FULL:
            yield entry.make_problem("change_both", (*path, "when"), value=change.status.value)


def _check_hours(entry: Entry, series: Series, days: list[date], zone: str) -> Iterator[Problem]:
    for day in days:
        try:
            time_on(series, day, zone)
        except WhenError:
            yield entry.make_problem("when_gap", ("every",), value=f"{day} {series.begins}")
            return
