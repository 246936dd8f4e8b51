"""The disk the library is on: room for the next programme, and whether it can be written to."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import limits
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import said, size
from kiosk.library.install import RESERVE

COMFORT = 4 * RESERVE
"""Bytes free below which the next large programme may not fit."""


def checks(library: Path) -> Iterator[Check]:
    """Free bytes and inodes, and read-only or not, of the disk that holds the folder `library` or is to."""
    folder = nearest(library)
    yield _space(folder)
    if sys.platform != "win32":
        yield from _file_system(folder)


def nearest(folder: Path) -> Path:
    """The folder itself, or the first one above it that is there."""
    folder = folder.absolute()
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def _space(folder: Path) -> Check:
    disk = shutil.disk_usage(folder)
    free = {"free": size(disk.free), "total": size(disk.total), "reserve": size(RESERVE)}
    if disk.free < RESERVE:
        return Check("disk", Level.BROKEN, said("health.disk.full", **free), said("health.disk.do"))
    if disk.free < COMFORT:
        return Check("disk", Level.ATTENTION, said("health.disk.low", **free), said("health.disk.do"))
    return Check("disk", Level.GOOD, said("health.disk.free", **free))


def _file_system(folder: Path) -> Iterator[Check]:
    system = os.statvfs(folder)
    if system.f_flag & os.ST_RDONLY:
        yield Check(
            "read_only", Level.BROKEN, said("health.disk.read_only"), said("health.disk.read_only_do")
        )
    # btrfs counts no inodes
    if system.f_files > 0 and system.f_favail < limits.MEMBERS:
        value = said("health.disk.inodes", n=system.f_favail)
        yield Check("inodes", Level.ATTENTION, value, said("health.disk.do"))
