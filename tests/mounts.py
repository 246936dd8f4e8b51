"""Mounts file systems in memory, for tests of disks that are full or read-only."""

import errno
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted_tmpfs(folder: Path, options: str) -> Iterator[Path]:
    """A tmpfs with these mount options; skips the test where mounting is not permitted."""
    folder.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "kiosk-test", folder], capture_output=True)
    if mount.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)  # a failed test may still hold a file


def fill(folder: Path) -> Path:
    """Fill the file system of a folder to the last byte; the file that does it."""
    filler = folder / "filler"
    piece = bytes(1 << 20)
    with filler.open("wb", buffering=0) as file:
        while piece:
            try:
                file.write(piece)
            except OSError as error:
                assert error.errno == errno.ENOSPC
                piece = piece[: len(piece) // 2]
    return filler
