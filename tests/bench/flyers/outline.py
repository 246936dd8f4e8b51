"""The kiosk's icons, ornament and codes as paths that any library can draw."""

import re
from functools import cache
from typing import TypeVar

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from kiosk.base.paths import resources
from kiosk.typesetting.sheet import Code

ICON_SIDE, MOTIF_SIDE = 256, 1000
"""The sides of their coordinate systems."""
_PATH = re.compile(r'<path d="([^"]+)"(?: opacity="([\d.]+)")?/>')
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)")
Run = tuple[int, int, int]
"""Adjacent dark modules: column of the first, row, number."""
Path = TypeVar("Path")
"""An object with moveTo, lineTo, curveTo and close."""


class _Tracer(BasePen):
    """Draws into the path object of another library."""

    def __init__(self, path) -> None:
        super().__init__(None)
        self._moveTo = lambda point: path.moveTo(*point)
        self._lineTo = lambda point: path.lineTo(*point)
        self._curveToOne = lambda one, two, three: path.curveTo(*one, *two, *three)
        self._closePath = path.close


def trace_path(data: str, path: Path) -> Path:
    """The path with the lines of `data` (SVG 1.1, 8.3)."""
    parse_path(data, _Tracer(path))
    return path


@cache
def icon_paths(name: str) -> tuple[tuple[str, float], ...]:
    """The paths of an icon with their opacities."""
    text = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return tuple((data, float(share or 1)) for data, share in _PATH.findall(text))


@cache
def motif_path() -> tuple[str, float]:
    """The path of the ornament's motif and its line width."""
    text = (resources() / "flyers/horn.svg").read_text("utf-8")
    width = re.search(r'stroke-width="([\d.]+)"', text)
    data = re.search(r' d="([^"]+)"', text)
    assert width and data
    return data[1], float(width[1])


@cache
def dark_runs(code: Code) -> tuple[Run, ...]:
    """The runs of dark modules of a code."""
    return tuple((int(x), int(y), int(long)) for x, y, long in _RUN.findall(code.path))
