"""The finished PDF looked at as a printer will draw it: every code on it must be one that phones can read."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import zxingcpp
from PIL import Image

from kiosk.base.errors import KioskError

RESOLUTIONS = (150, 300)
"""Dots per inch of the coarsest and of a usual printer."""
POINTS_PER_INCH = 72
"""Points of an inch (ISO 32000-1, 8.3.2.3)."""


def proofread(
    pdf: bytes, codes: Sequence[str], report: Callable[[int, int], None] = lambda done, total: None
) -> None:
    """KioskError 'flyers.unreadable' unless at each of RESOLUTIONS, in grey, all `codes` can be read.

    `codes` are the payloads of the whole document; `report` hears of (pages looked at, pages in all).
    """
    looks = [(page, dots) for dots in RESOLUTIONS for page in range(count_pages(pdf))]
    seen: dict[int, Counter[str]] = {dots: Counter() for dots in RESOLUTIONS}
    for place, (page, dots) in enumerate(looks):
        report(place, len(looks))
        seen[dots].update(read_qr_codes(render_grey_page(pdf, page, dots)))
    for dots in RESOLUTIONS:
        if missing := Counter(codes) - seen[dots]:
            raise KioskError("flyers.unreadable", n=missing.total(), dots=dots)
    report(len(looks), len(looks))


def count_pages(pdf: bytes) -> int:
    """How many pages there are."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def render_grey_page(pdf: bytes, page: int, dpi: float) -> Image.Image:
    """A page in grey at so many dots per inch."""
    return _drawn(pdf, page, lambda _: dpi / POINTS_PER_INCH, grey=True)


def render_colour_page(pdf: bytes, page: int, height: int) -> Image.Image:
    """A page in colour, so many pixels high."""
    return _drawn(pdf, page, lambda points: height / points, grey=False)


def _drawn(pdf: bytes, page: int, scale: Callable[[float], float], *, grey: bool) -> Image.Image:
    """A page at a scale that is told from its height in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = document[page]
        drawn: Image.Image = found.render(scale=scale(found.get_height()), grayscale=grey).to_pil().copy()
        return drawn
    finally:
        document.close()


def read_qr_codes(picture: Image.Image) -> Iterator[str]:
    """What the QR codes in a picture say."""
    for found in zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    ):
        yield found.bytes.decode("utf-8", "replace")
