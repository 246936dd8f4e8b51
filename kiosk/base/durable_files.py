"""Folders that stay: made durable, made read-only, shared between generations, and taken away."""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.base.errors import KioskError


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable; on Windows that is not possible and not needed (ADR 5)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def seal_tree(folder: Path) -> None:
    """Make `folder` and all in it read-only and durable, from the bottom up."""
    for here, names in reversed(list(_walk(folder))):
        for name in names:
            sync_file(here / name)
            (here / name).chmod(0o444)
        here.chmod(0o555)
        sync_folder(here)


def sync_file(file: Path) -> None:
    """Make what `file` holds durable; its name is so once its folder is."""
    descriptor = os.open(file, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_tree(source: Path, target: Path) -> None:
    """Copy a folder tree of small files; the copy can be written to."""
    for path, names in _walk(source):
        here = target / path.relative_to(source)
        here.mkdir(parents=True)
        for name in names:
            (here / name).write_bytes((path / name).read_bytes())


def link_tree(source: Path, target: Path) -> None:
    """Give a folder tree a second name; its files are the same ones, or copies where links cannot be."""
    for path, names in _walk(source):
        here = target / path.relative_to(source)
        here.mkdir(parents=True)
        for name in names:
            link_or_copy(path / name, here / name)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def file_matches(file: Path, length: int, sha256: str) -> bool:
    """Whether `file` is there and is of that length in bytes and SHA-256 in hex."""
    if not file.is_file() or file.stat().st_size != length:
        return False
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == sha256


def remove_path(path: Path) -> None:
    """Take away a file, or a folder with all that is in it, be it read-only or not."""
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    for folder, names in _walk(path):
        folder.chmod(0o700)
        for name in names if sys.platform == "win32" else ():
            (folder / name).chmod(0o600)
    shutil.rmtree(path)


def _walk(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Every folder from `folder` down with the names of its files; unlike `os.walk`, it hides no error."""
    for path, _, names in os.walk(folder, onerror=_raise):
        yield Path(path), names


def _raise(error: OSError) -> None:
    raise error


def replace_file(path: Path, data: bytes) -> None:
    """Write a small file so that it holds either what it held before or all of `data`, durably."""
    unfinished = path.with_name(f".{path.name}.new")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync_folder(path.parent)


def require_free_space(folder: Path, needed: int, reserve: int) -> None:
    """KioskError 'library.no_space' unless `needed` bytes more leave `reserve` free beside `folder`."""
    free = shutil.disk_usage(folder).free
    if free < needed + reserve:
        missing = -((free - needed - reserve) // limits.MIB)
        raise KioskError("library.no_space", needed=-(-needed // limits.MIB), missing=missing)
