"""Draws QR codes, one pixel a module: `image://code/<text>`; the item scales them by whole numbers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from kiosk.base import qr_code

DARK_COLOUR = 0xFF0B1F3A


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """The QR code of the text in `path`, quiet zone included; `size` is ignored."""
    rows = qr_code.qr_matrix(path)
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x, y, DARK_COLOUR)
    return image
