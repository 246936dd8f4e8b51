"""Reads QR codes from pictures of the screen, with a decoder that the program does not use."""

import numpy
import zxingcpp

from tests.screen_kit import Pixels


def read_qr_codes(pixels: Pixels) -> list[str]:
    """The texts of all QR codes in a picture, as a phone would read them."""
    grey = (pixels >> numpy.uint32(8) & numpy.uint32(0xFF)).astype(numpy.uint8)
    return [code.text for code in zxingcpp.read_barcodes(grey)]
