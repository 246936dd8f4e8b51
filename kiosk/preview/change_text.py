"""Formats changes of a programme as lines of text for staff."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import cast

from kiosk import dates
from kiosk.base.model import (
    Ages,
    Amount,
    Contact,
    Media,
    MediaKind,
    Online,
    Reach,
    Registration,
    Series,
    Speaker,
    Status,
    Text,
    Venue,
    When,
)
from kiosk.base.sentence_ids import SentenceId
from kiosk.dates.date_parts import DatePoint, parse_interval
from kiosk.dates.recurrence_text import format_off_days, format_series, format_until
from kiosk.events.detail_text import format_access, format_ages, format_amount, format_levels
from kiosk.i18n.translator import pick_translation, translator
from kiosk.preview.field_diff import FieldChange
from kiosk.preview.field_names import FIELD_NAMES

MAX_WORDS = 8
"""The words of a long text that a line shows, from the first difference on."""
_LONG_TEXTS = ("summary", "body", "audience_note", "price_note", "tagline", "address")
_VALUES_OMITTED = ("icon", "colour", "kind", "city", "latitude", "longitude")
_ORDER_FIELDS = ("media_order", "theme_order")
_STATUSES: dict[Status, SentenceId] = {
    Status.SCHEDULED: "changes.status.scheduled",
    Status.CANCELLED: "changes.status.cancelled",
    Status.MOVED: "changes.status.moved",
    Status.FULL: "changes.status.full",
    Status.OVER: "changes.status.over",
}
_REACHES: dict[Reach, SentenceId] = {
    Reach.PLACES: "changes.reach.places",
    Reach.ROUTE: "changes.reach.route",
    Reach.EVERYWHERE: "changes.reach.everywhere",
}


class ChangeFormatter:
    """Formats field changes in one language.

    `themes` are the titles of themes by id; `languages` are only named for texts that do not differ in all.
    """

    def __init__(self, language: str, themes: Mapping[str, Text], languages: Collection[str]) -> None:
        self._all_languages = set(languages)
        self._language = language
        self._translator = translator(language)
        self._themes = themes

    def lines(self, fields: Iterable[FieldChange]) -> list[str]:
        """A line for each change; the languages of a text share one. Two lines may be equal."""
        groups: dict[object, list[FieldChange]] = {}
        for place, field in enumerate(fields):
            key = (field.name, field.before is None, field.after is None) if field.language else place
            groups.setdefault(key, []).append(field)
        return [self._format_line(group) for group in groups.values()]

    def title(self, title: Text, when: When | None = None, series: tuple[Series, ...] = ()) -> str:
        """A title, with the rules of its series or else its time, if there is one."""
        time = "; ".join(format_series(one, self._language) for one in series)
        return " · ".join(filter(None, (self._localise(title), time or self._format_value("time", when))))

    def _format_line(self, group: list[FieldChange]) -> str:
        field = group[0]
        if field.name in _ORDER_FIELDS:
            return self._translator.text(FIELD_NAMES[field.name])
        is_video = _is_video(field.after or field.before)
        label = self._translator.text("changes.field.video" if is_video else FIELD_NAMES[field.name])
        if field.language:
            return self._format_text_line(label, group)
        if field.name in _VALUES_OMITTED:
            return self._translator.text("changes.changed", field=label)
        before, after, of = (
            self._format_value(field.name, field.before),
            self._format_value(field.name, field.after),
            "",
        )
        if field.time:
            of = self._format_value("time", field.time)
        if isinstance(field.before, When) and isinstance(field.after, When):
            of, before, after = _same_day_hours(field.before, field.after, self._language) or (
                of,
                before,
                after,
            )
        if field.name == "series" and before == after:
            before, after = (self._format_left_out(value) for value in (field.before, field.after))
        return self._change_sentence(self._label_of(label, of), before, after)

    def _format_left_out(self, series: object) -> str:
        """The days that series leave out, where nothing else of them has changed."""
        days = [date.fromisoformat(day) for one in cast(tuple[Series, ...], series) for day in one.left_out]
        return format_off_days(sorted(days), self._language)

    def _format_text_line(self, label: str, group: list[FieldChange]) -> str:
        known = {field.language: field for field in group}
        field = known[pick_translation({code: code for code in known}, self._language)[1]]
        if known.keys() != self._all_languages:
            label = self._label_of(label, ", ".join(self._format_code("languages", code) for code in known))
        before, after = str(field.before or ""), str(field.after or "")
        if field.name not in _LONG_TEXTS:
            return self._change_sentence(label, before, after)
        before, after = first_difference(before, after)
        if before and after:
            return self._translator.text("changes.reworded", field=label, before=before, after=after)
        return self._change_sentence(label, before, after)

    def _change_sentence(self, label: str, before: str, after: str) -> str:
        if before == after:
            return self._translator.text("changes.changed", field=label)
        if not before:
            return self._translator.text("changes.added", field=label, after=after)
        if not after:
            return self._translator.text("changes.gone", field=label, before=before)
        return self._translator.text("changes.was_is", field=label, before=before, after=after)

    def _label_of(self, label: str, of: str) -> str:
        return self._translator.text("changes.of", field=label, of=of) if of else label

    def _format_value(self, name: str, value: object) -> str:
        """A value of the model as text, '' for None."""
        match value:
            case When():
                return dates.format_time(value, self._language, None)
            case bool() if name == "registration.waiting_list":
                return self._translator.text("changes.yes" if value else "changes.no")
            case bool():
                return self._translator.text("screens.event.free" if value else "screens.event.paid")
            case Status():
                return self._translator.text(_STATUSES[value])
            case Reach():
                return self._translator.text(_REACHES[value])
            case Venue():
                return self._localise(value.name)
            case Media():
                return self._localise(value.alt) or value.file
            case Registration():
                return value.url
            case Contact():
                parts = (self._localise(value.name), value.phone, value.email, value.url)
                return ", ".join(filter(None, parts))
            case Series():
                until = format_until(value, self._language)
                return ", ".join(filter(None, (format_series(value, self._language), until)))
            case Amount():
                return format_amount(value, self._translator)
            case Ages():
                return format_ages(value, self._translator)
            case Online():
                return value.url or self._translator.text("changes.yes")
            case Speaker():
                return self._localise(value.name)
            case tuple() if name == "levels":
                return format_levels(value, self._translator)
            case tuple() if name == "access":
                return format_access(value, self._translator)
            case tuple():
                return ", ".join(self._format_value(name, one) for one in value)
            case None:
                return ""
        return self._format_code(name, str(value))

    def _format_code(self, name: str, code: str) -> str:
        if name == "theme":
            return self._localise(self._themes.get(code, {})) or code
        if name == "audience":
            return self._translator.audience_name(code)
        if name in ("spoken", "languages"):
            return self._translator.language_name(code)
        return code

    def _localise(self, text: Text) -> str:
        return pick_translation(text, self._language)[0] if text else ""


def _is_video(value: object) -> bool:
    return isinstance(value, Media) and value.kind is MediaKind.VIDEO


def first_difference(before: str, after: str) -> tuple[str, str]:
    """Some words of both texts from the first difference on; '' twice when only spaces differ."""
    old, new = before.split(), after.split()
    if old == new:
        return "", ""
    shortest = min(len(old), len(new))
    start = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    room = shortest - start
    end = next((place for place in range(room) if old[-1 - place] != new[-1 - place]), room)
    if start + end >= shortest and start and old and new:
        start -= 1  # words were only inserted or deleted: the word before shows where
    return _shorten(old, start, end), _shorten(new, start, end)


def _shorten(text: list[str], start: int, end: int) -> str:
    shown = text[start : len(text) - end][:MAX_WORDS]
    left = ["…"] if start and shown else []
    right = ["…"] if shown and start + len(shown) < len(text) else []
    return " ".join((*left, *shown, *right))


def _same_day_hours(before: When, after: When, language: str) -> tuple[str, str, str] | None:
    """The day, the old hours and the new hours, when only the hours differ; else None."""
    (first, last), (new_first, new_last) = parse_interval(before.edtf), parse_interval(after.edtf)
    days = {point._replace(time="") for point in (first, last, new_first, new_last)}
    if len(days) > 1 or not first.time or not new_first.time:
        return None
    day = dates.format_day(before.edtf[:10], language)
    return day, _format_hours(first, last), _format_hours(new_first, new_last)


def _format_hours(first: DatePoint, last: DatePoint) -> str:
    return "–".join(dict.fromkeys((first.time, last.time)))
