"""The pack's own pictures, cut to the size and corners of the place they fill, darkened where words stand."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QLinearGradient, QPainter

from kiosk.images.covers import SHAPES, rounded
from kiosk.images.provider import Painter

LIMIT_MIB = 64


def painter_of(media: Callable[[str], Path]) -> Painter:
    """A painter for `image://photo/<file>?shape=card&radius=28`, with `media` telling where files are."""
    QImageReader.setAllocationLimit(LIMIT_MIB)

    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        photo = _read(str(media(path)), size)
        shape = SHAPES[options.get("shape", "card")]
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(rounded(size, float(options.get("radius", "0")), shape.corners))
        painter.fillRect(image.rect(), QColor("#54617A"))
        if not photo.isNull():
            left, top = (photo.width() - size.width()) // 2, (photo.height() - size.height()) // 2
            painter.drawImage(image.rect(), photo, QRect(left, top, size.width(), size.height()))
        if shape.words:
            shade = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
            shade.setColorAt(0, QColor(11, 31, 58, 150))
            shade.setColorAt(1, QColor(11, 31, 58, 225))
            painter.fillRect(image.rect(), shade)
        painter.end()
        return image

    return draw


def _read(file: str, size: QSize) -> QImage:
    """The picture scaled to cover `size`; a null one when the file is gone or broken."""
    reader = QImageReader(file)
    if (whole := reader.size()).isValid():
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
