"""The kiosk's icons, its ornament and its codes as lines that any library can draw."""

import re
from functools import cache
from typing import TypeVar

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from kiosk.base.paths import resources
from kiosk.typesetting.sheet import Code

ICON, MOTIF = 256, 1000
"""The sides of what they are drawn in."""
_PATH = re.compile(r'<path d="([^"]+)"(?: opacity="([\d.]+)")?/>')
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)")
Run = tuple[int, int, int]
"""Dark modules beside each other: the left one, the row, how many."""
Path = TypeVar("Path")
"""What has moveTo, lineTo, curveTo and close."""


class _Tracer(BasePen):
    """Draws into a path of another library."""

    def __init__(self, path) -> None:
        super().__init__(None)
        self._moveTo = lambda point: path.moveTo(*point)
        self._lineTo = lambda point: path.lineTo(*point)
        self._curveToOne = lambda one, two, three: path.curveTo(*one, *two, *three)
        self._closePath = path.close


def trace(data: str, path: Path) -> Path:
    """The path with the lines of `data` (SVG 1.1, 8.3)."""
    parse_path(data, _Tracer(path))
    return path


@cache
def icon(name: str) -> tuple[tuple[str, float], ...]:
    """The paths of an icon and how opaque each is."""
    text = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return tuple((data, float(share or 1)) for data, share in _PATH.findall(text))


@cache
def motif() -> tuple[str, float]:
    """The path of the ornament's motif and the width of its line."""
    text = (resources() / "flyers/horn.svg").read_text("utf-8")
    width = re.search(r'stroke-width="([\d.]+)"', text)
    data = re.search(r' d="([^"]+)"', text)
    assert width and data
    return data[1], float(width[1])


@cache
def modules(code: Code) -> tuple[Run, ...]:
    """The dark runs of a code."""
    return tuple((int(x), int(y), int(long)) for x, y, long in _RUN.findall(code.path))
