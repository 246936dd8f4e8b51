"""Finds plugged-in sticks in Linux's list of mounts, without accessing any mount point."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kiosk.base.display_text import NAME_LENGTH, display_line
from kiosk.base.safe_open import read_regular_file
from kiosk.sources.block_devices import SYSFS, find_disks, is_fixed
from kiosk.sources.stick import Partition, Stick

FILE_SYSTEMS = frozenset(
    ["vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "xfs", "btrfs", "iso9660", "udf"]
)
"""File systems on devices of this machine: none depends on a server that may hang."""
MOUNTINFO = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_ROOT = PurePosixPath("/")


class _Mount(NamedTuple):
    """A line of the list: `number` is 'major:minor', `root` what of the file system is mounted at `path`."""

    path: PurePosixPath
    number: str
    root: str
    filesystem: str
    source: str
    options: frozenset[str]

    @property
    def is_folder(self) -> bool:
        """Whether somebody has mounted a folder of the file system, not the whole or a subvolume of it."""
        return self.root != "/" and f"subvol={self.root}" not in self.options

    @property
    def partition(self) -> Partition:
        """The partition that is mounted."""
        return Partition(
            Path(self.path),
            self.source,
            display_line(self.path.name, NAME_LENGTH),
            self.filesystem,
            "ro" in self.options,
            {"nosuid", "nodev"} <= self.options,
        )


def parse_sticks(mountinfo: str, below: Iterable[str], sysfs: Path = SYSFS) -> tuple[Stick, ...]:
    """The sticks in the text of /proc/self/mountinfo (proc(5)) that are mounted below these folders.

    Bytes that are not UTF-8 are expected as `os.fsdecode` decodes them. Of several mounts on one path only
    the last counts. Lines of another form are skipped. Partitions are grouped by the disk they are on, and
    one that is mounted several times counts once, preferably as safe. A fixed disk and the disk of the system
    are no sticks; a folder of one that is mounted there on purpose is a stick of its own. A device of
    which sysfs knows nothing is a stick.
    """
    mounts = {mount.path: mount for mount in _mounts(mountinfo)}
    system = _disks(mounts[_ROOT], sysfs) if _ROOT in mounts else frozenset()
    sticks: dict[object, dict[object, Partition]] = {}
    for mount in _sticks_mounts(mounts, below):
        disks, content = _disks(mount, sysfs), (mount.number, "")
        if disks & system or any(map(is_fixed, disks)):
            if not mount.is_folder:
                continue
            disks, content = frozenset(), (mount.number, mount.root)
        partitions = sticks.setdefault(disks or content, {})
        mounted = (partitions.get(content, mount.partition), mount.partition)
        partitions[content] = max(mounted, key=lambda one: (one.safe, not one.read_only))
    return tuple(Stick(tuple(partitions.values())) for partitions in sticks.values())


def check_mount(folder: Path, below: Iterable[str]) -> None:
    """Call `Partition.check_mount_options` for the one that `folder` is on, if the system knows of one."""
    if MOUNTINFO.exists():
        mounts = {mount.path: mount for mount in _mounts(os.fsdecode(read_regular_file(MOUNTINFO)))}
        for mount in _sticks_mounts(mounts, below):
            if Path(mount.path) in (folder.absolute(), *folder.absolute().parents):
                mount.partition.check_mount_options()


def _sticks_mounts(mounts: Mapping[PurePosixPath, _Mount], below: Iterable[str]) -> list[_Mount]:
    """The mounts of devices below these folders."""
    folders = {PurePosixPath(folder) for folder in below}
    return [
        mount
        for path, mount in mounts.items()
        if mount.filesystem in FILE_SYSTEMS and not folders.isdisjoint(path.parents)
    ]


def _disks(mount: _Mount, sysfs: Path) -> frozenset[Path]:
    return find_disks(mount.number, mount.source, sysfs)


def _mounts(mountinfo: str) -> Iterator[_Mount]:
    for line in mountinfo.split("\n"):
        before, dash, after = line.partition(" - ")
        mount, kind = before.split(" "), after.split(" ")
        if dash and len(mount) >= 6 and len(kind) >= 3:
            options = frozenset(mount[5].split(","))
            # the file system itself may be read-only, whatever the mount options say
            options |= {option for option in kind[2].split(",") if option == "ro" or "subvol=" in option}
            path = PurePosixPath(_decode(mount[4]))
            yield _Mount(path, mount[2], mount[3], kind[0], _decode(kind[1]), options)


def _decode(field: str) -> str:
    """A field with its octal escapes decoded."""
    return os.fsdecode(_OCTAL.sub(lambda found: bytes([int(found[1], 8)]), os.fsencode(field)))
