"""Finds the visible texts, touch targets and icons of a window, and where they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.images.covers import SHAPES

TARGET_TYPES = ("TapTarget",)
FRAME_TYPES = (
    "DayCell", "EventCard", "UpcomingCard", "Poster", "BoardRow", "Door", "AttractRow", "FactCard",
    "CodePanel", "PillButton", "Badge", "DockButton", "MapRow", "MapLabel", "ResultCard", "Key_",
    "SearchField", "SmallEventCard", "PlaceMap",
)  # fmt: skip
OVERLAY_TYPES = ("IdleOverlay", "QrCodeOverlay", "MediaViewerOverlay")
"""Prefixes of QML type names: what can be touched, what contains text, what covers the window."""
CUT_TYPES = (
    "Poster", "BoardRow", "AttractRow", "BoardSlide", "EventSlide", "Door", "EventCard", "UpcomingCard",
    "ResultCard", "TopBar", "EventBar", "AttractHead", "HomeFacts", "SmallEventCard", "PlaceMap",
    "CodePanel",
)  # fmt: skip
"""Cards whose texts may be cut: the page of the event or theme, or home, has them whole."""
PAGE_TYPES = tuple(
    f"{name}Screen"
    for name in ("Attract", "Home", "Theme", "Event", "Calendar", "Map", "Search", "Past", "Choice", "Tray")
)
"""The pages: what is outside them is behind the dock or outside the window."""
FIELD_TYPES = ("SearchField",)
"""What shows the end of a text that may be longer than it."""
_IS_OF_TYPE: dict[tuple[str, tuple[str, ...]], bool] = {}
"""Whether a class has one of some names; Qt numbers the classes of QML types, so a name is one class."""
ICON_PADDING = 0.09
"""The free space at each edge of an icon, relative to its side."""


@dataclass(frozen=True)
class VisibleItem:
    """An item on the screen; `room` is the part of the window for it, `frame` the box of its card.

    `may_be_cut` when it is part of a card whose event has a page with the whole text.
    """

    item: QQuickItem
    name: str
    box: QRectF
    room: QRectF
    frame: QRectF | None
    scrolls: bool
    may_be_cut: bool = False


def is_text(item: QQuickItem) -> bool:
    """Whether the item draws text."""
    return item.inherits("QQuickText") or item.inherits("QQuickTextEdit")


def texts_of(item: QQuickItem) -> list[QQuickItem]:
    """The texts in an item, at any depth."""
    below = [text for child in item.childItems() for text in texts_of(child)]
    return [item, *below] if is_text(item) else below


def drawn_text(item: QQuickItem) -> str:
    """The text as it is drawn, with the spaces and hyphens at which no line ends.

    A TextEdit says its text with plain spaces, so that of HighlightedText is read from its parts.
    """
    if item.inherits("QQuickTextEdit"):
        parts = item.parentItem().property("parts")
        return "".join(parts) if parts else str(item.property("text"))
    return str(item.property("drawn") or item.property("text"))


def find_visible(root: QQuickItem) -> tuple[list[VisibleItem], list[VisibleItem]]:
    """The texts and the touch targets of a window; under an overlay, only the overlay's own."""
    texts: list[VisibleItem] = []
    targets: list[VisibleItem] = []
    for item, room, frame, scrolls in _walk(_top(root), _window(root), None, False):
        if is_text(item) and str(item.property("text")).strip():
            texts.append(
                VisibleItem(
                    item,
                    str(item.property("text")),
                    _words_box(item),
                    room,
                    frame,
                    scrolls,
                    _is_in_card(item),
                )
            )
        elif _is(item, TARGET_TYPES):
            targets.append(VisibleItem(item, str(item.property("label")), _box(item), room, frame, scrolls))
    return texts, targets


def find_icons(root: QQuickItem) -> Iterator[tuple[QQuickItem, QRectF]]:
    """Yield each cover that is not a photograph, with the visible box of its icon."""
    for item, room, _, _ in _walk(_top(root), _window(root), None, False):
        if _is(item, ("Cover",)) and item.property("icon") and not item.property("picture"):
            shape, box = SHAPES[str(item.property("shape"))], _box(item)
            blank, side = (part * shape.icon * box.height() for part in (ICON_PADDING, 1 - 2 * ICON_PADDING))
            right = box.right() - shape.icon_right * box.height() - blank
            top = box.top() + shape.icon_top * box.height() + blank
            yield item, QRectF(right - side, top, side, side).intersected(room)


