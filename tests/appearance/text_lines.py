"""How a text item breaks its text into lines, and what a break tears."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.typography.ties import MAX_RUN
from tests.appearance.walk import drawn_text

HYPHENS = "-‐"
OPEN_AFTER = f"{HYPHENS}–—/"
"""Characters after which a word may go on in the next line."""
SHORTEST_END = 4
"""Letters of the shortest end of a word that a hyphen may leave to the next line: not 'АҚШ-/та'."""
_SPACE = re.compile(r"[\s\u2028]")
_PART = re.compile(f"(?<=[{OPEN_AFTER}])")


def find_torn(item: QQuickItem, smallest: float) -> Iterator[str]:
    """Yield each word that a line tears though it has room in one line in the `smallest` font (pixels).

    And each one-letter word that a line parts from the next, each number and short end of a word it breaks.
    """
    text = drawn_text(item).replace("\n", "\u2028")
    for end in line_ends(item, text):
        if text[end - 1] == "\u2028":
            continue
        last, first = _SPACE.split(text[:end])[-1], _SPACE.split(text[end:])[0]
        if not last or not first:
            last, first = _SPACE.split(text[:end].rstrip())[-1], _SPACE.split(text[end:].lstrip())[0]
            if len(last) == 1 and last.isalpha() and len(last) + 1 + len(first) <= MAX_RUN:
                yield f"{last} {first}"
        elif last[-1] not in OPEN_AFTER:
            word = _PART.split(last)[-1] + _PART.split(first)[0]
            if _width(item, word, smallest) < item.width() - 1:
                yield f"{last}|{first}"
        elif first[0].isdigit() or (last[-1] in HYPHENS and len(first) < SHORTEST_END):
            yield f"{last}|{first}"


def line_ends(item: QQuickItem, text: str) -> Iterator[int]:
    """Where each line but the last ends in the text, as Qt Quick breaks it."""
    count = int(item.property("lineCount"))
    if count < 2:
        return
    mode, _ = QQmlExpression(qmlContext(item), item, "wrapMode").evaluate()
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode(int(mode)))
    layout = QTextLayout(text, QFont(item.property("font")))
    layout.setTextOption(option)
    layout.beginLayout()
    for _ in range(count - 1):
        line = layout.createLine()
        line.setLineWidth(item.width())
        yield line.textStart() + line.textLength()
    layout.endLayout()


def _width(item: QQuickItem, word: str, pixels: float) -> float:
    """The width of a word in that size in the heaviest weight, by which the screens fit words."""
    font = QFont(item.property("font"))
    font.setPixelSize(round(pixels))
    font.setWeight(QFont.Weight.ExtraBold)
    return QFontMetricsF(font).horizontalAdvance(word)
