"""Reads QR codes with ZXing, which takes no part in drawing those of the screen."""

from typing import Any

import zxingcpp


def read_qr(picture: Any) -> list[zxingcpp.Barcode]:
    """The QR codes in a grey picture: of a dense code, a part may look like a barcode of another kind."""
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
