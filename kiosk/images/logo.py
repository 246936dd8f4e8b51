"""Draws the kiosk's own logo: the ornament in gold on ink."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.images.ornament import ornament_motif

INK, GOLD = QColor("#0B1F3A"), QColor("#F5B82E")


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """The logo; option `radius` of the corners in pixels."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = round(size.height() * 0.72)
    ornament = ornament_motif(side, False).copy()
    tint_painter = QPainter(ornament)
    tint_painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    tint_painter.fillRect(ornament.rect(), GOLD)
    tint_painter.end()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    radius = float(options["radius"])
    painter.drawRoundedRect(QRectF(image.rect()), radius, radius)
    painter.drawImage((size.width() - side) // 2, (size.height() - side) // 2, ornament)
    painter.end()
    return image
