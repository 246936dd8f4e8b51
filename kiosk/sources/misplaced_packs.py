"""Finds packs that lie in a folder of a stick in which nobody looks for them, so that staff can be told."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.sources.pack_listing import FOLDERS, SUFFIX

MAX_DEPTH = 4
"""Folders below each other that are searched."""
MAX_NAMES = 20_000
"""The maximum number of names to read."""
MAX_FOUND = 5
"""The maximum number of packs to name."""
SECONDS = 3.0
"""Seconds after which the search ends."""
_HIDDEN = (".", "$", "system volume information")
"""How the names of folders begin that a system keeps for itself, its bin among them."""


def find_misplaced_packs(folder: Path, seconds: float = SECONDS) -> tuple[Path, ...]:
    """The first packs in folders below `folder`, those of `list_packs` left out, the least deep ones first.

    A folder that cannot be read is passed over: this is only a search for what helps.
    """
    found: list[Path] = []
    names, deadline, folders = 0, time.monotonic() + seconds, [folder]
    for depth in range(MAX_DEPTH + 1):
        below: list[Path] = []
        for path in folders:
            for entry in _entries(path):
                names += 1
                if names > MAX_NAMES or len(found) == MAX_FOUND or time.monotonic() > deadline:
                    return tuple(found)
                name = entry.name.lower()
                if name.startswith(_HIDDEN):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.append(path / entry.name)
                elif _is_out_of_place(path, folder, depth) and name.endswith(SUFFIX):
                    found.append(path / entry.name)
        folders = sorted(below)
    return tuple(found)


def _is_out_of_place(path: Path, folder: Path, depth: int) -> bool:
    return depth > 1 or (depth == 1 and path.relative_to(folder).name.lower() not in FOLDERS)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        yield from entries
