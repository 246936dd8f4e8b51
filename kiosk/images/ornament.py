"""Draws the ram's horn ornament of Kazakh felt work, redrawn as one line."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

MOTIF_TOP, MOTIF_FOOT, MOTIF_WIDTH = 18, 88, 88
"""The highest and lowest point and the width of the motif, in hundredths of its side."""


def horn_pair(scale: float, foot: QPointF) -> QPainterPath:
    """Both horns, standing on `foot`, a hundredth of the motif's side being `scale` pixels."""
    both = _horn_path(1)
    both.addPath(_horn_path(-1))
    return QTransform(scale, 0, 0, scale, foot.x() - 50 * scale, foot.y() - MOTIF_FOOT * scale).map(both)


def _horn_path(direction: int) -> QPainterPath:
    """One horn: a stem that curls outwards into a spiral; `direction` is 1 for right, -1 for left."""
    path = QPainterPath(QPointF(50, 88))
    path.cubicTo(QPointF(50, 62), QPointF(50, 44), QPointF(50 + direction * 3, 36))
    centre = QPointF(50 + direction * 23, 38)
    for step in range(1, 61):
        angle = math.pi - step / 60 * math.pi * 2.75
        radius = 20 * (1 - step / 60 * 0.72)
        path.lineTo(centre.x() + direction * math.cos(angle) * radius, centre.y() - math.sin(angle) * radius)
    return path


@lru_cache(maxsize=16)
def ornament_motif(side: int, flipped: bool) -> QImage:
    """The motif in white on transparent, `side` pixels square."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 100, side / 100)
    if flipped:
        painter.translate(0, 100)
        painter.scale(1, -1)
    pen = QPen(QColor(255, 255, 255), 5.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_horn_path(1))
    painter.drawPath(_horn_path(-1))
    painter.drawLine(QPointF(50, 88), QPointF(41, 78))
    painter.drawLine(QPointF(50, 88), QPointF(59, 78))
    painter.end()
    return image
