"""The rule for the dates of series: the occurrences of an event are what its series say (ADR 20)."""

import sqlite3
from collections import defaultdict

from kiosk.base.model import Series
from kiosk.dates.recurrence import MAX_DATES, series_starts
from kiosk.rules.rule import Rule

DATES = Rule(
    "series_dates",
    "Each date of a series is the start of an occurrence of its event, or of one that was moved its original "
    f"start; a series has 1 to {MAX_DATES} dates.",
)
_SERIES = "SELECT event, rule, first, until, begins, ends, left_out FROM series"
_STARTS = """SELECT event, edtf FROM occurrence WHERE event IN (SELECT event FROM series)
    UNION SELECT event, original_edtf FROM occurrence WHERE original_edtf IS NOT NULL
    AND event IN (SELECT event FROM series)"""


def find_wrong_series(connection: sqlite3.Connection) -> str | None:
    """The id of the first event with a series whose dates are not its occurrences; None when there is none.

    The values of the rows are valid.
    """
    starts: dict[str, set[str]] = defaultdict(set)
    for event, edtf in connection.execute(_STARTS):
        starts[event].add(edtf.partition("/")[0])
    for event, rule, first, until, begins, ends, left_out in connection.execute(_SERIES).fetchall():
        series = Series(rule, first, until, begins, ends, tuple(left_out.split()))
        count = 0
        for count, start in enumerate(series_starts(series), 1):
            if count > MAX_DATES or start not in starts[event]:
                return str(event)
        if not count:
            return str(event)
    return None
