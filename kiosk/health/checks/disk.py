"""Checks the library's disk: free space for the next programme, and whether it is writable."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_size, translate
from kiosk.library.install import RESERVE_BYTES

LOW_SPACE = 4 * RESERVE_BYTES
"""Free bytes below which the next large programme may not fit."""


def check(library: Path) -> Iterator[Finding]:
    """Check free bytes, free inodes and read-only state of the disk that holds or will hold `library`."""
    folder = existing_folder(library)
    yield _check_space(folder)
    if sys.platform != "win32":
        yield from _check_file_system(folder)


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


def _check_file_system(folder: Path) -> Iterator[Finding]:
    system = os.statvfs(folder)
    if system.f_flag & os.ST_RDONLY:
        yield Finding(
            "read_only",
            Level.BROKEN,
            translate("health.disk.read_only"),
            translate("health.disk.read_only_do"),
        )
    # btrfs counts no inodes
    if system.f_files > 0 and system.f_favail < limits.MEMBERS:
        value = translate("health.disk.inodes", n=system.f_favail)
        yield Finding("inodes", Level.ATTENTION, value, translate("health.disk.do"))
