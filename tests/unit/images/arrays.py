"""Pictures as arrays of numbers."""

import numpy
import numpy.typing
from PySide6.QtGui import QImage

Channels = numpy.typing.NDArray[numpy.int16]


def rgba(image: QImage) -> Channels:
    """Height x width x (red, green, blue, alpha), each 0 to 255, not premultiplied."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    data = numpy.frombuffer(plain.constBits(), numpy.uint8)
    return data.reshape(plain.height(), plain.width(), 4).astype(numpy.int16)


def alpha(image: QImage) -> Channels:
    """Height x width, 0 for transparent."""
    return rgba(image)[:, :, 3]


def border_pixels(values: Channels) -> Channels:
    """The outermost pixels of a picture as one row."""
    return numpy.concatenate([values[0], values[-1], values[1:-1, 0], values[1:-1, -1]])
