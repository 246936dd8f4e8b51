"""The papers and inks of flyers."""

from enum import StrEnum
from typing import Literal, NamedTuple

MediaName = Literal["A4", "A5", "A3", "Letter"]


class Ink(StrEnum):
    """The ink of a flyer: all colours, greys, or black lines on white to spare it."""

    COLOUR = "colour"
    GREY = "grey"
    SPARING = "sparing"


class PaperSize(NamedTuple):
    """Width and height in millimetres."""

    width: float
    height: float


class Paper(StrEnum):
    """The paper in the printer; '4xA6' is an A4 sheet to be cut into four cards."""

    A4 = "A4"
    A5 = "A5"
    A3 = "A3"
    LETTER = "Letter"
    CARDS = "4xA6"

    @property
    def size(self) -> PaperSize:
        """The size of the upright paper (ISO 216; Letter as in ANSI/ASME Y14.1)."""
        return _SIZES[self]

    @property
    def media(self) -> MediaName:
        """The printer's name for this paper."""
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
