"""Photographs made ready for paper: as fine as a printer needs, in the ink that was asked for."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.typesetting.order import Ink

DPI = 200
"""Dots per inch; a photograph gains nothing visible from more."""
JPEG_QUALITY = 85
MM_PER_INCH = 25.4
"""Millimetres."""
PLACEHOLDER_COLOUR = "#54617A"
"""What stands in for a photograph that cannot be read."""


def make_print_jpeg(file: Path, ink: Ink, width: float) -> bytes:
    """A JPEG (RFC 2046, image/jpeg) of the photograph for a cover `width` millimetres wide.

    A file that has been damaged since it was installed leaves an even colour: a flyer without its photograph
    is better than none.
    """
    across = round(width / MM_PER_INCH * DPI)
    try:
        with Image.open(file) as opened:
            opened.draft("RGB", (across, across))
            photo = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        photo = Image.new("RGB", (16, 8), PLACEHOLDER_COLOUR)
    photo.thumbnail((across, across))
    if ink is not Ink.COLOUR:
        photo = photo.convert("L")
    data = BytesIO()
    photo.save(data, "JPEG", quality=JPEG_QUALITY)
    return data.getvalue()
