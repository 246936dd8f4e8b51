"""Draws the picture of the start as a BMP of 24 bits, the kiosk's sign on black (systemd-stub(7))."""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIGN = Path(__file__).parents[2] / "resources/desk/icon.svg"
SIZE, SIGN_SIZE = 400, 220
"""Pixels of the picture, and of the sign in its centre."""


def main(file: Path) -> None:
    """Write the picture."""
    application = QGuiApplication([])
    picture = QImage(QSize(SIZE, SIZE), QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    edge = (SIZE - SIGN_SIZE) / 2
    QSvgRenderer(str(SIGN)).render(painter, QRectF(edge, edge, SIGN_SIZE, SIGN_SIZE))
    painter.end()
    if not picture.save(str(file), "BMP"):
        sys.exit(f"{file} cannot be written.")
    del application


main(Path(sys.argv[1]))
