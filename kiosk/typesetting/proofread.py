"""Proofreads a finished PDF: renders it as a printer does and reads back every QR code."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import zxingcpp
from PIL import Image

from kiosk.base.errors import KioskError

RESOLUTIONS = (150, 300)
"""Dots per inch of the coarsest and of a usual printer."""
POINTS_PER_INCH = 72
"""ISO 32000-1, 8.3.2.3."""


def proofread(
    pdf: bytes, payloads: Sequence[str], report: Callable[[int, int], None] = lambda done, total: None
) -> None:
    """Raise KioskError 'flyers.unreadable' unless all codes can be read at each of RESOLUTIONS, in grey.

    `payloads` are those of all codes in the PDF; `report` gets (rendered pages, all pages to render).
    """
    renders = [(page, dpi) for dpi in RESOLUTIONS for page in range(count_pages(pdf))]
    found: dict[int, Counter[str]] = {dpi: Counter() for dpi in RESOLUTIONS}
    for done, (page, dpi) in enumerate(renders):
        report(done, len(renders))
        found[dpi].update(read_qr_codes(render_grey_page(pdf, page, dpi)))
    for dpi in RESOLUTIONS:
        if missing := Counter(payloads) - found[dpi]:
            raise KioskError("flyers.unreadable", n=missing.total(), dots=dpi)
    report(len(renders), len(renders))


def count_pages(pdf: bytes) -> int:
    """The number of pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def render_grey_page(pdf: bytes, page: int, dpi: float) -> Image.Image:
    """A page in grey at this resolution."""
    return _render(pdf, page, lambda _: dpi / POINTS_PER_INCH, grey=True)


def render_colour_page(pdf: bytes, page: int, height: int) -> Image.Image:
    """A page in colour, `height` pixels high."""
    return _render(pdf, page, lambda points: height / points, grey=False)


def _render(pdf: bytes, number: int, scale: Callable[[float], float], *, grey: bool) -> Image.Image:
    """Page `number` (from 0) at the `scale` for its height in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        picture: Image.Image = page.render(scale=scale(page.get_height()), grayscale=grey).to_pil().copy()
        return picture
    finally:
        document.close()


def read_qr_codes(picture: Image.Image) -> Iterator[str]:
    """The payloads of the QR codes in a picture."""
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for code in zxingcpp.read_barcodes(picture, formats=formats):
        yield code.bytes.decode("utf-8", "replace")
