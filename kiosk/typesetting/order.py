"""What can be ordered: kinds of flyers, papers and inks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

MediaName = Literal["A4", "A5", "A3", "Letter"]


class FlyerKind(StrEnum):
    """What a flyer is about, and what form it has."""

    EVENT = "event"
    THEME = "theme"
    WEEK = "week"
    MONTH = "month"
    TEAR_OFF = "tear-off"
    CHOICE = "choice"


class Ink(StrEnum):
    """How much ink a flyer takes: all colours, greys, or black lines on white."""

    COLOUR = "colour"
    GREY = "grey"
    SPARING = "sparing"


class PaperSize(NamedTuple):
    """Width and height in millimetres."""

    width: float
    height: float


class Paper(StrEnum):
    """The sheet that goes into the printer; '4xA6' is an A4 sheet to be cut into four cards."""

    A4 = "A4"
    A5 = "A5"
    A3 = "A3"
    LETTER = "Letter"
    CARDS = "4xA6"

    @property
    def size(self) -> PaperSize:
        """Of the upright sheet (ISO 216; Letter as in ANSI/ASME Y14.1)."""
        return _SIZES[self]

    @property
    def media(self) -> MediaName:
        """What a printer calls it."""
        return _MEDIA[self]


_MEDIA: dict[Paper, MediaName] = {
    Paper.A4: "A4",
    Paper.A5: "A5",
    Paper.A3: "A3",
    Paper.LETTER: "Letter",
    Paper.CARDS: "A4",
}
_SIZES = {
    Paper.A4: PaperSize(210, 297),
    Paper.A5: PaperSize(148, 210),
    Paper.A3: PaperSize(297, 420),
    Paper.LETTER: PaperSize(215.9, 279.4),
    Paper.CARDS: PaperSize(210, 297),
}


@dataclass(frozen=True, slots=True)
class Order:
    """One kind of flyer about `subjects`: event ids, theme ids, the first days ('2016-04-04') of weeks or
    months, or choices of events, each the ids of a sheet with blanks between them.

    Each sheet speaks all of `languages`, the first one loudest.
    """

    kind: FlyerKind
    subjects: tuple[str, ...]
    languages: tuple[str, ...]
    paper: Paper = Paper.A4
    ink: Ink = Ink.COLOUR
