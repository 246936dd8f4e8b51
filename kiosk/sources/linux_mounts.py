"""Finds mounted sticks in Linux's list of mounts, without accessing any mount point."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.base.display_text import NAME_LENGTH, display_line
from kiosk.base.errors import KioskError

FILE_SYSTEMS = frozenset(
    ["vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "xfs", "btrfs", "iso9660", "udf"]
)
"""File systems on devices of this machine: none depends on a server that may hang."""
MOUNTINFO = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted stick: its path, device, displayed name and mount options.

    `safe` means that no program on it can gain rights and no file on it can be a device.
    """

    path: Path
    device: str
    name: str
    filesystem: str
    read_only: bool
    safe: bool

    def check_mount_options(self) -> None:
        """Raise KioskError 'sources.unsafe' when the mount options make the stick unsafe to read."""
        if not self.safe:
            raise KioskError("sources.unsafe", name=self.name, path=self.path)


def parse_sticks(mountinfo: str, below: Iterable[str]) -> tuple[Stick, ...]:
    """The sticks in the text of /proc/self/mountinfo (proc(5)) that are mounted below these folders.

    Bytes that are not UTF-8 are expected as `os.fsdecode` decodes them. Of several mounts on one path only
    the last counts. Lines of another form are skipped.
    """
    folders = [PurePosixPath(folder) for folder in below]
    mounts = {mount[0]: mount for mount in _mounts(mountinfo)}
    return tuple(
        Stick(
            Path(path),
            device,
            display_line(path.name, NAME_LENGTH),
            filesystem,
            "ro" in options,
            {"nosuid", "nodev"} <= options,
        )
        for path, filesystem, device, options in mounts.values()
        if filesystem in FILE_SYSTEMS and any(folder in path.parents for folder in folders)
    )


def check_mount(folder: Path, below: Iterable[str]) -> None:
    """Call `Stick.check_mount_options` for the stick that `folder` is on, if the system knows of one."""
    if MOUNTINFO.exists():
        for stick in parse_sticks(os.fsdecode(MOUNTINFO.read_bytes()), below):
            if stick.path in (folder.absolute(), *folder.absolute().parents):
                stick.check_mount_options()


def _mounts(mountinfo: str) -> Iterator[tuple[PurePosixPath, str, str, frozenset[str]]]:
    """The mount point, file system, device and options of each mount."""
    for line in mountinfo.split("\n"):
        before, dash, after = line.partition(" - ")
        mount, kind = before.split(" "), after.split(" ")
        if dash and len(mount) >= 6 and len(kind) >= 3:
            options = frozenset(mount[5].split(","))
            # the file system itself may be read-only, whatever the mount options say
            options |= {"ro"} & set(kind[2].split(","))
            yield PurePosixPath(_decode(mount[4])), kind[0], _decode(kind[1]), options


def _decode(field: str) -> str:
    """A field with its octal escapes decoded."""
    return os.fsdecode(_OCTAL.sub(lambda found: bytes([int(found[1], 8)]), os.fsencode(field)))
