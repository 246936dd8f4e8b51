"""Looks at a window as a visitor does: which words and touch targets there are, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.images.covers import SHAPES

TARGETS = ("TapTarget",)
FRAMES = (
    "DayCell", "EventCard", "UpcomingCard", "ThemeTile", "FactCard", "CodePanel", "PillButton", "Badge",
    "DockButton", "MapRow", "MapTag", "ResultCard", "Key_", "SearchField",
)  # fmt: skip
OVERLAYS = ("IdleOverlay", "QrCodeOverlay", "MediaViewerOverlay")
"""The beginnings of the QML type names of what can be touched, what holds words, what covers all."""
BLANK = 0.09
"""What an icon leaves free at its edges, by its side."""


@dataclass(frozen=True)
class Seen:
    """One item as it is on the screen; `room` is the part of the window it may be in, `frame` its card."""

    item: QQuickItem
    name: str
    box: QRectF
    room: QRectF
    frame: QRectF | None
    scrolls: bool


def is_text(item: QQuickItem) -> bool:
    """Whether the item draws words."""
    return item.inherits("QQuickText") or item.inherits("QQuickTextEdit")


def seen(root: QQuickItem) -> tuple[list[Seen], list[Seen]]:
    """The texts and the touch targets of a window; under an overlay, only the overlay's own."""
    texts: list[Seen] = []
    targets: list[Seen] = []
    window = QRectF(0, 0, root.width(), root.height())
    for item, room, frame, scrolls in _walk(_top(root), window, None, False):
        if is_text(item) and str(item.property("text")).strip():
            texts.append(Seen(item, str(item.property("text")), _words_box(item), room, frame, scrolls))
        elif _is(item, TARGETS):
            targets.append(Seen(item, str(item.property("label")), _box(item), room, frame, scrolls))
    return texts, targets


def icons(root: QQuickItem) -> Iterator[tuple[QQuickItem, QRectF]]:
    """Covers that are not photographs, and where the icon of each is seen."""
    for item, room, _, _ in _walk(_top(root), QRectF(0, 0, root.width(), root.height()), None, False):
        if _is(item, ("Cover",)) and item.property("icon") and not item.property("picture"):
            shape, box = SHAPES[str(item.property("shape"))], _box(item)
            blank, side = (part * shape.icon * box.height() for part in (BLANK, 1 - 2 * BLANK))
            right = box.right() - shape.icon_right * box.height() - blank
            top = box.top() + shape.icon_top * box.height() + blank
            yield item, QRectF(right - side, top, side, side).intersected(room)


def _top(root: QQuickItem) -> QQuickItem:
    """The uppermost visible overlay, else the window itself."""
    overlays = [item for item in _visible(root) if _is(item, OVERLAYS)]
    return overlays[-1] if overlays else root


def _is(item: QQuickItem, names: tuple[str, ...]) -> bool:
    """Whether it is of a QML type that begins so, or of one made from it."""
    kind = item.metaObject()
    while kind and not kind.className().startswith(names):
        kind = kind.superClass()
    return bool(kind)


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield from _visible(child)


def _walk(
    item: QQuickItem, room: QRectF, frame: QRectF | None, scrolls: bool
) -> Iterator[tuple[QQuickItem, QRectF, QRectF | None, bool]]:
    yield item, room, frame, scrolls
    if item.inherits("QQuickFlickable"):
        room, scrolls = _box(item), True
    if _is(item, FRAMES):
        frame = _box(item)
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield from _walk(child, room, frame, scrolls)


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _words_box(item: QQuickItem) -> QRectF:
    """Where the words themselves are, whatever room the item has."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    align, _ = QQmlExpression(qmlContext(item), item, "horizontalAlignment").evaluate()
    left = {2: item.width() - width, 4: (item.width() - width) / 2}.get(int(align), 0.0)
    return item.mapRectToScene(QRectF(left, (item.height() - height) / 2, width, height))


def widest_word(item: QQuickItem) -> float:
    """The width of the longest word in a text, in pixels."""
    metrics = QFontMetricsF(QFont(item.property("font")))
    words = re.split(r"\s|(?<=[-–])", str(item.property("text")))
    return max(metrics.horizontalAdvance(word) for word in words)
