"""Draws covers for events and themes: the theme's colour, the ornament and an icon, varied by a seed."""

from typing import NamedTuple
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath

from kiosk.images.icons import icon_renderer
from kiosk.images.ornament import ornament_motif

ACCENT = QColor("#F5B82E")
DARKER = 160
"""How much darker the gradient ends, in per cent of QColor.darker()."""


class CoverShape(NamedTuple):
    """Sizes and positions on a cover as fractions of its height; `corners` says which are rounded,
    `has_text` whether text is shown on it."""

    icon: float
    icon_right: float
    icon_top: float
    motif: float
    corners: str
    has_text: bool = True


SHAPES = {
    "card": CoverShape(icon=0.56, icon_right=0.18, icon_top=0.22, motif=0.44, corners="top", has_text=False),
    "small": CoverShape(icon=0.56, icon_right=0.22, icon_top=0.22, motif=0.8, corners="all", has_text=False),
    "hero": CoverShape(icon=0.46, icon_right=0.16, icon_top=0.45, motif=0.22, corners="none"),
    "panel": CoverShape(icon=0.4, icon_right=0.12, icon_top=0.55, motif=0.18, corners="none"),
    "band": CoverShape(icon=0.0, icon_right=0.0, icon_top=0.0, motif=0.46, corners="none"),
    "pillar": CoverShape(icon=0.26, icon_right=0.08, icon_top=0.1, motif=0.09, corners="none"),
    "poster": CoverShape(icon=0.0, icon_right=0.0, icon_top=0.0, motif=0.0, corners="all"),
    "wall": CoverShape(icon=0.44, icon_right=0.12, icon_top=0.16, motif=0.125, corners="none"),
}


def cover_outline(size: QSize, radius: float, corners: str) -> QPainterPath:
    """The outline of a cover with all corners rounded, the upper two, or none."""
    path = QPainterPath()
    if corners == "none" or radius == 0:
        path.addRect(QRectF(0, 0, size.width(), size.height()))
    elif corners == "top":
        path.addRoundedRect(QRectF(0, 0, size.width(), size.height() + radius), radius, radius)
    else:
        path.addRoundedRect(QRectF(0, 0, size.width(), size.height()), radius, radius)
    return path


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """A cover with icon `path`, '' for none; options: shape, colour ('0A6C9B'), seed, radius (pixels)."""
    shape = SHAPES[options.get("shape", "card")]
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(cover_outline(size, float(options.get("radius", "0")), shape.corners))
    colour = QColor("#" + options["colour"])
    width, height = size.width(), size.height()
    gradient = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    gradient.setColorAt(0, colour)
    gradient.setColorAt(1, colour.darker(DARKER))
    painter.fillRect(image.rect(), gradient)
    seed = crc32(options.get("seed", path).encode())
    if shape.motif:
        _draw_ornament(painter, size, shape, seed)
    if shape.icon and path:
        _draw_icon(painter, path, size, shape, seed)
    painter.end()
    return image


def _draw_ornament(painter: QPainter, size: QSize, shape: CoverShape, seed: int) -> None:
    """Draw whole motifs in offset rows, fading out towards the lower left, where the text is."""
    side = max(8, round(size.height() * shape.motif * (1 - seed % 3 * 0.12)))
    rows, columns = max(1, size.height() // side), size.width() // side
    left, top = (size.width() - columns * side) // 2, (size.height() - rows * side) // 2
    for row in range(rows):
        for column in range(columns - row % 2):
            x, y = left + column * side + row % 2 * side // 2, top + row * side
            weight = (x + side / 2) / size.width() * 0.75 + (1 - (y + side / 2) / size.height()) * 0.25
            painter.setOpacity(0.02 + 0.12 * weight)
            painter.drawImage(x, y, ornament_motif(side, bool((row + column + seed) % 2)))
    painter.setOpacity(1)


def _draw_icon(painter: QPainter, name: str, size: QSize, shape: CoverShape, seed: int) -> None:
    height = size.height()
    side = height * shape.icon
    x = size.width() - height * shape.icon_right - side
    y = height * shape.icon_top
    painter.setPen(Qt.PenStyle.NoPen)
    offset = (seed // 7 % 5 - 2) * side * 0.08
    accent = QColor(ACCENT)
    accent.setAlphaF(0.22)
    centre = QPointF(x + side / 2 + offset, y + side / 2 - abs(offset))
    halo = QColor(255, 255, 255, 16)
    painter.setBrush(halo)
    halo_radius = side * (1.15 + seed // 35 % 3 * 0.12)
    painter.drawEllipse(centre, halo_radius, halo_radius)
    painter.setBrush(accent)
    painter.drawEllipse(centre, halo_radius * 0.74, halo_radius * 0.74)
    icon_renderer(f"duotone/{name}", "FFFFFF").render(painter, QRectF(x, y, side, side))
