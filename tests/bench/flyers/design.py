"""The page design for the peers: the kiosk's, in points and with font sizes from a table.

The peers need not try font sizes until the text fits, as the kiosk does.
"""

from collections.abc import Iterator
from typing import NamedTuple

MILLIMETRE = 72 / 25.4
WIDTH, HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
MARGIN = 14 * MILLIMETRE
INNER = WIDTH - 2 * MARGIN
COVER = 0.35 * HEIGHT
TITLE_WIDTH = 0.66 * WIDTH - MARGIN
CODE_SIDE = 36 * MILLIMETRE
QUIET_ZONE = 4
"""Light modules on each side of a code."""
INK, MUTED, GOLD = "#0B1F3A", "#54617A", "#F5B82E"
SMALL, FOOT = 13.0, 11.0
TITLE_SIZES = ((34, 54.6), (52, 48.3), (60, 42.0), (80, 35.7), (120, 29.4))
TEXT_SIZES = ((380, 14.6), (470, 13.7), (700, 12.75))
"""(Letters at most, font size) of a title or a text; about the sizes that the kiosk finds."""


class Glyph(NamedTuple):
    """A circle or the icon on the cover: its centre from the upper left, and its radius or half its side."""

    x: float
    y: float
    reach: float


class Horn(NamedTuple):
    """One motif of the ornament: its upper left corner, side, opacity, and whether it is upside down."""

    x: float
    y: float
    side: float
    share: float
    turned: bool


def font_size_for(letters: int, table: tuple[tuple[int, float], ...]) -> float:
    """The font size for a text of this length; that of the longest for a longer one."""
    return next((size for most, size in table if letters <= most), table[-1][1])


def cover_glyph(seed: int) -> Glyph:
    """The icon and the larger circle behind it."""
    side = COVER * 0.44
    reach = side * (1.02 + seed % 5 * 0.04)
    return Glyph(WIDTH - side * 0.86, COVER * (0.42 + seed % 3 * 0.03), reach)


def ornament_horns(kind: int, odd: int) -> Iterator[Horn]:
    """The ornament of a cover, in offset rows, fainter towards the lower left."""
    side = min(COVER, WIDTH * 0.45) * (0.2 + kind * 0.022)
    columns, rows = int(WIDTH / side), int(COVER / side)
    left, top = (WIDTH - columns * side) / 2, (COVER - rows * side) / 2
    for row in range(rows):
        for column in range(columns - row % 2):
            x, y = left + column * side + row % 2 * side / 2, top + row * side
            near = (x + side / 2) / WIDTH * 0.75 + (1 - (y + side / 2) / COVER) * 0.25
            share = min(max(-int(-near * 4 // 1), 1), 4) * 0.03
            yield Horn(x, y, side, share, bool((row + column + odd) % 2))


def darken(colour: str, share: float = 0.38) -> str:
    """A colour mixed with a share of black."""
    return _mix(colour, "#000000", share)


def lighten(colour: str, share: float = 0.86) -> str:
    """A colour mixed with a share of white."""
    return _mix(colour, "#FFFFFF", share)


def _mix(one: str, other: str, share: float) -> str:
    parts = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)
