"""The values of a programme and their differences in words, one line each, for staff."""

from collections.abc import Collection, Iterable, Mapping

from kiosk import dates
from kiosk.base.model import Contact, Media, MediaKind, Reach, Registration, Status, Text, Venue, When
from kiosk.base.settings import LANGUAGES
from kiosk.dates.date_parts import DatePoint, parse_interval
from kiosk.i18n.translator import pick_translation, translator
from kiosk.preview.field_diff import FieldChange

MAX_WORDS = 8
"""How many words of a long text a line shows from where it begins to differ."""
_LONG_TEXTS = ("summary", "body", "audience_note", "price_note", "tagline", "address")
_VALUES_OMITTED = ("icon", "colour", "kind", "city", "latitude", "longitude")
_ORDER_FIELDS = ("media_order", "theme_order")


class ChangeFormatter:
    """Says differences in one language.

    `themes` are the titles of themes by id; a text that differs in all of `languages` does not name them.
    """

    def __init__(self, language: str, themes: Mapping[str, Text], languages: Collection[str]) -> None:
        self._all = set(languages)
        self._language = language
        self._words = translator(language)
        self._themes = themes

    def lines(self, fields: Iterable[FieldChange]) -> list[str]:
        """A line for each difference; the languages of a text share one. Two lines may read the same."""
        groups: dict[object, list[FieldChange]] = {}
        for place, field in enumerate(fields):
            alike = (field.name, field.before is None, field.after is None) if field.language else place
            groups.setdefault(alike, []).append(field)
        return [self._line(group) for group in groups.values()]

    def title(self, title: Text, when: When | None = None) -> str:
        """A title, and the time that goes with it."""
        said = self._pick(title)
        return f"{said} · {self._value('time', when)}" if when else said

    def _line(self, group: list[FieldChange]) -> str:
        field = group[0]
        if field.name in _ORDER_FIELDS:
            return self._words.text(f"changes.order.{field.name}")
        name = "video" if _is_video(field.after or field.before) else field.name.replace(".", "_")
        label = self._words.text(f"changes.field.{name}")
        if field.language:
            return self._text_line(label, group)
        if field.name in _VALUES_OMITTED:
            return self._words.text("changes.changed", field=label)
        before, after, of = self._value(field.name, field.before), self._value(field.name, field.after), ""
        if field.time:
            of = self._value("time", field.time)
        if isinstance(field.before, When) and isinstance(field.after, When):
            of, before, after = _same_day_hours(field.before, field.after, self._language) or (
                of,
                before,
                after,
            )
        return self._change(self._of(label, of), before, after)

    def _text_line(self, label: str, group: list[FieldChange]) -> str:
        known = {field.language: field for field in group}
        field = known[pick_translation({code: code for code in known}, self._language)[1]]
        if known.keys() != self._all:
            label = self._of(label, ", ".join(self._code("languages", code) for code in known))
        before, after = str(field.before or ""), str(field.after or "")
        if field.name not in _LONG_TEXTS:
            return self._change(label, before, after)
        before, after = first_difference(before, after)
        if before and after:
            return self._words.text("changes.reworded", field=label, before=before, after=after)
        return self._change(label, before, after)

    def _change(self, label: str, before: str, after: str) -> str:
        if before == after:
            return self._words.text("changes.changed", field=label)
        if not before:
            return self._words.text("changes.added", field=label, after=after)
        if not after:
            return self._words.text("changes.gone", field=label, before=before)
        return self._words.text("changes.was_is", field=label, before=before, after=after)

    def _of(self, label: str, of: str) -> str:
        return self._words.text("changes.of", field=label, of=of) if of else label

    def _value(self, name: str, value: object) -> str:
        """A value of the model in words, '' for none."""
        match value:
            case When():
                return dates.format_time(value, self._language, None)
            case bool():
                return self._words.text("screens.event.free" if value else "screens.event.paid")
            case Status():
                return self._words.text(f"changes.status.{value}")
            case Reach():
                return self._words.text(f"changes.reach.{value}")
            case Venue():
                return self._pick(value.name)
            case Media():
                return self._pick(value.alt) or value.file
            case Registration():
                return value.url
            case Contact():
                parts = (self._pick(value.name), value.phone, value.email, value.url)
                return ", ".join(filter(None, parts))
            case tuple():
                return ", ".join(self._value(name, one) for one in value)
            case None:
                return ""
        return self._code(name, str(value))

    def _code(self, name: str, code: str) -> str:
        if name == "theme":
            return self._pick(self._themes.get(code, {})) or code
        if name == "audience":
            return self._words.text(f"screens.audience.{code}")
        if name in ("spoken", "languages") and code in LANGUAGES:
            return self._words.text(f"screens.language.{code}")
        return code

    def _pick(self, text: Text) -> str:
        return pick_translation(text, self._language)[0] if text else ""


def _is_video(value: object) -> bool:
    return isinstance(value, Media) and value.kind is MediaKind.VIDEO


def first_difference(before: str, after: str) -> tuple[str, str]:
    """Some words of both texts from where they begin to differ; twice '' when only spaces do."""
    old, new = before.split(), after.split()
    if old == new:
        return "", ""
    shortest = min(len(old), len(new))
    start = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    room = shortest - start
    end = next((place for place in range(room) if old[-1 - place] != new[-1 - place]), room)
    if start + end >= shortest and start and old and new:
        start -= 1  # words were only put in or taken out: the one before says where
    return _shorten(old, start, end), _shorten(new, start, end)


def _shorten(text: list[str], start: int, end: int) -> str:
    shown = text[start : len(text) - end][:MAX_WORDS]
    left = ["…"] if start and shown else []
    right = ["…"] if shown and start + len(shown) < len(text) else []
    return " ".join((*left, *shown, *right))


def _same_day_hours(before: When, after: When, language: str) -> tuple[str, str, str] | None:
    """The day and both its hours, when nothing else of a time differs."""
    (first, last), (new_first, new_last) = parse_interval(before.edtf), parse_interval(after.edtf)
    days = {point._replace(time="") for point in (first, last, new_first, new_last)}
    if len(days) > 1 or not first.time or not new_first.time:
        return None
    day = dates.format_day(before.edtf[:10], language)
    return day, _format_hours(first, last), _format_hours(new_first, new_last)


def _format_hours(first: DatePoint, last: DatePoint) -> str:
    return "–".join(dict.fromkeys((first.time, last.time)))
