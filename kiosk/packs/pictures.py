"""Checks a picture before it may be shown: a known format, bounded size, undamaged."""

import io
import warnings
from pathlib import Path

from PIL import Image

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file

_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "I;16"}
_EXIF_ORIENTATION = 0x0112
_JPEG_SCAN = b"\xff\xda"
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def check_picture(path: Path, name: str) -> tuple[int, int]:
    """The width and height in pixels of the picture at `path`, after decoding it completely.

    Raises KioskError with `name`: 'packs.picture_large' (more bytes, pixels or passes than limits.py allows),
    'packs.picture_kind' (not the JPEG, PNG or WebP its name says), 'packs.picture_broken',
    'packs.picture_moves' (several pictures in one), 'packs.picture_turned' (upright only by its Exif
    orientation, which is not honoured) or 'packs.picture_print' (colours for printing, such as CMYK).
    """
    if path.stat().st_size > limits.PICTURE_BYTES:
        raise _too_large(name)
    data = read_regular_file(path)
    if not _has_signature_of(name, data):
        raise KioskError("packs.picture_kind", name=name)
    try:
        with (
            warnings.catch_warnings(action="error"),
            Image.open(io.BytesIO(data), formats=_formats(name)) as image,
        ):
            _check(image, data, name)
            size = image.size
            # every coefficient of a JPEG is read, but decoded to an eighth of each side only
            image.draft(None, (1, 1))
            image.load()
            return size
    except KioskError:
        raise
    except _TOO_LARGE as error:
        raise _too_large(name) from error
    except Exception as error:
        # Pillow promises no closed set of exceptions for damaged input (pillow.readthedocs.io, Image.open)
        raise KioskError("packs.picture_broken", name=name) from error


def _check(image: Image.Image, data: bytes, name: str) -> None:
    width, height = image.size
    if max(width, height) > limits.PICTURE_SIDE or width * height > limits.PICTURE_PIXELS:
        raise _too_large(name)
    # a progressive JPEG of many scans takes a full pass over the picture for each (T.81, annex G)
    if data.count(_JPEG_SCAN) > limits.PICTURE_SCANS and image.format == "JPEG":
        raise _too_large(name)
    if getattr(image, "n_frames", 1) > 1:
        raise KioskError("packs.picture_moves", name=name)
    if image.mode not in _MODES:
        raise KioskError("packs.picture_print", name=name)
    if image.getexif().get(_EXIF_ORIENTATION, 1) != 1:
        raise KioskError("packs.picture_turned", name=name)


def _formats(name: str) -> tuple[str]:
    return (_FORMATS[name.rpartition(".")[2]],)


def _has_signature_of(name: str, data: bytes) -> bool:
    match _formats(name):
        case ("JPEG",):
            return data.startswith(b"\xff\xd8\xff")
        case ("PNG",):
            return data.startswith(b"\x89PNG\r\n\x1a\n")
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _too_large(name: str) -> KioskError:
    return KioskError("packs.picture_large", name=name, side=limits.PICTURE_SIDE)
