"""Formats a whole time as text: '9 April, 11:00–14:00', 'late March – early April', 'spring 2016'."""

from datetime import datetime

from kiosk.base.model import When
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import WINTER, DatePoint, Third, is_one_day, parse_interval
from kiosk.i18n.translator import Translator, translator

_THIRDS: dict[Third, SentenceId] = {1: "dates.third.1", 2: "dates.third.2", 3: "dates.third.3"}


def format_time(when: When, language: str, now: int | None) -> str:
    """`when` as text; days omit the year of `now` (UTC seconds, None for unknown)."""
    this_year = 0 if now is None else datetime.fromtimestamp(now, zone(when.zone)).year
    return DateFormatter(translator(language), this_year).format_span(*parse_interval(when.edtf))


class DateFormatter:
    """Formats times in one language; days of `this_year` omit the year, 0 for none."""

    def __init__(self, translator: Translator, this_year: int = 0) -> None:
        self._translator = translator
        self._this_year = this_year

    def format_span(self, first: DatePoint, last: DatePoint) -> str:
        """The span from one point to another, which may be the same."""
        if first == last:
            return self.format_point(first)
        if is_one_day(first, last):
            date = self.format_point(first._replace(time=""))
            return self._translator.text("dates.timed", date=date, time=f"{first.time}–{last.time}")
        if _can_merge(first, last):
            return self._mark_approximate(self._format_merged(first, last), first)
        whole = DateFormatter(self._translator) if first.year != last.year else self
        return self._translator.text(
            "dates.span", first=whole.format_point(first), last=whole.format_point(last)
        )

    def format_point(self, point: DatePoint) -> str:
        """A single point as text."""
        years = f"{point.year}–{point.year + 1}" if point.season == WINTER else str(point.year)
        text = self._mark_approximate(self._add_year(self._format_without_year(point), years, point), point)
        return self._translator.text("dates.timed", date=text, time=point.time) if point.time else text

    def list_name(self, list_id: SentenceId, number: int) -> str:
        """The name with that number (from 1) in a list of `dates.json`."""
        return self._translator.text(list_id).split()[number - 1]

    def _format_merged(self, first: DatePoint, last: DatePoint) -> str:
        """The span of two points that share their year, or are both only years."""
        if not first.in_year:
            return self._translator.text("dates.years", years=f"{first.year}–{last.year}")
        if first.day and last.day and first.month == last.month:
            month = self.list_name("dates.months_with_day", first.month)
            text = self._translator.text("dates.day", day=f"{first.day}–{last.day}", month=month)
        else:
            join: SentenceId = "dates.span" if first.in_month or last.in_month else "dates.span_of_names"
            text = self._translator.text(
                join, first=self._format_without_year(first), last=self._format_without_year(last)
            )
        return self._add_year(text, str(first.year), last if first.in_month else first)

    def _format_without_year(self, point: DatePoint) -> str:
        """A point without its year and time; '' for a year alone."""
        if point.third:
            month = self.list_name("dates.months_of", point.month)
            return self._translator.text(_THIRDS[point.third], month=month)
        if point.day:
            month = self.list_name("dates.months_with_day", point.month)
            return self._translator.text("dates.day", day=point.day, month=month)
        if point.month:
            return self.list_name("dates.months", point.month)
        return self.list_name("dates.seasons", point.season) if point.season else ""

    def _add_year(self, text: str, years: str, point: DatePoint) -> str:
        """The text of a point, or of a span with `point` as its coarser end, with the year where needed."""
        if not text:
            return self._translator.text("dates.year", year=years)
        if not point.in_month:
            return self._translator.text("dates.period_year", period=text, year=years)
        if point.year == self._this_year:
            return text
        return self._translator.text("dates.day_year", date=text, year=years)

    def _mark_approximate(self, text: str, point: DatePoint) -> str:
        return self._translator.text("dates.about", date=text) if point.is_approximate else text


def _can_merge(first: DatePoint, last: DatePoint) -> bool:
    """Whether the year, and 'around', can be written once for both."""
    if (
        first.is_approximate != last.is_approximate
        or first.time
        or last.time
        or WINTER in (first.season, last.season)
    ):
        return False
    if first.in_year != last.in_year:
        return False
    return first.year == last.year or not first.in_year
