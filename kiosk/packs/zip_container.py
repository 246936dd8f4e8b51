"""Reads the ZIP archive of a pack: one exact layout, any other is an error (docs/pack-format.md)."""

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.base import limits
from kiosk.base.closing import ClosesOnExit
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import open_regular_file
from kiosk.base.sentence_ids import SentenceId
from kiosk.packs import zip_layout

CHUNK = 512 * limits.KIB
"""Bytes read at a time: few enough to stay in the processor cache until they are hashed and written."""


class ZipContainer(ClosesOnExit):
    """The members of one pack file, by name, read through the one file opened here.

    A symbolic link is an error unless `follow`. The content of members is not checked: the caller must
    verify its hash or signature. Every method raises KioskError 'packs.no_file',
    'packs.unreadable', 'packs.not_a_pack', 'packs.unfinished', 'packs.too_large' or 'packs.damaged', each
    with `path`.
    """

    def __init__(self, path: Path, follow: bool = True) -> None:
        self._path = path
        try:
            self._file = open_regular_file(path, follow)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise self._error("packs.no_file") from error
        except OSError as error:
            raise self._error("packs.unreadable") from error
        try:
            self._members = self._directory(os.fstat(self._file.fileno()).st_size)
        except OSError as error:
            self.close()
            raise self._error("packs.unreadable") from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    @property
    def sizes(self) -> Mapping[str, int]:
        """The length in bytes of each member, in stored order."""
        return {name: info.file_size for name, info in self._members.items()}

    def read(self, name: str, limit: int) -> bytes:
        """The content of a member of at most `limit` bytes; KeyError when there is none of that name."""
        if self._members[name].file_size > limit:
            raise self._error("packs.damaged")
        return b"".join(bytes(piece) for piece in self.stream(name))

    def stream(self, name: str) -> Iterator[memoryview]:
        """The content of a member, of the length in its directory entry, in pieces of at most CHUNK.

        A piece is valid until the next one is requested: all are read into the same buffer.
        """
        info = self._members[name]
        header = zip_layout.local_header(info)
        try:
            self._file.seek(info.header_offset)
            if self._file.read(len(header)) != header:
                raise self._error("packs.damaged")
            remaining = info.file_size
            buffer = memoryview(bytearray(min(remaining, CHUNK)))
            while remaining:
                filled = self._file.readinto(buffer[:remaining])
                if not filled:
                    raise self._error("packs.damaged")
                remaining -= filled
                yield buffer[:filled]
        except OSError as error:
            raise self._error("packs.unreadable") from error

    def _directory(self, size: int) -> Mapping[str, zipfile.ZipInfo]:
        if size > limits.PACK_BYTES:
            raise self._error("packs.too_large")
        self._file.seek(0)
        start = self._file.read(4)
        self._file.seek(max(size - zip_layout.END_BYTES, 0))
        end = self._file.read()
        # zeros stand for what has not come yet, where a copy has its full length from the beginning
        begun = start.rstrip(b"\0")
        if not begun or not end.startswith(zip_layout.END_MAGIC):
            is_unfinished = zip_layout.LOCAL_MAGIC.startswith(begun)
            raise self._error("packs.unfinished" if is_unfinished else "packs.not_a_pack")
        try:
            with zipfile.ZipFile(_ReadBudget(self._file, limits.DIRECTORY_BYTES)) as archive:
                infos = archive.infolist()
        except OSError:
            raise
        except Exception as error:
            # zipfile answers hostile input with BadZipFile, ValueError, NotImplementedError,
            # EOFError, struct.error, UnicodeDecodeError or OverflowError (github.com/python/cpython)
            raise self._error("packs.damaged") from error
        expected = zip_layout.expected_directory(infos, size)
        if expected is None:
            raise self._error("packs.damaged")
        self._file.seek(size - len(expected))
        if self._file.read(len(expected)) != expected:
            raise self._error("packs.damaged")
        return {info.filename: info for info in infos}

    def _error(self, code: SentenceId) -> KioskError:
        return KioskError(code, path=str(self._path))


class _ReadBudget:
    """A file that reads at most a fixed number of bytes: the budget of `zipfile` for the directory."""

    def __init__(self, file: io.FileIO, budget: int) -> None:
        self._file = file
        self._left = budget
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1) -> bytes:
        """Like `read` of a file; ValueError once the budget is spent."""
        data = self._file.read(self._left + 1 if size < 0 else min(size, self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("the directory of this archive is too large")
        return data
