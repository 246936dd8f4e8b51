"""The kiosk's own mark: the ornament in gold on ink."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.images.ornament import ornament_motif

INK, GOLD = QColor("#0B1F3A"), QColor("#F5B82E")


def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
    """The mark, `radius` pixels rounded."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = round(size.height() * 0.72)
    horns = ornament_motif(side, False).copy()
    tint = QPainter(horns)
    tint.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    tint.fillRect(horns.rect(), GOLD)
    tint.end()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    radius = float(options["radius"])
    painter.drawRoundedRect(QRectF(image.rect()), radius, radius)
    painter.drawImage((size.width() - side) // 2, (size.height() - side) // 2, horns)
    painter.end()
    return image
