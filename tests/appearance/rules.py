"""What must hold on every screen: nothing cut, nothing colliding, every target large enough."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from tests.appearance.walk import Seen, icons, seen, widest_word

TOUCH, APART, SMALLEST = 88, 16, 22
"""Least side of a target, least distance of two, smallest type: pixels at a short side of 1080."""
SLACK = 1.0
"""Pixels that rounding may cost."""


def faults(root: QQuickItem) -> Iterator[str]:
    """A sentence for each rule that the window breaks."""
    unit = min(root.width(), root.height()) / 1080
    texts, targets = seen(root)
    for text in texts:
        yield from _of_text(text, unit)
    for target in targets:
        yield from _of_target(target, unit)
    for one, other in combinations(map(_shown, texts), 2):
        if _deep(one[1].intersected(other[1])):
            yield f"'{one[0]}' and '{other[0]}' collide"
    for near, far in combinations(map(_shown, targets), 2):
        if not near[1].isEmpty() and not far[1].isEmpty() and _gap(near[1], far[1]) < APART * unit - SLACK:
            yield f"targets '{near[0]}' and '{far[0]}' are {_gap(near[1], far[1]):.0f} pixels apart"
    for cover, box in icons(root):
        for name, shown in (_shown(one) for one in texts + targets if not one.item.isAncestorOf(cover)):
            if _deep(box.intersected(shown)):
                yield f"'{name}' covers the icon of a cover"


def _of_text(text: Seen, unit: float) -> Iterator[str]:
    item, name = text.item, text.name
    if item.property("truncated"):
        yield f"'{name}' is elided"
    if text.box.width() > item.width() + SLACK or text.box.height() > item.height() + 0.35 * _pixels(item):
        yield f"'{name}' is larger than its place"
    if widest_word(item) > item.width() + SLACK:
        yield f"'{name}' has a word that is broken"
    if _pixels(item) < SMALLEST * unit - SLACK:
        yield f"'{name}' is set in {_pixels(item)} pixels"
    yield from _outside(text)
    if text.frame is not None and not _holds(text.frame, text.box):
        yield f"'{name}' runs out of its card"


def _of_target(target: Seen, unit: float) -> Iterator[str]:
    if min(target.box.width(), target.box.height()) < TOUCH * unit - SLACK:
        yield f"target '{target.name}' is {target.box.width():.0f} by {target.box.height():.0f}"
    yield from _outside(target)


def _outside(found: Seen) -> Iterator[str]:
    """What scrolls may be above or below its view, never beside it."""
    room = QRectF(found.room)
    if found.scrolls:
        room.setTop(-1e6)
        room.setBottom(1e6)
    if not _holds(room, found.box):
        yield f"'{found.name}' is outside"


def _holds(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _shown(found: Seen) -> tuple[str, QRectF]:
    return found.name, found.box.intersected(found.room)


def _deep(overlap: QRectF) -> bool:
    """More than the blank that a line of type has above and below its letters."""
    return overlap.width() > SLACK and overlap.height() > 5


def _gap(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)


def _pixels(item: QQuickItem) -> float:
    return float(item.property("font").pixelSize())
