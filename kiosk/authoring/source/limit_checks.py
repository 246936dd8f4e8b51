"""Checks that a source does not hold more than a pack may (kiosk.rules.row_rules)."""

from collections.abc import Iterator, Mapping

from kiosk.authoring.source.problems import Place, Problem
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base import limits
from kiosk.base.model import Event, Programme
from kiosk.base.sentence_ids import ProblemCode
from kiosk.rules.row_rules import MAX_ROWS, MAX_ROWS_PER_EVENT


def check_counts(source: RawSource) -> Iterator[Problem]:
    """Report too many themes, places and events: at the first one beyond the limit."""
    counted: tuple[tuple[ProblemCode, Mapping[str, Entry], int], ...] = (
        ("themes_many", source.themes, MAX_ROWS["theme"]),
        ("venues_many", source.venues, MAX_ROWS["venue"]),
        ("events_many", source.events, limits.EVENTS),
    )
    for code, entries, most in counted:
        if len(entries) > most:
            yield list(entries.values())[most].make_problem(code, count=len(entries), most=most)


def check_rows(source: RawSource, programme: Programme) -> Iterator[Problem]:
    """Report an event with too many dates, and lists that are too long in all events together."""
    totals = dict.fromkeys(MAX_ROWS, 0)
    for event in programme.events:
        count, most = len(event.occurrences), MAX_ROWS_PER_EVENT["occurrence"]
        if count > most:
            yield source.events[event.id].make_problem("dates_many", count=count, most=most)
        for name, rows in _event_rows(event).items():
            totals[name] += rows
    for name, count in totals.items():
        if count > MAX_ROWS[name]:
            detail = {"name": name, "count": count, "most": MAX_ROWS[name]}
            yield Problem("rows_many", Place("events"), detail=detail)


def _event_rows(event: Event) -> Mapping[str, int]:
    """The rows of an event by the table of a pack's database."""
    return {
        "occurrence": len(event.occurrences),
        "place": len(event.places),
        "audience": len(event.audience),
        "spoken": len(event.spoken),
        "hashtag": len(event.hashtags),
        "media": len(event.media),
        "caption": sum(len(lines) for media in event.media for lines in media.captions.values()),
        "series": len(event.series),
        "level": len(event.levels),
        "speaker": len(event.speakers),
    }
