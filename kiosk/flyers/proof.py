"""The finished PDF looked at as a printer will draw it: every code on it must be one that phones can read."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import zxingcpp
from PIL import Image

from kiosk.errors import KioskError

RESOLUTIONS = (150, 300)
"""Dots per inch of the coarsest and of a usual printer."""
POINTS = 72
"""Points of an inch (ISO 32000-1, 8.3.2.3)."""


def proof(
    pdf: bytes, codes: Sequence[str], report: Callable[[int, int], None] = lambda done, total: None
) -> None:
    """KioskError 'flyers.unreadable' unless at each of RESOLUTIONS, in grey, all `codes` can be read.

    `codes` are the payloads of the whole document; `report` hears of (pages looked at, pages in all).
    """
    looks = [(page, dots) for dots in RESOLUTIONS for page in range(page_count(pdf))]
    seen: dict[int, Counter[str]] = {dots: Counter() for dots in RESOLUTIONS}
    for place, (page, dots) in enumerate(looks):
        report(place, len(looks))
        seen[dots].update(read(raster(pdf, page, dots)))
    for dots in RESOLUTIONS:
        if missing := Counter(codes) - seen[dots]:
            raise KioskError("flyers.unreadable", n=missing.total(), dots=dots)
    report(len(looks), len(looks))


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def raster(pdf: bytes, page: int, dots: float, *, grey: bool = True) -> Image.Image:
    """A page as a picture at so many dots per inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[page].render(scale=dots / POINTS, grayscale=grey)
        picture: Image.Image = drawn.to_pil().copy()
        return picture
    finally:
        document.close()


def read(picture: Image.Image) -> Iterator[str]:
    """What the QR codes in a picture say."""
    for found in zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    ):
        yield found.bytes.decode("utf-8", "replace")
