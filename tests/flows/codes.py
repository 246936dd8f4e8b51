"""Reads QR codes out of pictures of the screen, with a decoder the program does not use."""

import numpy
import zxingcpp

from tests.screen_kit import Pixels


def read(picture: Pixels) -> list[str]:
    """The texts of all QR codes in a picture, as a phone would read them."""
    grey = (picture >> numpy.uint32(8) & numpy.uint32(0xFF)).astype(numpy.uint8)
    found = zxingcpp.read_barcodes(grey)
    return [code.text for code in found]
