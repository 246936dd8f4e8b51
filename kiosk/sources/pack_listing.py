"""Lists the pack files on a stick or share by name only, so that no other file is ever opened."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

SUFFIX = ".kpack"
FOLDERS = ("kiosk", "packs")
"""The subfolders that are searched, beside the folder itself."""
MAX_PACKS = 50
"""The maximum number of packs to list."""
MAX_ENTRIES = 10_000
"""The maximum number of names to read from one folder."""


class PackListing(NamedTuple):
    """Files with their sizes in bytes, ordered by name, and the number of further ones left out."""

    files: tuple[tuple[Path, int], ...]
    left_out: int


def list_packs(folder: Path) -> PackListing:
    """The packs in `folder` and in FOLDERS below it; OSError when it cannot be read.

    Lists regular files only: no symbolic links, no hidden files such as Macs leave on sticks.
    """
    packs, subfolders = _packs(folder)
    for path in subfolders:
        packs += _packs(path)[0]
    packs.sort(key=lambda file: (file[0].name.casefold(), file[0]))
    return PackListing(tuple(packs[:MAX_PACKS]), max(len(packs) - MAX_PACKS, 0))


def _packs(folder: Path) -> tuple[list[tuple[Path, int]], list[Path]]:
    """The packs in a folder, and the subfolders of it that are in FOLDERS."""
    files, subfolders = [], []
    for entry in _entries(folder):
        name = entry.name.lower()
        if name in FOLDERS and entry.is_dir(follow_symlinks=False):
            subfolders.append(folder / entry.name)
        elif name.endswith(SUFFIX) and not name.startswith(".") and entry.is_file(follow_symlinks=False):
            files.append((folder / entry.name, _size(entry)))
    return files, sorted(subfolders)


def _size(entry: os.DirEntry[str]) -> int:
    """The size in bytes; 0 when it cannot be read: opening the file will raise the reason."""
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:
        return 0


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from islice(entries, MAX_ENTRIES)
