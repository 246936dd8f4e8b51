"""How much of a page is empty: the largest rectangle of it in which nothing is drawn."""

import numpy
import numpy.typing
from PySide6.QtGui import QImage

CELL = 12
"""Side of the squares that are looked at, in pixels at a short side of 1080: less than a letter is high."""

Cells = numpy.typing.NDArray[numpy.bool_]


def largest_blank(picture: QImage, paper: int, height: float) -> float:
    """The share of the upper `height` pixels of a picture in its largest rectangle of the colour `paper`."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = numpy.frombuffer(image.constBits(), numpy.uint32).reshape(image.height(), image.width())
    drawn = (pixels[: round(height)] & 0xFFFFFF) != paper
    side = max(1, round(CELL * min(image.width(), image.height()) / 1080))
    rows, columns = (length // side for length in drawn.shape)
    squares = drawn[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return _largest_rectangle(~squares.any(axis=(1, 3))) / (rows * columns)


def _largest_rectangle(blank: Cells) -> int:
    """The number of cells in the largest rectangle of blank cells: of each row, the blank cells above it."""
    best = 0
    above = numpy.zeros(blank.shape[1], int)
    for row in blank:
        above = numpy.where(row, above + 1, 0)
        for high in numpy.unique(above[above > 0]):
            best = max(best, int(high) * _longest_run(above >= high))
    return best


def _longest_run(cells: Cells) -> int:
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([False], cells, [False])).astype(int)))
    return int((edges[1::2] - edges[::2]).max(initial=0))
