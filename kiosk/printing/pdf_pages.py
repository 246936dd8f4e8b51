"""Renders the pages of a finished PDF as pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

POINTS_PER_INCH = 72
"""ISO 32000-1, 8.3.2.3."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """Page `number` (from 0) of `total`; `width` and `height` are in pixels.

    Rows have `stride` bytes, one for a grey pixel, else four (blue, green, red, unused).
    """

    number: int
    total: int
    pixels: bytes
    width: int
    height: int
    stride: int
    width_points: float
    height_points: float


def render_pages(file: Path, dpi: int, grey: bool) -> Iterator[PageImage]:
    """Yield the picture of every page of a trusted PDF, one in memory at a time."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(file)
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=grey, prefer_bgrx=True)
            yield PageImage(
                number,
                len(document),
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                *page.get_size(),
            )
    finally:
        document.close()
