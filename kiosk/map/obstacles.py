"""Rasterises the lines drawn on a map, so that labels can avoid them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil

from kiosk.map.geometry import Box, Point


class DrawnLines:
    """The squares of `side` pixels that are crossed by any of the lines."""

    def __init__(self, lines: Iterable[Sequence[Point]], side: float) -> None:
        self._side = side
        self._squares: set[tuple[int, int]] = set()
        for line in lines:
            for start, end in pairwise(line):
                self._add_segment(start, end)

    def _add_segment(self, start: Point, end: Point) -> None:
        steps = max(1, ceil(2 * start.distance_to(end) / self._side))
        for step in range(steps + 1):
            x = start.x + (end.x - start.x) * step / steps
            y = start.y + (end.y - start.y) * step / steps
            self._squares.add((int(x // self._side), int(y // self._side)))

    def squares_under(self, box: Box) -> int:
        """The number of those squares that a box covers, partly or wholly."""
        across = range(int(box.left // self._side), int(box.right // self._side) + 1)
        down = range(int(box.top // self._side), int(box.bottom // self._side) + 1)
        return sum((column, row) in self._squares for column in across for row in down)
