"""File operations for folders that must survive a power cut: sync, seal, hard-link, replace, remove."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file


def sync_folder(folder: Path) -> None:
    """Sync the names in `folder` to disk; on Windows that is not possible and not needed (ADR 5)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def seal_tree(folder: Path) -> None:
    """Make `folder` and everything in it read-only and sync it to disk, bottom up."""
    for path, names in reversed(list(_walk(folder))):
        for name in names:
            sync_file(path / name)
            (path / name).chmod(0o444)
        path.chmod(0o555)
        sync_folder(path)


def sync_file(file: Path) -> None:
    """Sync the content of `file` to disk; its name needs `sync_folder`."""
    descriptor = os.open(file, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_tree(source: Path, target: Path) -> None:
    """Copy a folder tree of small files; the copy is writable."""
    for path, names in _walk(source):
        here = target / path.relative_to(source)
        here.mkdir(parents=True)
        for name in names:
            (here / name).write_bytes(read_regular_file(path / name))


def link_tree(source: Path, target: Path) -> None:
    """Create a copy of a folder tree whose files are hard links, or copies where links are not possible.

    What is no plain file is left out.
    """
    for path, names in _walk(source):
        here = target / path.relative_to(source)
        here.mkdir(parents=True)
        for name in names:
            if stat.S_ISREG((path / name).lstat().st_mode):
                link_or_copy(path / name, here / name)


def link_or_copy(source: Path, target: Path) -> None:
    """Hard-link a file, or copy it where a link is not possible."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def remove_path(path: Path) -> None:
    """Remove a file, or a folder with everything in it, read-only or not."""
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    for folder, names in _walk(path):
        folder.chmod(0o700)
        for name in names if sys.platform == "win32" else ():
            (folder / name).chmod(0o600)
    shutil.rmtree(path)


def _walk(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield every folder from `folder` down with the names of its files; unlike `os.walk`, raise errors."""
    for path, _, names in os.walk(folder, onerror=_raise):
        yield Path(path), names


def _raise(error: OSError) -> None:
    raise error


def replace_file(path: Path, data: bytes) -> None:
    """Replace a small file atomically and durably: it holds its old content or all of `data`."""
    unfinished = path.with_name(f".{path.name}.new")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync_folder(path.parent)


def require_free_space(folder: Path, needed: int, reserve: int) -> None:
    """Raise KioskError 'library.no_space' unless `needed` more bytes leave `reserve` free on the disk."""
    free = shutil.disk_usage(folder).free
    if free < needed + reserve:
        missing = -((free - needed - reserve) // limits.MIB)
        raise KioskError("library.no_space", needed=-(-needed // limits.MIB), missing=missing)
