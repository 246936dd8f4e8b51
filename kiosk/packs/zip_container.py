"""The ZIP a pack is packed in: one exact shape is read, every other is refused (docs/pack-format.md)."""

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import open_regular_file
from kiosk.packs import zip_layout

CHUNK = 512 * limits.KIB
"""Bytes read at a time: few enough to stay in the processor's cache until they are hashed and written."""


class ZipContainer:
    """The members of one pack file, by name, read through the one file opened here.

    A symbolic link is refused unless one shall `follow` it. What a member holds is not checked: who reads one
    must know its hash or its signature. Everything here raises KioskError 'packs.no_file',
    'packs.unreadable', 'packs.not_a_pack', 'packs.unfinished', 'packs.too_large' or 'packs.damaged', each
    with `path`.
    """

    def __init__(self, path: Path, follow: bool = True) -> None:
        self._path = path
        try:
            self._file = open_regular_file(path, follow)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise self._refusal("no_file") from error
        except OSError as error:
            raise self._refusal("unreadable") from error
        try:
            self._members = self._directory(os.fstat(self._file.fileno()).st_size)
        except OSError as error:
            self.close()
            raise self._refusal("unreadable") from error
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    @property
    def sizes(self) -> Mapping[str, int]:
        """The length in bytes of each member, in the order they are stored."""
        return {name: info.file_size for name, info in self._members.items()}

    def read(self, name: str, limit: int) -> bytes:
        """A whole member of at most `limit` bytes; KeyError when there is none of that name."""
        if self._members[name].file_size > limit:
            raise self._refusal("damaged")
        return b"".join(bytes(piece) for piece in self.stream(name))

    def stream(self, name: str) -> Iterator[memoryview]:
        """The bytes of a member in pieces of at most CHUNK, as many as its directory entry says.

        A piece is good until the next one is asked for: all of them are read to the same place.
        """
        info = self._members[name]
        header = zip_layout.local_header(info)
        try:
            self._file.seek(info.header_offset)
            if self._file.read(len(header)) != header:
                raise self._refusal("damaged")
            left = info.file_size
            room = memoryview(bytearray(min(left, CHUNK)))
            while left:
                filled = self._file.readinto(room[:left])
                if not filled:
                    raise self._refusal("damaged")
                left -= filled
                yield room[:filled]
        except OSError as error:
            raise self._refusal("unreadable") from error

    def _directory(self, size: int) -> Mapping[str, zipfile.ZipInfo]:
        if size > limits.PACK_BYTES:
            raise self._refusal("too_large")
        self._file.seek(0)
        start = self._file.read(4)
        self._file.seek(max(size - zip_layout.END_BYTES, 0))
        if not self._file.read().startswith(zip_layout.END_MAGIC):
            begun = zip_layout.LOCAL_MAGIC.startswith(start)
            raise self._refusal("unfinished" if begun else "not_a_pack")
        try:
            with zipfile.ZipFile(_ReadBudget(self._file, limits.DIRECTORY_BYTES)) as archive:
                infos = archive.infolist()
        except OSError:
            raise
        except Exception as error:
            # zipfile answers hostile input with BadZipFile, ValueError, NotImplementedError,
            # EOFError, struct.error, UnicodeDecodeError or OverflowError (github.com/python/cpython)
            raise self._refusal("damaged") from error
        expected = zip_layout.expected_directory(infos, size)
        if expected is None:
            raise self._refusal("damaged")
        self._file.seek(size - len(expected))
        if self._file.read(len(expected)) != expected:
            raise self._refusal("damaged")
        return {info.filename: info for info in infos}

    def _refusal(self, reason: str) -> KioskError:
        return KioskError(f"packs.{reason}", path=str(self._path))


class _ReadBudget:
    """A file that reads no more than a fixed number of bytes: what `zipfile` may spend on a directory."""

    def __init__(self, file: io.FileIO, left: int) -> None:
        self._file = file
        self._left = left
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1) -> bytes:
        """As `read` of a file; ValueError once the budget is spent."""
        data = self._file.read(self._left + 1 if size < 0 else min(size, self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("the directory of this archive is too large")
        return data
