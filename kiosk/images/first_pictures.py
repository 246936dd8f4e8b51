"""Keeps the pictures of the first frame on disk, so that the next start shows them without drawing."""

import mmap
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from struct import Struct
from threading import Thread
from zlib import crc32

from PySide6.QtGui import QImage

from kiosk import __version__
from kiosk.base.durable_files import replace_file
from kiosk.base.safe_open import open_regular_file

SUFFIX = ".picture"
HEADER = Struct("<16s3I")
"""Magic, width, height and length of the key; then the key, then the pixels."""
MAGIC = b"kiosk picture 1\n"
FORMAT = QImage.Format.Format_ARGB32_Premultiplied
BYTES_PER_PIXEL = 4


class FirstPictures:
    """Pictures by address in `folder`, drawn by the same program; None keeps nothing.

    `save` ends the first frame: what was drawn is written, and what was not asked for is removed.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        changed = max(one.stat().st_mtime_ns for one in os.scandir(Path(__file__).parent) if one.is_file())
        self._program = f"{__version__} {changed}"
        self._used: set[Path] = set()
        self._drawn: dict[Path, tuple[bytes, QImage]] = {}

    def read(self, address: str) -> QImage | None:
        """The picture with that address; None when it is not kept."""
        if self._folder is None:
            return None
        key = self._key(address)
        file = self._file(key)
        with suppress(OSError, ValueError), open_regular_file(file, follow=False) as opened:
            with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
                image = _decode(data, key)
            if image is not None:
                self._used.add(file)
            return image
        return None

    def keep(self, address: str, image: QImage) -> None:
        """Keep a picture that has been drawn for the first frame."""
        if self._folder and image.format() is FORMAT:
            key = self._key(address)
            self._drawn[self._file(key)] = key, image

    def save(self) -> Thread | None:
        """Write what was drawn, by a thread as the disk may be slow; None when there is nothing to do."""
        folder, drawn, used = self._folder, self._drawn, self._used | self._drawn.keys()
        self._folder, self._drawn = None, {}
        if folder is None or not (drawn or any(file not in used for file in _files(folder))):
            return None
        thread = Thread(target=_write, args=(folder, drawn, used), name="first pictures", daemon=True)
        thread.start()
        return thread

    def _key(self, address: str) -> bytes:
        return f"{self._program} {address}".encode()

    def _file(self, key: bytes) -> Path:
        assert self._folder
        return self._folder / f"{crc32(key):08x}{SUFFIX}"


def _decode(data: mmap.mmap, key: bytes) -> QImage | None:
    """The picture of a file that is whole and has that key."""
    if len(data) < HEADER.size:
        return None
    magic, width, height, key_length = HEADER.unpack_from(data)
    start = HEADER.size + key_length
    if magic != MAGIC or data[HEADER.size : start] != key:
        return None
    if len(data) != start + width * height * BYTES_PER_PIXEL:
        return None
    with memoryview(data)[start:] as pixels:
        return QImage(pixels, width, height, width * BYTES_PER_PIXEL, FORMAT).copy()


def _encode(key: bytes, image: QImage) -> bytes:
    header = HEADER.pack(MAGIC, image.width(), image.height(), len(key))
    return b"".join((header, key, image.constBits()))


def _files(folder: Path) -> Iterator[Path]:
    return folder.glob(f"*{SUFFIX}")


def _write(folder: Path, drawn: dict[Path, tuple[bytes, QImage]], used: set[Path]) -> None:
    """Write and remove files; a library that cannot be written keeps none."""
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        for file in _files(folder):
            if file not in used:
                file.unlink()
        for file, (key, image) in drawn.items():
            replace_file(file, _encode(key, image))
