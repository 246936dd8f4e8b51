"""Checks the layout of a window: nothing cut, nothing colliding, every touch target large enough."""

from collections.abc import Iterator
from itertools import combinations, product

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from tests.appearance.text_lines import find_torn
from tests.appearance.walk import VisibleItem, find_blank_cards, find_icons, find_views, find_visible

MIN_TARGET, MIN_DISTANCE, MIN_FONT = 88, 16, 22
"""Smallest side of a target, distance of two targets, and font: pixels at a short side of 1080."""
MIN_VIEW = 160
"""Smallest height of what scrolls, at a short side of 1080: a card, and the beginning of the next."""
ROUNDING = 1.0
"""Tolerance in pixels for rounding."""


def find_faults(root: QQuickItem) -> Iterator[str]:
    """Yield a sentence for each rule that the window breaks."""
    unit = min(root.width(), root.height()) / 1080
    texts, targets = find_visible(root)
    for text in texts:
        yield from _check_text(text, unit)
    for target in targets:
        yield from _check_target(target, unit)
    seen_texts, seen_targets = [*map(_clip, texts)], [*map(_clip, targets)]
    for one, other in combinations(seen_texts, 2):
        if _overlaps(one[1].intersected(other[1])):
            yield f"'{one[0]}' and '{other[0]}' collide"
    for near, far in combinations(seen_targets, 2):
        if (
            not near[1].isEmpty()
            and not far[1].isEmpty()
            and _distance(near[1], far[1]) < MIN_DISTANCE * unit - ROUNDING
        ):
            yield f"targets '{near[0]}' and '{far[0]}' are {_distance(near[1], far[1]):.0f} pixels apart"
    for (text, words), (target, button) in product(
        zip(texts, seen_texts, strict=True), zip(targets, seen_targets, strict=True)
    ):
        if _overlaps(words[1].intersected(button[1])) and not target.item.isAncestorOf(text.item):
            yield f"'{text.name}' and the target '{target.name}' collide"
    for view in find_views(root):
        if view.height() < MIN_VIEW * unit:
            yield f"what scrolls has a view of {view.width():.0f} by {view.height():.0f}"
    for card in find_blank_cards(root):
        yield f"the card {card} is blank"
    for cover, box in find_icons(root):
        for name, shown in (_clip(one) for one in texts + targets if not one.item.isAncestorOf(cover)):
            if _overlaps(box.intersected(shown)):
                yield f"'{name}' covers the icon of a cover"


def _check_text(text: VisibleItem, unit: float) -> Iterator[str]:
    item, name = text.item, text.name
    is_cut = bool(item.property("truncated"))
    if is_cut and not text.may_be_cut:
        yield f"'{name}' is elided"
    if text.box.width() > item.width() + ROUNDING or text.box.height() > item.height() + 0.35 * _font_pixels(
        item
    ):
        yield f"'{name}' is larger than its place"
    for torn in find_torn(item, MIN_FONT * unit):
        yield f"'{name}' has a torn word: {torn}"
    if _font_pixels(item) < MIN_FONT * unit - ROUNDING:
        yield f"'{name}' is set in {_font_pixels(item)} pixels"
    yield from _check_inside(text)
    if text.frame is not None and not _contains(text.frame, text.box):
        yield f"'{name}' runs out of its card"


def _check_target(target: VisibleItem, unit: float) -> Iterator[str]:
    if min(target.box.width(), target.box.height()) < MIN_TARGET * unit - ROUNDING:
        yield f"target '{target.name}' is {target.box.width():.0f} by {target.box.height():.0f}"
    yield from _check_inside(target)


def _check_inside(found: VisibleItem) -> Iterator[str]:
    """An item that scrolls may be above or below its view, but never beside it."""
    room = QRectF(found.room)
    if found.scrolls:
        room.setTop(-1e6)
        room.setBottom(1e6)
    if not _contains(room, found.box):
        yield f"'{found.name}' is outside"


def _contains(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(inner)


def _clip(found: VisibleItem) -> tuple[str, QRectF]:
    return found.name, found.box.intersected(found.room)


def _overlaps(overlap: QRectF) -> bool:
    """Whether it is more than the space that a line of text has above and below its letters."""
    return overlap.width() > ROUNDING and overlap.height() > 5


def _distance(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)


def _font_pixels(item: QQuickItem) -> float:
    return float(item.property("font").pixelSize())