def find_views(root: QQuickItem) -> Iterator[QRectF]:
    """Yield the visible part of each list or text that is longer than its view."""
    for item, room, _, _ in _walk(_top(root), _window(root), None, False):
        if item.inherits("QQuickFlickable") and float(item.property("contentHeight")) > item.height() + 1:
            yield _box(item).intersected(room)


def find_blank_cards(root: QQuickItem) -> Iterator[str]:
    """Yield the type of each card in which there is neither a text nor a picture."""
    for item, room, _, _ in _walk(_top(root), _window(root), None, False):
        if (
            _is(item, FRAME_TYPES)
            and not _box(item).intersected(room).isEmpty()
            and not any(map(_says, _visible(item)))
        ):
            yield item.metaObject().className()


def _says(item: QQuickItem) -> bool:
    """Whether it is a text or picture with content."""
    if is_text(item):
        return bool(str(item.property("text")).strip())
    return item.inherits("QQuickImage") and bool(item.property("source").toString())


def _window(root: QQuickItem) -> QRectF:
    return QRectF(0, 0, root.width(), root.height())


def _top(root: QQuickItem) -> QQuickItem:
    """The uppermost visible overlay, else the window itself."""
    overlays = [item for item in _visible(root) if _is(item, OVERLAY_TYPES)]
    return overlays[-1] if overlays else root


def _is(item: QQuickItem, names: tuple[str, ...]) -> bool:
    """Whether its QML type, or one that it derives from, has a name with one of these prefixes."""
    kind = item.metaObject()
    asked = (kind.className(), names)
    if asked not in _IS_OF_TYPE:
        while kind and not kind.className().startswith(names):
            kind = kind.superClass()
        _IS_OF_TYPE[asked] = bool(kind)
    return _IS_OF_TYPE[asked]


def _is_in_card(item: QQuickItem) -> bool:
    """Whether one of the items around it is a card whose texts may be cut."""
    around = item.parentItem()
    while around and not _is(around, CUT_TYPES):
        around = around.parentItem()
    return around is not None


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in _shown_children(item):
        yield from _visible(child)


def _walk(
    item: QQuickItem, room: QRectF, frame: QRectF | None, scrolls: bool
) -> Iterator[tuple[QQuickItem, QRectF, QRectF | None, bool]]:
    yield item, room, frame, scrolls
    if item.inherits("QQuickFlickable"):
        room, scrolls = _box(item), True
    if _is(item, PAGE_TYPES):
        room = _box(item)
    if _is(item, FRAME_TYPES):
        frame = _box(item)
    if _is(item, FIELD_TYPES):
        return
    for child in _shown_children(item):
        yield from _walk(child, room, frame, scrolls)


def _shown_children(item: QQuickItem) -> Iterator[QQuickItem]:
    """Those that are seen: not a page that is drawn behind the attract loop to be ready (PageStack.qml)."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0 and child.property("shown") is not False:
            yield child


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _words_box(item: QQuickItem) -> QRectF:
    """The box of the text itself, which may be smaller or larger than the item."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    if item.property("lineCount") == 1:
        return item.mapRectToScene(_line_box(item, width, height))
    return item.mapRectToScene(QRectF(_left(item, width), (item.height() - height) / 2, width, height))


def _line_box(item: QQuickItem, width: float, height: float) -> QRectF:
    """The box of the letters of one line: a large hour has much empty space above and below its digits."""
    metrics = QFontMetricsF(QFont(item.property("font")))
    letters = metrics.tightBoundingRect(drawn_text(item))
    top = (item.height() - height) / 2 + metrics.ascent() + letters.top()
    return QRectF(_left(item, width), top, width, letters.height())


def _left(item: QQuickItem, width: float) -> float:
    align, _ = QQmlExpression(qmlContext(item), item, "horizontalAlignment").evaluate()
    return {2: item.width() - width, 4: (item.width() - width) / 2}.get(int(align), 0.0)
