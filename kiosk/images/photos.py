"""Draws the pack's own pictures: whole, or cropped to the size and corners of their item and darkened."""

import re
from collections.abc import Callable
from io import FileIO
from pathlib import PurePosixPath

from PySide6.QtCore import QFile, QIODevice, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QLinearGradient, QPainter

from kiosk.images.covers import SHAPES, cover_outline
from kiosk.images.provider import Painter

DECODER_LIMIT_MIB = 64
FORMATS = {".jpg": b"jpeg", ".png": b"png", ".webp": b"webp"}
"""Qt's name of the format of a picture, by the suffix of its file."""
_FOCUS = re.compile(r"([01]\.\d{3}) ([01]\.\d{3})", re.ASCII)
"""The comment of a picture that says which point stays in view, as fractions of its width and height."""
AspectRatio = Qt.AspectRatioMode


def photo_painter(open_media: Callable[[str], FileIO]) -> Painter:
    """A painter for `image://photo/<file>?shape=card&radius=28`; `open_media` opens a file.

    The shape 'whole' is not one of the covers': nothing is cropped, the picture may be smaller than its item.
    """
    QImageReader.setAllocationLimit(DECODER_LIMIT_MIB)

    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        is_whole = options.get("shape") == "whole"
        photo = _read_scaled(
            open_media,
            path,
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
            painter.drawImage(image.rect(), photo, QRect(_place_of_cut(photo, size), size))
        if shape.has_text:
            gradient = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
            gradient.setColorAt(0, QColor(11, 31, 58, 150))
            gradient.setColorAt(1, QColor(11, 31, 58, 225))
            painter.fillRect(image.rect(), gradient)
        painter.end()
        return image

    return draw


def _place_of_cut(photo: QImage, size: QSize) -> QPoint:
    """Where the part to show begins: around the picture's focus point, else in its middle."""
    said = _FOCUS.fullmatch(photo.text("focus"))
    x, y = (float(said[1]), float(said[2])) if said else (0.5, 0.5)
    left, top = round(photo.width() * x - size.width() / 2), round(photo.height() * y - size.height() / 2)
    most = photo.size() - size
    return QPoint(max(0, min(left, most.width())), max(0, min(top, most.height())))


def _read_scaled(
    open_media: Callable[[str], FileIO], path: str, size: QSize, fill: Qt.AspectRatioMode
) -> QImage:
    """The picture scaled to `size` as `fill` says; a null image when it cannot be opened or decoded.

    Its format is that of its name, whatever it contains: Qt's other decoders are not asked, nor loaded.
    """
    picture_format = FORMATS.get(PurePosixPath(path).suffix, b"")
    device = QFile()
    try:
        file = open_media(path)
    except OSError:
        return QImage()
    with file:
        if not picture_format or not device.open(file.fileno(), QIODevice.OpenModeFlag.ReadOnly):
            return QImage()
        reader = QImageReader(device, picture_format)
        reader.setAutoDetectImageFormat(False)
        if (original_size := reader.size()).isValid():
            reader.setScaledSize(original_size.scaled(size, fill))
        return reader.read()
