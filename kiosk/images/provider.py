"""A QML image provider that calls a function to draw the picture of an address."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.images.first_pictures import FirstPictures

Painter = Callable[[str, dict[str, str], QSize], QImage]
"""(path, options, size in pixels) -> picture; the path of 'image://cover/code?radius=28' is 'code'."""


class ImageProvider(QQuickImageProvider):
    """Answers `image://name/path?width=420&height=172&option=value` with what `painter` draws.

    The size is in the address, not the item's sourceSize, which changes in two steps and would draw twice.
    """

    def __init__(
        self, painter: Painter, name: str = "", first_pictures: "FirstPictures | None" = None
    ) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._painter, self._name, self._first_pictures = painter, name, first_pictures

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        address = f"{self._name}/{id}"
        image = self._first_pictures.read(address) if self._first_pictures else None
        if image is None:
            image = self._draw(id)
            if self._first_pictures:
                self._first_pictures.keep(address, image)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _draw(self, id: str) -> QImage:
        path, _, options = id.partition("?")
        parsed_options = dict(parse_qsl(options))
        # an item may request a picture before it has a size
        requested_size = QSize(*(max(1, int(parsed_options.get(side, "1"))) for side in ("width", "height")))
        try:
            return self._painter(unquote(path), parsed_options, requested_size)
        except Exception:
            # an exception raised from here ends PySide 6.11 without a message
            sys.excepthook(*sys.exc_info())
            return QImage()
