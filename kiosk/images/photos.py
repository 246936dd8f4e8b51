"""The pack's own pictures: whole, or cut to the size and corners of their place and darkened under words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QLinearGradient, QPainter

from kiosk.images.covers import SHAPES, cover_outline
from kiosk.images.provider import Painter

DECODER_LIMIT_MIB = 64
AspectRatio = Qt.AspectRatioMode


def photo_painter(media: Callable[[str], Path]) -> Painter:
    """A painter for `image://photo/<file>?shape=card&radius=28`, with `media` telling where files are.

    The shape 'whole' is none of a cover's: nothing is cut off, and the picture may be smaller than its place.
    """
    QImageReader.setAllocationLimit(DECODER_LIMIT_MIB)

    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        whole = options.get("shape") == "whole"
        photo = _read_scaled(
            str(media(path)),
            size,
            AspectRatio.KeepAspectRatio if whole else AspectRatio.KeepAspectRatioByExpanding,
        )
        if whole and not photo.isNull():
            return photo
        shape = SHAPES.get(options.get("shape", ""), SHAPES["card"])
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(cover_outline(size, float(options.get("radius", "0")), shape.corners))
        painter.fillRect(image.rect(), QColor("#54617A"))
        if not photo.isNull():
            left, top = (photo.width() - size.width()) // 2, (photo.height() - size.height()) // 2
            painter.drawImage(image.rect(), photo, QRect(left, top, size.width(), size.height()))
        if shape.has_text:
            shade = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
            shade.setColorAt(0, QColor(11, 31, 58, 150))
            shade.setColorAt(1, QColor(11, 31, 58, 225))
            painter.fillRect(image.rect(), shade)
        painter.end()
        return image

    return draw


def _read_scaled(file: str, size: QSize, fill: Qt.AspectRatioMode) -> QImage:
    """The picture scaled to `size` as `fill` says; a null one when the file is gone or broken."""
    reader = QImageReader(file)
    if (whole := reader.size()).isValid():
        reader.setScaledSize(whole.scaled(size, fill))
    return reader.read()
