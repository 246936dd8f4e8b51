"""The files of an installed pack, which count only as an installation leaves them."""

import errno
import io
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.file_hash import hash_file
from kiosk.base.safe_open import open_regular_file
from kiosk.library.library_paths import LibraryPaths


class UnsealedError(OSError):
    """A file of an installed pack that is a link, or that others can change."""


@dataclass(frozen=True, slots=True)
class SealedPack:
    """The files of a publisher's pack below `folder`.

    `owners` are the users whose files count: root, this process's own and the owner of the library. Unless
    `is_sealed`, one of its folders is missing, is a link, or can be changed by others: then no file counts.
    On Windows access lists decide who may change what, and only links are refused.
    """

    folder: Path
    owners: frozenset[int]
    is_sealed: bool

    @classmethod
    def find(cls, paths: LibraryPaths, generation: str, publisher: str) -> "SealedPack":
        """The pack of that publisher in the generation with that folder name."""
        files, owners = paths.files(generation, publisher), _owners(paths)
        folders = (paths.generations / generation, files.parent, files, files / "media")
        return cls(files, owners, all(_is_sealed_folder(folder, owners) for folder in folders))

    def open(self, name: str) -> io.FileIO:
        """Open a file for reading.

        UnsealedError when it or a folder above it is not sealed, FileNotFoundError when it is missing or no
        plain file, another OSError when it cannot be read.
        """
        if not self.is_sealed:
            raise UnsealedError(f"{self.folder} can be changed by others")
        try:
            opened = open_regular_file(self.folder / name, follow=False)
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
            raise UnsealedError(f"{name} is a link") from error
        if _is_sealed(os.fstat(opened.fileno()), self.owners):
            return opened
        opened.close()
        raise UnsealedError(f"{name} can be changed by others")

    def matches(self, name: str, length: int, sha256: str) -> bool:
        """Whether a file is sealed and has that length in bytes and that SHA-256 in hex.

        OSError when it is there and cannot be read.
        """
        try:
            opened = self.open(name)
        except (FileNotFoundError, NotADirectoryError, UnsealedError):
            return False
        with opened:
            if os.fstat(opened.fileno()).st_size != length:
                return False
            return hash_file(opened) == sha256


def _owners(paths: LibraryPaths) -> frozenset[int]:
    if sys.platform == "win32":
        return frozenset()
    try:
        return frozenset((0, os.geteuid(), paths.root.stat().st_uid))
    except OSError:
        return frozenset((0, os.geteuid()))


def _is_sealed_folder(folder: Path, owners: frozenset[int]) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and _is_sealed(status, owners)


def _is_sealed(status: os.stat_result, owners: frozenset[int]) -> bool:
    if sys.platform == "win32":
        return True
    return status.st_uid in owners and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
