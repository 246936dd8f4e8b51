"""Lists the changes of a preview in sections and rows of text, in the order in which staff read them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kiosk.base.model import Language
from kiosk.base.sentence_ids import ChangesId
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.preview.change_text import ChangeFormatter
from kiosk.preview.field_diff import FieldChange
from kiosk.preview.field_names import FIELD_NAMES
from kiosk.preview.preview import Preview
from kiosk.preview.programme_diff import Change, ChangeKind, SectionKind
from kiosk.preview.standing import Standing
from kiosk.programme.missing_translations import UntranslatedEvent

MAX_ROWS = 50
"""Rows per section; of the others only the number is given."""
MAX_LINES = 20
"""Lines per row; of the others only the number is given."""
_KINDS = list(ChangeKind)
_EVENT_HEADINGS: dict[ChangeKind, ChangesId] = {
    ChangeKind.NEW: "changes.events.new",
    ChangeKind.CANCELLED: "changes.events.cancelled",
    ChangeKind.MOVED: "changes.events.moved",
    ChangeKind.FULL: "changes.events.full",
    ChangeKind.OVER: "changes.events.over",
    ChangeKind.RESTORED: "changes.events.restored",
    ChangeKind.CHANGED: "changes.events.changed",
    ChangeKind.CORRECTED: "changes.events.corrected",
    ChangeKind.REMOVED: "changes.events.removed",
}
_UNTRANSLATED: dict[Language, ChangesId] = {
    "kk": "changes.untranslated.kk",
    "ru": "changes.untranslated.ru",
    "en": "changes.untranslated.en",
}
_LACKING: dict[Language, ChangesId] = {
    "kk": "changes.lacking.kk",
    "ru": "changes.lacking.ru",
    "en": "changes.lacking.en",
}


class Row(NamedTuple):
    """A record that differs, with a line for each difference."""

    title: str
    lines: tuple[str, ...] = ()


class Section(NamedTuple):
    """The rows under one heading.

    `heading` is a sentence with {n}, None where the rows' titles suffice, `number` the number of rows, of
    which `rows` are the first.
    """

    kind: SectionKind
    heading: ChangesId | None
    number: int
    rows: tuple[Row, ...]


def build_sections(preview: Preview, language: str) -> Iterator[Section]:
    """All that would change for visitors; the same sections and rows in every language."""
    return _SectionBuilder(preview, language).sections()


def rows_to_json(preview: Preview) -> dict[str, object]:
    """The rows as JSON values, each text in every language, and the total number of rows by kind."""
    counts: Counter[str] = Counter()
    rows: list[dict[str, object]] = []
    for versions in zip(*(build_sections(preview, language) for language in LANGUAGES), strict=True):
        kind = versions[0].kind
        counts[kind] += versions[0].number
        for rows_by_language in zip(*(section.rows for section in versions), strict=True):
            lines = dict.fromkeys(zip(*(row.lines for row in rows_by_language), strict=True))
            titles = tuple(row.title for row in rows_by_language)
            rows.append(
                {"kind": kind, "title": _by_language(titles), "lines": [_by_language(one) for one in lines]}
            )
    return {"rows": rows, "counts": dict(counts)}


def _by_language(texts: Sequence[str]) -> dict[str, str]:
    return dict(zip(LANGUAGES, texts, strict=True))


class _SectionBuilder:
    def __init__(self, preview: Preview, language: str) -> None:
        self._preview = preview
        self._translator = translator(language)
        self._formatter = ChangeFormatter(language, preview.themes, preview.pack.languages)

    def sections(self) -> Iterator[Section]:
        changes = self._preview.changes
        yield from self._programme_section()
        venues = [change for change in changes.venues if change.kind is ChangeKind.CHANGED]
        if venues:
            rows = tuple(self._row_with_heading("changes.venue", change) for change in venues[:MAX_ROWS])
            yield Section("venue", None, len(venues), rows)
        events = sorted(changes.events, key=lambda change: _KINDS.index(change.kind))
        for kind, group in groupby(events, key=lambda change: change.kind):
            changed = list(group)
            rows = tuple(map(self._event_row, changed[:MAX_ROWS]))
            yield Section(kind, _EVENT_HEADINGS[kind], len(changed), rows)
        for code, untranslated in groupby(self._preview.untranslated, key=lambda one: one.language):
            missing = list(untranslated)
            rows = tuple(map(self._untranslated_row, missing[:MAX_ROWS]))
            yield Section("untranslated", _UNTRANSLATED[code], len(missing), rows)

    def _programme_section(self) -> Iterator[Section]:
        """The changes of the campaign and its themes; none when the pack is FIRST or BESIDE."""
        if self._preview.standing in (Standing.FIRST, Standing.BESIDE):
            return
        changes = self._preview.changes
        rows = [self._row_with_heading(_theme_heading(change.kind), change) for change in changes.themes]
        if changes.campaign:
            rows.insert(0, Row(self._translator.text("changes.campaign"), self._lines(changes.campaign)))
        if rows:
            yield Section("programme", None, len(rows), tuple(rows[:MAX_ROWS]))

    def _row_with_heading(self, heading: ChangesId, change: Change) -> Row:
        title = self._translator.text(heading, title=self._formatter.title(change.title))
        return Row(title, self._lines(change.fields))

    def _event_row(self, change: Change) -> Row:
        # the heading already gives the status
        fields = (field for field in change.fields if field.name != "status" or field.after != change.kind)
        changed = any(field.name in ("time", "series") for field in change.fields)
        time = (None, ()) if changed else (change.when, change.series)  # a line shows what has changed
        title = self._formatter.title(change.title, *time)
        return Row(title, self._lines(fields))

    def _lines(self, fields: Iterable[FieldChange]) -> tuple[str, ...]:
        lines = self._formatter.lines(fields)
        if len(lines) > MAX_LINES:
            lines[MAX_LINES:] = [self._translator.text("changes.more", n=len(lines) - MAX_LINES)]
        return tuple(lines)

    def _untranslated_row(self, one: UntranslatedEvent) -> Row:
        texts = ", ".join(self._translator.text(FIELD_NAMES[name]) for name in one.texts)
        line = self._translator.text(_LACKING[one.language], texts=texts)
        return Row(self._formatter.title(one.title), (line,))


def _theme_heading(kind: ChangeKind) -> ChangesId:
    match kind:
        case ChangeKind.NEW:
            return "changes.theme.new"
        case ChangeKind.REMOVED:
            return "changes.theme.removed"
        case _:
            return "changes.theme.changed"
