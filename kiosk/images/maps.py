"""Draws the map below the names: `image://map/?frame=…&em=24&routes=…`, the same with or without a GPU."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, degrees

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.map.geometry import Point
from kiosk.map.outline import country_outline
from kiosk.map.viewport import Viewport

WHITE = QColor("#FFFFFF")
DASH_LENGTH, GAP_LENGTH = 1.8, 1.0
"""Lengths of a route's dashes and gaps, in line widths."""


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """The country in colours `land` and `line`, routes in their own, discs in `ink`, rings in `accent`.

    `frame` is a Frame, `em` the text size in pixels. The others are lists separated by semicolons:
    `routes` of a colour and points, `leaders` of two points, `discs` of a point, a radius, and three numbers
    that are 0 unless the place has a Corner, has this kiosk and has events.
    """
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    colours = {name: QColor("#" + options[name]) for name in ("land", "line", "ink", "accent", "card")}
    em = float(options["em"])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(colours["line"], em / 10))
    painter.setBrush(colours["land"])
    painter.drawPath(_country_path(Viewport(*_parse_numbers(options["frame"]))))
    for colour, *numbers in _split_lists(options.get("routes", "")):
        _draw_route(painter, QColor("#" + colour), _points([float(number) for number in numbers]), em)
    painter.setPen(_pen(colours["ink"], em / 12))
    for leader in _split_lists(options.get("leaders", "")):
        painter.drawLine(*_points([float(number) for number in leader]))
    for disc in _split_lists(options.get("discs", "")):
        _draw_disc(painter, [float(number) for number in disc], colours, em)
    painter.end()
    return image


def _country_path(frame: Viewport) -> QPainterPath:
    path = QPainterPath()
    for ring in country_outline():
        path.addPolygon(
            QPolygonF([QPointF(*point) for point in _thin([frame.to_screen(point) for point in ring])])
        )
        path.closeSubpath()
    return path


def _thin(ring: Sequence[Point]) -> list[Point]:
    """The points of a ring that are a pixel from the one before: a small map needs a quarter of them."""
    kept = [ring[0]]
    for point in ring:
        if point.distance_to(kept[-1]) >= 1:
            kept.append(point)
    return kept


def _draw_route(painter: QPainter, colour: QColor, stops: Sequence[QPointF], em: float) -> None:
    """Draw a dashed line over a white one, and an arrowhead in the middle of each long enough segment."""
    line = QPolygonF(stops)
    painter.setPen(_pen(WHITE, em / 3))
    painter.drawPolyline(line)
    pen = _pen(colour, em / 5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([DASH_LENGTH, GAP_LENGTH])
    painter.setPen(pen)
    painter.drawPolyline(line)
    painter.setPen(_pen(WHITE, em / 12))
    painter.setBrush(QBrush(colour))
    for start, end in pairwise(stops):
        segment = end - start
        if (segment.x() ** 2 + segment.y() ** 2) ** 0.5 < 2.5 * em:
            continue
        painter.save()
        painter.translate((start + end) / 2)
        painter.rotate(degrees(atan2(segment.y(), segment.x())))
        painter.scale(em, em)
        painter.setPen(_pen(WHITE, 1 / 12))
        painter.drawPolygon(QPolygonF([QPointF(0.45, 0), QPointF(-0.3, -0.38), QPointF(-0.3, 0.38)]))
        painter.restore()


def _draw_disc(painter: QPainter, numbers: Sequence[float], colours: dict[str, QColor], em: float) -> None:
    x, y, radius, is_corner, is_this_kiosk, has_events = numbers
    centre = QPointF(x, y)
    painter.setPen(_pen(colours["card"], em / 12))
    if is_corner or is_this_kiosk:
        painter.setBrush(colours["accent"])
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        radius -= 0.2 * em
    painter.setBrush(colours["ink"] if has_events else colours["card"])
    painter.drawEllipse(centre, radius, radius)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _split_lists(option: str) -> Iterator[list[str]]:
    return (part.split(",") for part in option.split(";") if part)


def _parse_numbers(option: str) -> list[float]:
    return [float(number) for number in option.split(",")]


def _points(numbers: Sequence[float]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
