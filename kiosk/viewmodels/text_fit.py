"""Says in how many lines a text is set, without an item that draws it."""

from functools import lru_cache

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlSingleton

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@lru_cache(maxsize=512)
def fits_lines(text: str, width: float, lines: int, family: str, size: int, weight: int) -> bool:
    """Whether a text has at most `lines` lines of `width`, broken between words only; sizes in pixels."""
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    count, widest = 0, 0.0
    while count <= lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count, widest = count + 1, max(widest, line.naturalTextWidth())
    layout.endLayout()
    return count <= lines and widest <= width + 1


@QmlElement
@QmlSingleton
class TextFit(QObject):
    """`fits_lines` for QML."""

    @Slot(str, float, int, str, int, int, result=bool)
    def fits(self, text: str, width: float, lines: int, family: str, size: int, weight: int) -> bool:
        """Whether a text has at most `lines` lines of `width`, broken between words only."""
        return fits_lines(text, width, lines, family, size, weight)
