"""Encodes pictures for a pack: without metadata, upright, no larger than a screen needs."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.base.sentence_ids import ProblemCode

MAX_SIDE = 1920
"""Longest side of a picture in a pack, in pixels: the width of a kiosk's screen."""

MAX_SOURCE_BYTES = 32 << 20
MAX_SOURCE_PIXELS = 64_000_000
FORMATS = ("JPEG", "PNG", "WEBP")


class PictureError(ValueError):
    """A file that cannot be encoded as a picture."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Picture:
    """A picture as a pack holds it: file name from its hash, bytes, size in pixels."""

    file: str
    data: bytes
    width: int
    height: int


def encode_picture(path: Path) -> Picture:
    """The picture at `path` encoded again: as JPEG, or as PNG when parts of it are transparent.

    Only pixels are kept: no location, camera, name or thumbnail; the EXIF orientation is applied. The same
    file gives the same bytes with the same version of Pillow. Raises PictureError.
    """
    if path.stat().st_size > MAX_SOURCE_BYTES:
        raise PictureError("media_large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MAX_SOURCE_PIXELS:
                    raise PictureError("media_large")
                return _encode_image(image)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError("media_large") from error
    except Exception as error:
        # Pillow's decoders raise OSError, SyntaxError, ValueError, struct.error and others for broken files
        # (https://pillow.readthedocs.io/en/stable/handbook/writing-your-own-image-plugin.html)
        raise PictureError("media_unreadable") from error


def _encode_image(image: Image.Image) -> Picture:
    upright = ImageOps.exif_transpose(image)
    alpha = upright.convert("RGBA").getchannel("A") if upright.has_transparency_data else None
    is_transparent = alpha is not None and alpha.getextrema() != (255, 255)
    resized = upright.convert("RGBA" if is_transparent else "RGB")
    resized.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    pixels = Image.frombytes(resized.mode, resized.size, resized.tobytes())
    file = io.BytesIO()
    if is_transparent:
        pixels.save(file, "PNG", optimize=True)
    else:
        pixels.save(file, "JPEG", quality=85, optimize=True)
    data = file.getvalue()
    name = f"media/{hashlib.sha256(data).hexdigest()[:16]}.{'png' if is_transparent else 'jpg'}"
    return Picture(name, data, *pixels.size)
