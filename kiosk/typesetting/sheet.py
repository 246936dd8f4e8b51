"""What stands on a sheet, as plain words and numbers: the data that templates get (docs/flyers.md)."""

from dataclasses import dataclass
from typing import NamedTuple

MIN_CODE_SIDE = 25.0
"""Millimetres: no code on paper is smaller."""
MIN_MODULE = 0.5
"""Millimetres of one module: three dots at 150 dpi, the coarsest printer a code must survive."""


class Code(NamedTuple):
    """A QR code: `path` is its dark part as an SVG path over `modules` squares, `least` its least side in
    millimetres, `words` the address to type instead, `alt` what a screen reader says.
    """

    payload: str
    path: str
    modules: int
    least: float
    words: str
    alt: str


class Picture(NamedTuple):
    """A photograph for the cover: the `file` beside the template, made from `source` in the pack."""

    file: str
    source: str
    alt: str


class SheetFact(NamedTuple):
    """When, where or for whom."""

    icon: str
    text: str
    note: str


class SheetText(NamedTuple):
    """An event in one language; `take`, `take_note` and `scan` stand beside the code."""

    language: str
    title: str
    flag: str
    facts: tuple[SheetFact, ...]
    note: str
    text: str
    take: str
    take_note: str
    scan: str


class Row(NamedTuple):
    """An event in a list, one text for each language: title, what is not as announced, when and where."""

    event: str
    titles: tuple[str, ...]
    flags: tuple[str, ...]
    lines: tuple[str, ...]
    code: Code | None


class Section(NamedTuple):
    """Events under one heading, such as a day."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One flyer; `mark` names the pack and the flyer's number, `seed` varies the look of covers.

    A flyer of one event has `said` and perhaps a `code`; a list has `titles`, `subtitles` and `sections`.
    """

    subject: str
    mark: str
    corner: str
    hours: str
    theme: str
    colour: str
    icon: str
    seed: int
    languages: tuple[str, ...]
    said: tuple[SheetText, ...] = ()
    code: Code | None = None
    picture: Picture | None = None
    titles: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    scan: str = ""
    sections: tuple[Section, ...] = ()

    @property
    def payloads(self) -> list[str]:
        """What the codes on it say, in any order."""
        rows = (row.code for section in self.sections for row in section.rows)
        return [code.payload for code in (self.code, *rows) if code]


def make_code(payload: str, path: str, modules: int, words: str, alt: str) -> Code:
    """The code of that `path`, on paper as large as it must be."""
    return Code(payload, path, modules, max(MIN_CODE_SIDE, modules * MIN_MODULE), words, alt)


def to_json_values(value: object) -> object:
    """Named tuples as objects and the rest as JSON has it, so that fields can be asked for by name."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: to_json_values(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: to_json_values(part) for name, part in value.items()}
    return [to_json_values(part) for part in value] if isinstance(value, (tuple, list)) else value
