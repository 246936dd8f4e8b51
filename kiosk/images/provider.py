"""The bridge from a QML image address to a function that draws it."""

import sys
from collections.abc import Callable
from urllib.parse import parse_qsl, unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

Painter = Callable[[str, dict[str, str], QSize], QImage]
"""(path, options, size in pixels) -> picture; 'image://cover/code?radius=28' has path 'code'."""


class ImageProvider(QQuickImageProvider):
    """Answers `image://name/path?width=420&height=172&option=value` with what `painter` draws.

    The size is part of the address and not the item's sourceSize, which changes in two steps and draws twice.
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._painter = painter

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        path, _, options = id.partition("?")
        chosen = dict(parse_qsl(options))
        # an item may ask before it has been given its place
        asked = QSize(*(max(1, int(chosen.get(side, "1"))) for side in ("width", "height")))
        try:
            image = self._painter(unquote(path), chosen, asked)
        except Exception:
            # what is raised from here ends PySide 6.11 without a word
            sys.excepthook(*sys.exc_info())
            image = QImage()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
