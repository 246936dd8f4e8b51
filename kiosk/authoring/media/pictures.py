"""Encodes pictures for a pack: without metadata, upright, in the colours of screens, no larger than one."""

import hashlib
import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from math import ceil
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from kiosk.base.safe_open import open_regular_file
from kiosk.base.sentence_ids import ProblemCode

MAX_SIDE = 1920
"""Longest side of a picture in a pack, in pixels: the width of a kiosk's screen."""

FOCUS = "focus"
"""The name of the comment that says the focus point: '0.400 0.300'."""
MAX_SOURCE_BYTES = 32 << 20
MAX_SOURCE_PIXELS = 64_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What people have: cameras, telephones, scanners and drawing programs."""
MOVING_FORMATS = ("GIF", "PNG", "WEBP", "TIFF", "AVIF")
"""Those of which a file with several pictures is an animation, or several pages."""
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
"""ISO/IEC 23008-12, 10; the photographs of Apple's telephones."""


class PictureError(ValueError):
    """A file that cannot be encoded as a picture."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Picture:
    """A picture as a pack holds it: file name from its hash, bytes, size in pixels.

    `is_first_of_many` tells that the source moves or has pages, of which this is the first.
    """

    file: str
    data: bytes
    width: int
    height: int
    is_first_of_many: bool = False


def encode_picture(path: Path, focus: Sequence[float] = ()) -> Picture:
    """The picture at `path` encoded again: as JPEG, or as PNG when parts of it are transparent.

    `focus` is the point that stays in view where the picture is cropped, as fractions of its width and
    height; it is a comment in the file, which needs no version of the format. Otherwise only pixels are kept:
    no location, camera, name or thumbnail; the EXIF orientation is applied, and colours
    are converted to sRGB. The same file gives the same bytes with the same version of Pillow. Raises
    PictureError: 'media_large', 'media_heic' without the extra `media`, 'media_unreadable'.
    """
    if path.stat().st_size > MAX_SOURCE_BYTES:
        raise PictureError("media_large")
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(path, formats=_formats_for(path)) as image,
        ):
            if image.width * image.height > MAX_SOURCE_PIXELS:
                raise PictureError("media_large")
            return _encode_image(image, focus)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError("media_large") from error
    except Exception as error:
        # Pillow's decoders raise OSError, SyntaxError, ValueError, struct.error and others for broken files
        # (https://pillow.readthedocs.io/en/stable/handbook/writing-your-own-image-plugin.html)
        raise PictureError("media_unreadable") from error


def _formats_for(path: Path) -> tuple[str, ...]:
    """The formats to try; HEIF needs a library of the extra `media`."""
    with open_regular_file(path) as stream:
        start = stream.read(12)
    if start[4:8] != b"ftyp" or start[8:] not in _HEIF_BRANDS:
        return FORMATS
    if not find_spec("pi_heif"):
        raise PictureError("media_heic")
    from pi_heif import register_heif_opener

    register_heif_opener()
    return ("HEIF",)


def _encode_image(image: Image.Image, focus: Sequence[float]) -> Picture:
    is_first = image.format in MOVING_FORMATS and getattr(image, "n_frames", 1) > 1
    scale = min(1.0, MAX_SIDE / max(image.size))
    # a large JPEG is decoded at a half or less of its size, in as much less time and memory
    image.draft(None, (ceil(image.width * scale), ceil(image.height * scale)))
    upright = _to_screen_colours(ImageOps.exif_transpose(image))
    alpha = upright.convert("RGBA").getchannel("A") if upright.has_transparency_data else None
    is_transparent = alpha is not None and alpha.getextrema() != (255, 255)
    resized = upright.convert("RGBA" if is_transparent else "RGB")
    resized.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    pixels = Image.frombytes(resized.mode, resized.size, resized.tobytes())
    file = io.BytesIO()
    said = " ".join(f"{part:.3f}" for part in focus)
    if is_transparent:
        texts = PngImagePlugin.PngInfo()
        if said:
            texts.add_text(FOCUS, said)
        pixels.save(file, "PNG", optimize=True, pnginfo=texts)
    else:
        comment = {"comment": f"{FOCUS}: {said}".encode()} if said else {}
        pixels.save(file, "JPEG", quality=85, optimize=True, **comment)
    data = file.getvalue()
    name = f"media/{hashlib.sha256(data).hexdigest()[:16]}.{'png' if is_transparent else 'jpg'}"
    return Picture(name, data, *pixels.size, is_first)


def _to_screen_colours(image: Image.Image) -> Image.Image:
    """The image in 8 bits and sRGB, as the profile of its colours is lost with the other metadata."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("F", "I"):
        raise PictureError("media_unreadable")  # measurements, without a scale of brightness
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        mode = "RGB" if image.mode == "CMYK" else image.mode
        converted = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image  # a damaged profile, or one of other colours than the picture's
    return converted or image
