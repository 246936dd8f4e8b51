"""Draws Phosphor icons in any colour: `image://icon/bold/house?colour=0B1F3A`."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.base.paths import resources
from kiosk.base.safe_open import read_regular_file

FALLBACK = "star"


@lru_cache(maxsize=256)
def icon_renderer(name: str, colour: str) -> QSvgRenderer:
    """A renderer of icon `name` ('bold/house') in `colour` ('0B1F3A'); a star for an unknown name."""
    file = resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        file = resources() / "icons" / "duotone" / f"{FALLBACK}.svg"
    drawing = read_regular_file(file).replace(b"currentColor", b"#" + colour.encode())
    return QSvgRenderer(QByteArray(drawing))


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """An icon of `size` on a transparent background."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icon_renderer(path, options.get("colour", "000000")).render(painter, QRectF(image.rect()))
    painter.end()
    return image
