"""The data of a sheet, texts and numbers, as templates get it; field names are its keys (docs/flyers.md)."""

from dataclasses import dataclass
from typing import NamedTuple

MIN_CODE_SIDE = 30.0
"""Millimetres; no code on paper is smaller. Phones read it from about ten times its side: 30 cm."""
MIN_MODULE = 0.5
"""Millimetres of one module: three dots at 150 dpi, the coarsest printer on which codes must be readable."""


class Code(NamedTuple):
    """A QR code: `path` is the SVG path of its dark modules, `modules` their number along a side, `least` its
    least side in millimetres, `words` the address to type instead, `alt` the text for screen readers.
    """

    payload: str
    path: str
    modules: int
    least: float
    words: str
    alt: str


class Picture(NamedTuple):
    """A photograph on the cover: `file` beside the template, made from `source` in the pack."""

    file: str
    source: str
    alt: str


class SheetFact(NamedTuple):
    """When, where or for whom an event is, or how to register; `note` is a second line."""

    icon: str
    text: str
    note: str


class SheetText(NamedTuple):
    """An event in one language; `take` (what the code is for), `take_note`, `scan` are beside the code."""

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
    """An event in a list; for each language its title, its status if not as announced, its time and place.

    Without a `code` when it has none, or when the list has no room for codes.
    """

    event: str
    titles: tuple[str, ...]
    flags: tuple[str, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    code: Code | None


class Section(NamedTuple):
    """Events below one heading.

    If that is a day, `day` is its number in the month and `weekdays` has its short name in each language.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    day: str = ""
    weekdays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `pack` has the short ids of the packs it was made from, `number` is unique on this kiosk,
    `seed` varies the look of covers.

    A sheet of one event has `said`, a text for each language, and perhaps a `code`; a list has `titles`,
    `subtitles` and `sections`.
    """

    subject: str
    pack: str
    number: int
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
    def mark(self) -> str:
        """Packs and number in one line."""
        return f"{self.pack} · {self.number}"

    @property
    def payloads(self) -> list[str]:
        """The payloads of all codes on the sheet, in any order."""
        rows = (row.code for section in self.sections for row in section.rows)
        return [code.payload for code in (self.code, *rows) if code]


def make_code(payload: str, path: str, modules: int, words: str, alt: str) -> Code:
    """The code with its least side on paper."""
    return Code(payload, path, modules, max(MIN_CODE_SIDE, modules * MIN_MODULE), words, alt)


def to_json_values(value: object) -> object:
    """`value` as JSON values, with named tuples as objects, so that templates get fields by name."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: to_json_values(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: to_json_values(part) for name, part in value.items()}
    return [to_json_values(part) for part in value] if isinstance(value, (tuple, list)) else value
