"""A whole time in words: '9 April, 11:00–14:00', 'late March – early April', 'spring 2016'."""

from datetime import datetime

from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import WINTER, Point, read
from kiosk.i18n.translator import Translator, translator


def in_words(when: When, language: str, now: int | None) -> str:
    """`when` as people say it; days leave out the year that `now` (UTC seconds, None for unknown) is in."""
    this_year = 0 if now is None else datetime.fromtimestamp(now, zone(when.zone)).year
    return Phrases(translator(language), this_year).span(*read(when.edtf))


class Phrases:
    """Puts times into the words of one language; days of `this_year` go without it, 0 stands for none."""

    def __init__(self, translator: Translator, this_year: int = 0) -> None:
        self._translator = translator
        self._this_year = this_year

    def span(self, first: Point, last: Point) -> str:
        """From one point to another, which may be the same."""
        if first == last:
            return self.one(first)
        day = first._replace(time="")
        if first.time and day == last._replace(time=""):
            return self._translator.text("dates.timed", date=self.one(day), time=f"{first.time}–{last.time}")
        if _merge(first, last):
            return self._about(self._merged(first, last), first)
        whole = Phrases(self._translator) if first.year != last.year else self
        return self._translator.text("dates.span", first=whole.one(first), last=whole.one(last))

    def one(self, point: Point) -> str:
        """A single point."""
        years = f"{point.year}–{point.year + 1}" if point.season == WINTER else str(point.year)
        said = self._about(self._dated(self._bare(point), years, point), point)
        return self._translator.text("dates.timed", date=said, time=point.time) if point.time else said

    def name(self, list_id: str, number: int) -> str:
        """The name with that number, from 1, in one of the lists of `dates.json`."""
        return self._translator.text(list_id).split()[number - 1]

    def _merged(self, first: Point, last: Point) -> str:
        """Two points that share their year, or are both nothing but years."""
        if not first.in_year:
            return self._translator.text("dates.years", years=f"{first.year}–{last.year}")
        if first.day and last.day and first.month == last.month:
            month = self.name("dates.months_with_day", first.month)
            said = self._translator.text("dates.day", day=f"{first.day}–{last.day}", month=month)
        else:
            join = "dates.span" if first.in_month or last.in_month else "dates.span_of_names"
            said = self._translator.text(join, first=self._bare(first), last=self._bare(last))
        return self._dated(said, str(first.year), last if first.in_month else first)

    def _bare(self, point: Point) -> str:
        """A point without its year and time; '' for a year."""
        if point.third:
            month = self.name("dates.months_of", point.month)
            return self._translator.text(f"dates.third.{point.third}", month=month)
        if point.day:
            month = self.name("dates.months_with_day", point.month)
            return self._translator.text("dates.day", day=point.day, month=month)
        if point.month:
            return self.name("dates.months", point.month)
        return self.name("dates.seasons", point.season) if point.season else ""

    def _dated(self, bare: str, years: str, point: Point) -> str:
        """Words for a point, or a span whose coarser end it is, with the year where it has to be said."""
        if not bare:
            return self._translator.text("dates.year", year=years)
        if not point.in_month:
            return self._translator.text("dates.period_year", period=bare, year=years)
        if point.year == self._this_year:
            return bare
        return self._translator.text("dates.day_year", date=bare, year=years)

    def _about(self, said: str, point: Point) -> str:
        return self._translator.text("dates.about", date=said) if point.about else said


def _merge(first: Point, last: Point) -> bool:
    """Whether the year, and 'around', can be said once for both."""
    if first.about != last.about or first.time or last.time or WINTER in (first.season, last.season):
        return False
    if first.in_year != last.in_year:
        return False
    return first.year == last.year or not first.in_year
