"""Computes which calendar months of a time zone a span of time overlaps."""

from bisect import bisect_right
from datetime import date

from kiosk.base.time_zones import local_date, start_of_day


def month_bounds(month: str, zone_name: str) -> tuple[int, int]:
    """First and last UTC second of a month such as '2016-06'; ValueError for anything else."""
    first = date.fromisoformat(f"{month}-01")
    return start_of_day(first, zone_name), start_of_day(_next(first), zone_name) - 1


class Months:
    """All months from one UTC second to another, for finding those that a span overlaps."""

    def __init__(self, earliest: int, latest: int, zone_name: str) -> None:
        month = local_date(earliest, zone_name).replace(day=1)
        self._names: list[str] = []
        self._starts: list[int] = []
        while not self._starts or self._starts[-1] <= latest:
            self._names.append(f"{month:%Y-%m}")
            self._starts.append(start_of_day(month, zone_name))
            month = _next(month)

    def overlapping(self, earliest: int, latest: int) -> list[str]:
        """The names ('2016-06') of the months that a span overlaps, in order."""
        return self._names[bisect_right(self._starts, earliest) - 1 : bisect_right(self._starts, latest)]


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
