"""The figures of one month: programmes held and attendance by theme, use of the screen, flyers printed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.base.time_zones import local_date, zone
from kiosk.library.library_paths import LibraryPaths
from kiosk.store.database_file import quarantine_path
from kiosk.store.flyer_log import FILE_NAME, PRINTS_KEPT_FOR, FlyerLog
from kiosk.store.months import month_bounds
from kiosk.store.programme_record import HeldProgramme
from kiosk.visits.month.record import Look
from kiosk.visits.statistics import read_statistics
from kiosk.visits.tally import Metric

YEARS_BACK = 2
"""The number of years before this month that can be looked at, at least."""
USE_METRICS = (Metric.SESSION, Metric.EVENT, Metric.CODE)
"""The counts of the use of the screen in a report."""


class Total(NamedTuple):
    """Programmes held, the persons who attended those with a number, and how many have none yet.

    `attended` is None where there are programmes and none of them has a number.
    """

    held: int
    attended: int | None
    missing: int

    @classmethod
    def of(cls, programmes: Sequence[HeldProgramme]) -> "Total":
        """The total of programmes; those that staff have called off are left out."""
        held = [one for one in programmes if not one.called_off]
        typed = [one.attended for one in held if one.attended is not None]
        return cls(len(held), sum(typed) if typed or not held else None, len(held) - len(typed))


class ThemeTotal(NamedTuple):
    """The total of one theme; `title` as it was when a programme of it was last recorded."""

    theme: str
    title: Text
    total: Total


@dataclass(frozen=True, slots=True)
class MonthReport:
    """The report of `month` ('2016-04'); one may look at the months from `first` to `last`.

    `corner` is the Corner's id, '' where it is not set. `use` is empty and `flyer_pages` None where they are
    not known. `notes` are what staff should know. `day` is the ISO date on which it was made.
    """

    month: str
    first: str
    last: str
    corner: str
    programmes: tuple[HeldProgramme, ...]
    use: Mapping[Metric, int]
    flyer_pages: int | None
    notes: tuple[KioskError, ...]
    day: str = ""
    is_rehearsed: bool = False

    def themes(self) -> list[ThemeTotal]:
        """The totals by theme, the theme with most programmes first."""
        by_theme: dict[str, list[HeldProgramme]] = {}
        for one in self.programmes:
            if not one.called_off:
                by_theme.setdefault(one.theme, []).append(one)
        totals = [ThemeTotal(id, rows[-1].theme_title, Total.of(rows)) for id, rows in by_theme.items()]
        return sorted(totals, key=lambda one: (-one.total.held, one.theme))


def report_month(look: Look, month: str = "") -> MonthReport:
    """Record what has been held, and report that month, or the present one.

    Raises `KioskError` 'month.form' for what is no month, 'month.later' for one that has not begun. What else
    cannot be read or recorded is a note.
    """
    this_month = local_date(look.today, look.zone).replace(day=1)
    start = _parse_month(month) if month else this_month
    if start > this_month:
        raise KioskError("month.later", month=month)
    bounds, notes = month_bounds(_name(start), look.zone), _notes(look)
    programmes: list[HeldProgramme] = []
    use: dict[Metric, int] = {}
    flyer_pages: int | None = None
    with _noting(notes):
        programmes, error = look.record()
        if error:
            notes.append(KioskError("month.not_recorded", reason=error))
    with _noting(notes):
        counts = read_statistics(look.settings.library, start, local_date(bounds[1], look.zone))
        use = {metric: counts.total(metric) for metric in USE_METRICS}
    with _noting(notes):
        flyer_pages = _count_flyer_pages(look, *bounds)
    if quarantine_path(look.file).exists():
        notes.append(KioskError("month.damaged", file=quarantine_path(look.file).name))
    oldest = _name(this_month.replace(year=this_month.year - YEARS_BACK))
    return MonthReport(
        _name(start),
        min((oldest, *(one.month for one in programmes))),
        _name(this_month),
        look.settings.corner,
        tuple(one for one in programmes if one.month == _name(start) and _has_begun(one, look.today)),
        use,
        flyer_pages,
        tuple(notes),
        local_date(look.today, look.zone).isoformat(),
        look.is_rehearsed,
    )


def _notes(look: Look) -> list[KioskError]:
    notes = []
    if look.is_rehearsed:
        notes.append(KioskError("month.rehearsal"))
    if look.now is None:
        notes.append(KioskError("month.clock"))
    if not look.settings.corner:
        notes.append(KioskError("month.no_corner"))
    return notes


def _has_begun(programme: HeldProgramme, now: int) -> bool:
    """Whether it has begun: what a clock that was wrong has recorded of the future is not reported."""
    local = datetime.fromtimestamp(now, zone(programme.zone)).strftime("%Y-%m-%dT%H:%M")
    return programme.begin <= local[: len(programme.begin)]


@contextmanager
def _noting(notes: list[KioskError]) -> Iterator[None]:
    """Make a note of what one part of the report cannot be read for."""
    try:
        yield
    except KioskError as error:
        notes.append(error)


def _count_flyer_pages(look: Look, first: int, last: int) -> int | None:
    """The pages printed from `first` to `last` (UTC seconds); None when the log no longer has all of them."""
    if first < look.today - PRINTS_KEPT_FOR:
        return None
    folder = LibraryPaths(look.settings.library.absolute()).flyers
    if not (folder / FILE_NAME).is_file():
        return 0
    with FlyerLog(folder) as log:
        return log.pages_printed(first, last + 1)


def _parse_month(text: str) -> date:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise KioskError("month.form", written=text) from None
    if _name(first) != text or not 2000 <= first.year < 2100:
        raise KioskError("month.form", written=text)
    return first


def _name(first: date) -> str:
    return f"{first:%Y-%m}"
