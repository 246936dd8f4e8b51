"""Photographs made ready for paper: as fine as a printer needs, in the ink that was asked for."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.typesetting.order import Ink

DOTS = 200
"""Dots per inch; a photograph gains nothing visible from more."""
QUALITY = 85
INCH = 25.4
"""Millimetres."""
PAPER = "#54617A"
"""What stands in for a photograph that cannot be read."""


def for_paper(file: Path, ink: Ink, width: float) -> bytes:
    """A JPEG (RFC 2046, image/jpeg) of the photograph for a cover `width` millimetres wide.

    A file that has been damaged since it was installed leaves an even colour: a flyer without its photograph
    is better than none.
    """
    across = round(width / INCH * DOTS)
    try:
        with Image.open(file) as opened:
            opened.draft("RGB", (across, across))
            photo = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        photo = Image.new("RGB", (16, 8), PAPER)
    photo.thumbnail((across, across))
    if ink is not Ink.COLOUR:
        photo = photo.convert("L")
    data = BytesIO()
    photo.save(data, "JPEG", quality=QUALITY)
    return data.getvalue()
