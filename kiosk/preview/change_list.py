"""What a preview has to tell of single things, in the order in which staff read it, in any language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kiosk.base.model import When
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.preview.change_text import ChangeFormatter
from kiosk.preview.field_diff import FieldChange
from kiosk.preview.preview import Preview, Standing
from kiosk.preview.programme_diff import Change, ChangeKind
from kiosk.programme.missing_translations import UntranslatedEvent

MAX_ROWS = 50
"""How many things of a section are named; of the others the number is told."""
MAX_LINES = 20
"""How many differences of one thing are told; of the others the number."""
_KINDS = list(ChangeKind)


class Row(NamedTuple):
    """A thing that differs, and a line for each difference."""

    title: str
    lines: tuple[str, ...] = ()


class Section(NamedTuple):
    """What belongs under one heading.

    `kind` is a Kind, 'programme', 'venue' or 'untranslated', `heading` the id of a sentence with {n} ('' for
    none: then a row's title says it all), `number` how many rows there are, of which `rows` are the first.
    """

    kind: str
    heading: str
    number: int
    rows: tuple[Row, ...]


def build_sections(preview: Preview, language: str) -> Iterator[Section]:
    """All that would be different for visitors; the same sections and rows in every language."""
    return _SectionBuilder(preview, language).sections()


def rows_to_json(preview: Preview) -> dict[str, object]:
    """The rows as plain values, each text in every language, and by kind how many there are in all."""
    counts: Counter[str] = Counter()
    rows: list[dict[str, object]] = []
    for alike in zip(*(build_sections(preview, language) for language in LANGUAGES), strict=True):
        kind = alike[0].kind
        counts[kind] += alike[0].number
        for said in zip(*(section.rows for section in alike), strict=True):
            lines = dict.fromkeys(zip(*(row.lines for row in said), strict=True))
            titles = tuple(row.title for row in said)
            rows.append(
                {"kind": kind, "title": _by_language(titles), "lines": [_by_language(one) for one in lines]}
            )
    return {"rows": rows, "counts": dict(counts)}


def _by_language(said: Sequence[str]) -> dict[str, str]:
    return dict(zip(LANGUAGES, said, strict=True))


class _SectionBuilder:
    def __init__(self, preview: Preview, language: str) -> None:
        self._preview = preview
        self._words = translator(language)
        self._wording = ChangeFormatter(language, preview.themes, preview.pack.languages)

    def sections(self) -> Iterator[Section]:
        changes = self._preview.changes
        yield from self._programme_section()
        venues = [change for change in changes.venues if change.kind is ChangeKind.CHANGED]
        if venues:
            rows = tuple(self._row_with_heading("changes.venue", change) for change in venues[:MAX_ROWS])
            yield Section("venue", "", len(venues), rows)
        events = sorted(changes.events, key=lambda change: _KINDS.index(change.kind))
        for kind, group in groupby(events, key=lambda change: change.kind):
            found = list(group)
            rows = tuple(map(self._event_row, found[:MAX_ROWS]))
            yield Section(kind, f"changes.events.{kind}", len(found), rows)
        for code, lacking in groupby(self._preview.untranslated, key=lambda one: one.language):
            missing = list(lacking)
            rows = tuple(map(self._untranslated_row, missing[:MAX_ROWS]))
            yield Section("untranslated", f"changes.untranslated.{code}", len(missing), rows)

    def _programme_section(self) -> Iterator[Section]:
        """What differs in the campaign and its themes; what comes with a first programme needs no telling."""
        if self._preview.standing in (Standing.FIRST, Standing.BESIDE):
            return
        changes = self._preview.changes
        rows = [self._row_with_heading(f"changes.theme.{change.kind}", change) for change in changes.themes]
        if changes.campaign:
            rows.insert(0, Row(self._words.text("changes.campaign"), self._lines(changes.campaign)))
        if rows:
            yield Section("programme", "", len(rows), tuple(rows[:MAX_ROWS]))

    def _row_with_heading(self, heading: str, change: Change) -> Row:
        title = self._words.text(heading, title=self._wording.title(change.title))
        return Row(title, self._lines(change.fields))

    def _event_row(self, change: Change) -> Row:
        # the heading has said the status already
        said = (field for field in change.fields if field.name != "status" or field.after != change.kind)
        title = self._wording.title(change.title, _identifying_time(change))
        return Row(title, self._lines(said))

    def _lines(self, fields: Iterable[FieldChange]) -> tuple[str, ...]:
        lines = self._wording.lines(fields)
        if len(lines) > MAX_LINES:
            lines[MAX_LINES:] = [self._words.text("changes.more", n=len(lines) - MAX_LINES)]
        return tuple(lines)

    def _untranslated_row(self, one: UntranslatedEvent) -> Row:
        texts = ", ".join(self._words.text(f"changes.field.{name}") for name in one.texts)
        line = self._words.text(f"changes.lacking.{one.language}", texts=texts)
        return Row(self._wording.title(one.title), (line,))


def _identifying_time(change: Change) -> When | None:
    """The time that tells an event from others; where it has changed it is told as that."""
    moved = any(field.name == "time" for field in change.fields)
    return None if moved else change.when
