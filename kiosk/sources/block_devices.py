"""Which disk a mounted file system lies on, and whether that disk can be pulled out, by Linux's sysfs."""

import os
import re
from contextlib import suppress
from pathlib import Path

SYSFS = Path("/sys")
_USB = re.compile(r"usb\d+")


def find_disks(number: str, source: str, sysfs: Path = SYSFS) -> frozenset[Path]:
    """The disks below the device with the `number` 'major:minor' or the name `source`; none when unknown.

    A file system of several devices (btrfs) has a number that is no device's; then `source` counts.
    Sources: Documentation/ABI/stable/sysfs-block of the kernel, sysfs(5).
    """
    device = sysfs / "dev/block" / number
    if not device.exists() and source.startswith("/dev/"):
        device = sysfs / "class/block" / Path(os.path.realpath(source)).name
    return frozenset(_disks(device.resolve())) if device.exists() else frozenset()


def is_fixed(disk: Path) -> bool:
    """Whether nobody can pull out the disk: it is not removable, on USB, a memory card or virtual."""
    is_virtual = "virtual" in disk.parts
    is_usb = any(_USB.fullmatch(part) for part in disk.parts)
    is_memory_card = _read(disk / "device/type") == "SD"
    return not (is_virtual or is_usb or is_memory_card or _read(disk / "removable") == "1")


def _disks(device: Path) -> set[Path]:
    """The device itself, the disk of a partition, or those on which an encrypted or joined device lies."""
    below: set[Path] = set()
    with suppress(OSError):
        for one in (device / "slaves").iterdir():
            below |= _disks(one.resolve())
    return below or {device.parent if (device / "partition").exists() else device}


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii", "replace").strip()
    except OSError:
        return ""
