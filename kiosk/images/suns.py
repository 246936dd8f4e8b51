"""Draws the whole sun of an event: an amber disc with its icon, and rays of ram's horns around it."""

import math
from typing import NamedTuple
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.images.icons import icon_renderer
from kiosk.images.ornament import MOTIF_FOOT, MOTIF_TOP, MOTIF_WIDTH, horn_pair

ACCENT, INK = QColor("#F5B82E"), "0B1F3A"
DISC, GAP, PEN, ICON = 0.31, 0.035, 0.011, 0.31
"""Shares of the side: the radius of the disc, the gap to the rays, the width of their lines, the icon."""
SHARP = 2
"""How many times as large as it is shown a ray is drawn before it is turned."""
RAYS = (8, 10, 12, 14, 16)


class _Ray(NamedTuple):
    """The number of rays, the size of their horns (pixels for a hundredth of the motif), their two ends."""

    number: int
    scale: float
    begins: float
    ends: float


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """A sun with icon `path` in the middle of `size`; option `seed` decides how many rays it has."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size.width() / 2, size.height() / 2)
    _draw_rays(painter, side, _ray(side, options.get("seed", path)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ACCENT)
    painter.drawEllipse(QPointF(0, 0), side * DISC, side * DISC)
    half = side * ICON / 2
    icon_renderer(f"duotone/{path}", INK).render(painter, QRectF(-half, -half, 2 * half, 2 * half))
    painter.end()
    return image


def _ray(side: int, seed: str) -> _Ray:
    """Rays whose horns neither touch each other nor the disc."""
    number = RAYS[crc32(seed.encode()) % len(RAYS)]
    begins, ends = side * (DISC + GAP), side * (0.5 - PEN)
    room = math.pi * (begins + ends) / number
    scale = min(room / MOTIF_WIDTH, (ends - begins) / (MOTIF_FOOT - MOTIF_TOP))
    return _Ray(number, scale, begins, ends)


def _draw_rays(painter: QPainter, side: int, ray: _Ray) -> None:
    pen = QPen(QColor(255, 255, 255, 130), side * PEN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    foot = ray.ends - (MOTIF_FOOT - MOTIF_TOP) * ray.scale
    horns = horn_pair(ray.scale, QPointF(0, -foot))
    horns.moveTo(QPointF(0, -foot))
    horns.lineTo(QPointF(0, -ray.begins))
    place = horns.boundingRect().adjusted(-pen.widthF(), -pen.widthF(), pen.widthF(), pen.widthF())
    one = _draw_once(horns, pen, place)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number in range(ray.number):
        painter.save()
        painter.rotate(360 * number / ray.number)
        painter.drawImage(place, one)
        painter.restore()


def _draw_once(horns: QPainterPath, pen: QPen, place: QRectF) -> QImage:
    """A ray in twice its size: to draw it once and turn the picture takes half the time of drawing each."""
    size = QSize(math.ceil(place.width()), math.ceil(place.height())) * SHARP
    place.setSize(QSizeF(size) / SHARP)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SHARP, SHARP)
    painter.translate(-place.topLeft())
    painter.setPen(pen)
    painter.drawPath(horns)
    painter.end()
    return image
