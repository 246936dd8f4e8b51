"""Image providers for covers, icons, codes, maps, shadows and photos, the same with or without a GPU."""

from collections.abc import Callable
from importlib import import_module
from io import FileIO

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlEngine

from kiosk.images.first_pictures import FirstPictures
from kiosk.images.provider import ImageProvider, Painter

OpenMedia = Callable[[str], FileIO]
"""Opens the file of a picture in a pack; OSError when it cannot be shown."""

PAINTERS = {
    "cover": "covers",
    "icon": "icons",
    "code": "qr_codes",
    "map": "maps",
    "mark": "logo",
    "shadow": "shadows",
    "sun": "suns",
}
"""The module that draws the pictures of each provider; imported for its first picture."""


def install(engine: QQmlEngine, open_media: OpenMedia, first_pictures: FirstPictures | None = None) -> None:
    """Register the image providers on `engine`; `open_media` opens the pack's own pictures.

    The providers of pictures that follow from their address alone use `first_pictures`.
    """
    for name, module in PAINTERS.items():
        engine.addImageProvider(name, ImageProvider(_painter(module), name, first_pictures))
    engine.addImageProvider("photo", ImageProvider(_photo_painter(open_media)))


def _photo_painter(open_media: OpenMedia) -> Painter:
    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        from kiosk.images.photos import photo_painter

        return photo_painter(open_media)(path, options, size)

    return draw


def _painter(module: str) -> Painter:
    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        painter: Painter = import_module(f"kiosk.images.{module}").draw
        return painter(path, options, size)

    return draw
