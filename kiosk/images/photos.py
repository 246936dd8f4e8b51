"""Draws the pack's own pictures: whole, or cropped to the size and corners of their item and darkened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QLinearGradient, QPainter

from kiosk.images.covers import SHAPES, cover_outline
from kiosk.images.provider import Painter

DECODER_LIMIT_MIB = 64
AspectRatio = Qt.AspectRatioMode


def photo_painter(media_path: Callable[[str], Path]) -> Painter:
    """A painter for `image://photo/<file>?shape=card&radius=28`; `media_path` returns the path of a file.

    The shape 'whole' is not one of the covers': nothing is cropped, the picture may be smaller than its item.
    """
    QImageReader.setAllocationLimit(DECODER_LIMIT_MIB)

    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        is_whole = options.get("shape") == "whole"
        photo = _read_scaled(
            str(media_path(path)),
            size,
            AspectRatio.KeepAspectRatio if is_whole else AspectRatio.KeepAspectRatioByExpanding,
        )
        if is_whole and not photo.isNull():
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
            gradient = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
            gradient.setColorAt(0, QColor(11, 31, 58, 150))
            gradient.setColorAt(1, QColor(11, 31, 58, 225))
            painter.fillRect(image.rect(), gradient)
        painter.end()
        return image

    return draw


def _read_scaled(file: str, size: QSize, fill: Qt.AspectRatioMode) -> QImage:
    """The picture scaled to `size` as `fill` says; a null image when the file is missing or broken."""
    reader = QImageReader(file)
    if (original_size := reader.size()).isValid():
        reader.setScaledSize(original_size.scaled(size, fill))
    return reader.read()
