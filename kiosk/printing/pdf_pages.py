"""The pages of a finished PDF as pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

POINTS_PER_INCH = 72
"""To an inch, as PDF counts."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """Page `number` (from 0) of `total`; `across` and `down` are its true size in points.

    Its rows have `stride` bytes, one for a pixel when grey, else four (blue, green, red, nothing).
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
    """Every page of a PDF that is known to be sound, one in memory at a time."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(file)
    try:
        for number in range(len(document)):
            sheet = document[number]
            drawn = sheet.render(scale=dpi / POINTS_PER_INCH, grayscale=grey, prefer_bgrx=True)
            yield PageImage(
                number,
                len(document),
                bytes(drawn.buffer),
                drawn.width,
                drawn.height,
                drawn.stride,
                *sheet.get_size(),
            )
    finally:
        document.close()
