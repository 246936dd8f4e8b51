"""Lists the pack files on a stick or share by name only, so that no other file is ever opened."""

import os
import time
from heapq import heappush, heappushpop
from pathlib import Path
from typing import NamedTuple

SUFFIX = ".kpack"
UNFINISHED_SUFFIXES = tuple(
    SUFFIX + ending
    for ending in (".part", ".partial", ".filepart", ".crdownload", ".opdownload", ".download", ".tmp")
)
"""How browsers and file managers name a pack that they are still copying or downloading."""
FOLDERS = ("kiosk", "packs")
"""The subfolders that are searched, beside the folder itself."""
MAX_PACKS = 50
"""The maximum number of packs to list."""
LISTING_SECONDS = 15.0
"""Seconds after which no more names are read."""


class PackFile(NamedTuple):
    """A file that is a pack by its name, its size in bytes, and whether its copy is still going on."""

    path: Path
    size: int
    is_unfinished: bool = False


class PackListing(NamedTuple):
    """The newest packs, ordered by name, the number of older ones left out, and of all names that were read.

    `is_complete` is False when there were more names than could be read in LISTING_SECONDS.
    """

    files: tuple[PackFile, ...]
    left_out: int
    names_read: int
    is_complete: bool


def list_packs(folder: Path, seconds: float = LISTING_SECONDS) -> PackListing:
    """The packs in `folder` and in FOLDERS below it; OSError when it cannot be read.

    Lists regular files only: no symbolic links, no hidden files such as Macs leave on sticks. Memory does
    not grow with the number of files: of many packs, the MAX_PACKS that were written last are kept.
    """
    reader = _Reader(time.monotonic() + seconds)
    for path in reader.read(folder):
        reader.read(path)
    packs = [pack for _, _, pack in reader.newest]
    packs.sort(key=lambda pack: (pack.path.name.casefold(), pack.path))
    return PackListing(tuple(packs), reader.found - len(packs), reader.names_read, reader.is_complete)


class _Reader:
    """Reads folders and keeps the newest packs in a heap, the oldest of them first."""

    def __init__(self, deadline: float) -> None:
        self.newest: list[tuple[int, str, PackFile]] = []
        self.found = self.names_read = 0
        self.is_complete = True
        self._deadline = deadline

    def read(self, folder: Path) -> list[Path]:
        """Read one folder; returns the subfolders of it that are in FOLDERS."""
        subfolders = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if time.monotonic() >= self._deadline:
                    self.is_complete = False
                    break
                self.names_read += 1
                name = entry.name.lower()
                if name in FOLDERS and entry.is_dir(follow_symlinks=False):
                    subfolders.append(folder / entry.name)
                elif is_pack_name(name) and entry.is_file(follow_symlinks=False):
                    self._keep(folder, entry)
        return sorted(subfolders)

    def _keep(self, folder: Path, entry: os.DirEntry[str]) -> None:
        self.found += 1
        written, size = _time_and_size(entry)
        is_unfinished = not entry.name.lower().endswith(SUFFIX)
        item = (written, entry.name, PackFile(folder / entry.name, size, is_unfinished))
        if len(self.newest) < MAX_PACKS:
            heappush(self.newest, item)
        else:
            heappushpop(self.newest, item)


def is_pack_name(name: str) -> bool:
    """Whether a name in lower case is that of a pack, finished or not, and not of a hidden file."""
    return name.endswith((SUFFIX, *UNFINISHED_SUFFIXES)) and not name.startswith(".")


def _time_and_size(entry: os.DirEntry[str]) -> tuple[int, int]:
    """When the file was written, in nanoseconds, and its size in bytes.

    0 when that cannot be read: opening the file will raise the reason.
    """
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
