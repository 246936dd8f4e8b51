"""Checks the library's disk: free space for the next programme, and whether it is writable."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_size, translate
from kiosk.library.install import RESERVE_BYTES
from kiosk.library.library_paths import LibraryPaths

LOW_SPACE = 4 * RESERVE_BYTES
"""Free bytes below which the next large programme may not fit."""


def check(library: Path, copied_because: KioskError | None = None) -> Iterator[Finding]:
    """Check the disk that holds or will hold `library`: free bytes, free inodes, and whether it is writable.

    `copied_because` is why the state of the library could only be read from a copy, if that is so.
    """
    folder = existing_folder(library)
    yield _check_space(folder)
    yield from _check_writable(library, folder, copied_because)
    if sys.platform != "win32":
        yield from _check_inodes(folder)


def existing_folder(folder: Path) -> Path:
    """The folder itself, or its nearest parent that exists."""
    folder = folder.absolute()
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def _check_space(folder: Path) -> Finding:
    disk = shutil.disk_usage(folder)
    free = {
        "free": format_size(disk.free),
        "total": format_size(disk.total),
        "reserve": format_size(RESERVE_BYTES),
    }
    if disk.free < RESERVE_BYTES:
        return Finding(
            "disk", Level.BROKEN, translate("health.disk.full", **free), translate("health.disk.do")
        )
    if disk.free < LOW_SPACE:
        return Finding(
            "disk", Level.ATTENTION, translate("health.disk.low", **free), translate("health.disk.do")
        )
    return Finding("disk", Level.GOOD, translate("health.disk.free", **free))


def _check_writable(library: Path, folder: Path, copied_because: KioskError | None) -> Iterator[Finding]:
    if sys.platform != "win32" and os.statvfs(folder).f_flag & os.ST_RDONLY:
        value, remedy = translate("health.disk.read_only"), translate("health.disk.read_only_do")
    elif not all(os.access(path, os.W_OK) for path in _written_paths(library, folder)):
        value = translate("health.permissions.locked", folder=library)
        remedy = translate("health.permissions.locked_do")
    elif copied_because:
        value, remedy = translate("health.disk.copied"), translate("health.disk.read_only_do")
    else:
        return
    yield Finding("read_only", Level.BROKEN, value, remedy)


def _written_paths(library: Path, folder: Path) -> Iterator[Path]:
    """What exists of the paths that an installation and a try of the PIN write to."""
    paths = LibraryPaths(library.absolute())
    yield folder
    journal = paths.state.with_name(f"{paths.state.name}-journal")
    yield from filter(Path.exists, (paths.generations, paths.state, journal))


def _check_inodes(folder: Path) -> Iterator[Finding]:
    system = os.statvfs(folder)
    # btrfs counts no inodes
    if system.f_files > 0 and system.f_favail < limits.MEMBERS:
        value = translate("health.disk.inodes", n=system.f_favail)
        yield Finding("inodes", Level.ATTENTION, value, translate("health.disk.do"))
