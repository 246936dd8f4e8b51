"""Fuzzes the check of pictures: refused or decodable, in less than 2 s of work and 256 MiB of memory."""

import io
import struct
import time
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PIL import Image

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs import pictures
from tests.fuzz.target import ByteMutator

LONGEST = 8192
SECONDS, MEMORY = 2.0, 256 * limits.MIB
_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNK = struct.Struct(">L4s")


def seeds() -> Mapping[str, bytes]:
    """Small pictures of each format and mode, with metadata and variants."""
    exif = Image.Exif()
    exif[0x0112] = 6
    found = {}
    for suffix, kind in _FORMATS.items():
        for mode in ("L", "RGB", "CMYK" if suffix == "jpg" else "RGBA"):
            found[f"{mode}.{suffix}"] = _drawn(kind, mode)
        found[f"turned.{suffix}"] = _drawn(kind, "RGB", exif=exif)
    found |= {f"{mode}.png": _drawn("PNG", mode) for mode in ("1", "P", "LA", "I;16")}
    frames = [Image.new("RGB", (16, 12), shade) for shade in ("red", "blue")]
    found |= {
        f"moves.{s}": _drawn(_FORMATS[s], "RGB", save_all=True, append_images=frames) for s in ("png", "webp")
    }
    found["progressive.jpg"] = _drawn("JPEG", "RGB", progressive=True)
    found["exact.webp"] = _drawn("WEBP", "RGBA", lossless=True)
    return found


def offer(data: bytes) -> bool:
    """Check the picture under a name with the suffix of its signature."""
    suffix = "png" if data.startswith(_PNG) else "webp" if data.startswith(b"RIFF") else "jpg"
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{suffix}"
        path.write_bytes(data)
        reset_peak_memory()
        held, began = peak_memory(), time.process_time()
        try:
            width, height = pictures.check_picture(path, f"media/x.{suffix}")
        except KioskError:
            width = height = 0
        took = time.process_time() - began
    assert took < SECONDS, f"{took:.1f} s"
    assert peak_memory() - held < MEMORY, f"{(peak_memory() - held) // limits.MIB} MiB"
    assert width * height <= limits.PICTURE_PIXELS and max(width, height) <= limits.PICTURE_SIDE
    return width > 0


def peak_memory() -> int:
    """The peak memory of this process in bytes; unlike ru_maxrss, without its parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * limits.KIB


def reset_peak_memory() -> None:
    """Reset the peak memory (man 5 proc_pid_clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def mutate(data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
    """Half of the time change one chunk of a PNG, under a valid checksum."""
    chunks = list(_chunks(data))
    if not chunks or random.random() < 0.5:
        return mutate_bytes(data)
    place = random.randrange(len(chunks))
    kind, content = chunks[place]
    match random.randrange(8):
        case 0:
            chunks.insert(place, (kind, content))
        case 1:
            del chunks[place]
        case 2:
            chunks[place] = (random.choice(chunks)[0], content)
        case _:
            chunks[place] = (kind, mutate_bytes(content))
    return _PNG + b"".join(
        _CHUNK.pack(len(content), kind) + content + struct.pack(">L", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while data.startswith(_PNG) and at + _CHUNK.size <= len(data):
        length, kind = _CHUNK.unpack_from(data, at)
        yield kind, data[at + _CHUNK.size : at + _CHUNK.size + length]
        at += _CHUNK.size + length + 4


def _drawn(kind: str, mode: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture = Image.linear_gradient("L").resize((16, 12))
    (Image.new(mode, (16, 12), 40_000) if mode == "I;16" else picture.convert(mode)).save(
        file, kind, **options
    )
    return file.getvalue()
