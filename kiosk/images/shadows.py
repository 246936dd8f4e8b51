"""Draws soft shadows as nine-patches: `image://shadow/?radius=28&blur=24`."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

STEPS = 12


@lru_cache(maxsize=16)
def _nine_patch(radius: int, blur: int) -> QImage:
    side = 2 * (radius + blur) + 8
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(STEPS):
        inset = blur * step / STEPS
        painter.setBrush(QColor(40, 32, 20, 2))
        corner = radius + blur - inset
        painter.drawRoundedRect(QRectF(inset, inset, side - 2 * inset, side - 2 * inset), corner, corner)
    painter.end()
    return image


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """A shadow for a rounded rectangle; its borders are radius + blur pixels wide."""
    return _nine_patch(int(options["radius"]), int(options["blur"]))
