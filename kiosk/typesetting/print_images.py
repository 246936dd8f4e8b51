"""Prepares photographs for print: scales them to the printer's resolution, in the ink of the flyer."""

from collections.abc import Callable
from io import BytesIO, FileIO

from PIL import Image, ImageOps

from kiosk.typesetting.paper import Ink

DPI = 200
"""Dots per inch; more is not visible in a photograph."""
JPEG_QUALITY = 85
MM_PER_INCH = 25.4
PLACEHOLDER_COLOUR = "#54617A"
"""In place of a photograph that cannot be read."""


def make_print_jpeg(open_file: Callable[[], FileIO], ink: Ink, width: float) -> bytes:
    """A JPEG (RFC 2046, image/jpeg) of the photograph for a cover `width` millimetres wide.

    A file that has been damaged since its installation becomes a plain colour: a flyer without its
    photograph is better than none.
    """
    pixels = round(width / MM_PER_INCH * DPI)
    try:
        with open_file() as file, Image.open(file, formats=("JPEG", "PNG", "WEBP")) as image:
            image.draft("RGB", (pixels, pixels))
            photo = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        photo = Image.new("RGB", (16, 8), PLACEHOLDER_COLOUR)
    photo.thumbnail((pixels, pixels))
    if ink is not Ink.COLOUR:
        photo = photo.convert("L")
    data = BytesIO()
    photo.save(data, "JPEG", quality=JPEG_QUALITY)
    return data.getvalue()
