"""Times and repetitions in the words of a reader, to echo how something was understood."""

from dataclasses import dataclass
from datetime import date

from kiosk.base.model import Series
from kiosk.dates.date_parts import parse_interval
from kiosk.dates.recurrence_text import format_repetition
from kiosk.dates.time_text import DateFormatter
from kiosk.i18n.translator import translator


@dataclass(frozen=True)
class SaidTime:
    """A time as ADR 3 writes it; a single day is said with its weekday."""

    edtf: str

    def text_in(self, language: str) -> str:
        """The time in the words of a language; as it is written when it is no valid one."""
        try:
            first, last = parse_interval(self.edtf)
            formatter = DateFormatter(translator(language))
            said = formatter.format_span(first, last)
            if first != last or not first.day:
                return said
            weekday = formatter.list_name("dates.weekdays", first.date.isoweekday())
        except ValueError:
            return self.edtf
        return translator(language).text("dates.weekday", weekday=weekday, date=said)


@dataclass(frozen=True)
class SaidDays:
    """Several days."""

    days: tuple[date, ...]

    def text_in(self, language: str) -> str:
        """The days in the words of a language."""
        return "; ".join(SaidTime(day.isoformat()).text_in(language) for day in self.days)


@dataclass(frozen=True)
class SaidRepeat:
    """A recurrence rule (`kiosk.dates.recurrence`) with its hours, and the days that were read with it."""

    rule: str
    hours: str
    days: tuple[date, ...]

    def text_in(self, language: str) -> str:
        """The repetition in the words of a language, then the days."""
        said = f"{say_rule(self.rule, language)} {self.hours}".strip()
        return "; ".join(filter(None, (said, SaidDays(self.days).text_in(language))))


def say_rule(rule: str, language: str) -> str:
    """A recurrence rule in words: 'every Wednesday', 'every day'."""
    words = format_repetition(Series(rule, "2000-01-01", "2000-01-02"), language)
    return words or translator(language).text("dates.series.daily")
