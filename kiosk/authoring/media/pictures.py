"""Makes pictures fit for a pack: pixels only, turned upright, no larger than a screen needs."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

SIDE = 1920
"""Longest side of a picture in a pack, in pixels: a kiosk's screen is that wide."""

SOURCE_BYTES = 32 << 20
SOURCE_PIXELS = 64_000_000
FORMATS = ("JPEG", "PNG", "WEBP")


class PictureError(ValueError):
    """A file that cannot become a picture; `reason` is 'large' or 'unreadable'."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Picture:
    """A picture as a pack holds it: its name by its contents, its bytes, its size in pixels."""

    file: str
    data: bytes
    width: int
    height: int


def encode_picture(path: Path) -> Picture:
    """The picture at `path` drawn anew: JPEG, or PNG when parts of it are transparent.

    Nothing but colours is kept, so no place, camera, name or thumbnail; EXIF's turning is applied. The same
    file gives the same bytes with the same version of Pillow. Raises PictureError.
    """
    if path.stat().st_size > SOURCE_BYTES:
        raise PictureError("large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > SOURCE_PIXELS:
                    raise PictureError("large")
                return _encode_image(image)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError("large") from error
    except Exception as error:
        # Pillow's decoders meet broken files with OSError, SyntaxError, ValueError, struct.error and others
        # (https://pillow.readthedocs.io/en/stable/handbook/writing-your-own-image-plugin.html)
        raise PictureError("unreadable") from error


def _encode_image(image: Image.Image) -> Picture:
    upright = ImageOps.exif_transpose(image)
    alpha = upright.convert("RGBA").getchannel("A") if upright.has_transparency_data else None
    see_through = alpha is not None and alpha.getextrema() != (255, 255)
    plain = upright.convert("RGBA" if see_through else "RGB")
    plain.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    file = io.BytesIO()
    if see_through:
        bare.save(file, "PNG", optimize=True)
    else:
        bare.save(file, "JPEG", quality=85, optimize=True)
    data = file.getvalue()
    name = f"media/{hashlib.sha256(data).hexdigest()[:16]}.{'png' if see_through else 'jpg'}"
    return Picture(name, data, *bare.size)
