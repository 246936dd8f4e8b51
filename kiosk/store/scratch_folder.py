"""A folder for short-lived private files, also on a computer whose disks are all read-only."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_IN_MEMORY = "/dev/shm"
"""Where Linux has a file system in memory (POSIX shared memory)."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new folder that only this user can open, removed at the end; OSError when none can be made."""
    with _make_folder() as folder:
        yield Path(folder)


def _make_folder() -> "tempfile.TemporaryDirectory[str]":
    *places, last = [None, *filter(None, [os.environ.get("XDG_RUNTIME_DIR")]), _IN_MEMORY]
    for place in places:
        try:
            return tempfile.TemporaryDirectory(prefix="corner-kiosk-", dir=place)
        except OSError:
            continue
    return tempfile.TemporaryDirectory(prefix="corner-kiosk-", dir=last)
