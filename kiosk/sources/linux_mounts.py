"""The sticks that are plugged in, as Linux lists its mounts; no mount point is ever touched for that."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.base.errors import KioskError

FILE_SYSTEMS = frozenset(
    ["vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "xfs", "btrfs", "iso9660", "udf"]
)
"""Those on devices of this machine: behind none of them is a server that may hang."""
MOUNTINFO = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted stick: where, which device, what people call it, and how it is mounted.

    `safe` says that no program on it can gain rights and no file on it can be a device.
    """

    path: Path
    device: str
    name: str
    filesystem: str
    read_only: bool
    safe: bool

    def check_mount_options(self) -> None:
        """KioskError 'sources.unsafe' for a stick that must not be read the way it is mounted."""
        if not self.safe:
            raise KioskError("sources.unsafe", name=self.name, path=self.path)


def parse_sticks(mountinfo: str, below: Iterable[str]) -> tuple[Stick, ...]:
    """The sticks in the text of /proc/self/mountinfo (proc(5)) that are mounted below these folders.

    Bytes that are no UTF-8 are expected as `os.fsdecode` has them. Of mounts on one another only the
    uppermost counts. Lines that are not understood are passed over.
    """
    folders = [PurePosixPath(folder) for folder in below]
    found = {mount[0]: mount for mount in _mounts(mountinfo)}
    return tuple(
        Stick(
            Path(path), device, _shown(path.name), filesystem, "ro" in options, {"nosuid", "nodev"} <= options
        )
        for path, filesystem, device, options in found.values()
        if filesystem in FILE_SYSTEMS and any(folder in path.parents for folder in folders)
    )


def check_mount(folder: Path, below: Iterable[str]) -> None:
    """`Stick.check` for the stick that `folder` is on, if it is on one and the system tells."""
    if MOUNTINFO.exists():
        for stick in parse_sticks(MOUNTINFO.read_text("utf-8", "surrogateescape"), below):
            if stick.path in (folder.absolute(), *folder.absolute().parents):
                stick.check_mount_options()


def _mounts(mountinfo: str) -> Iterator[tuple[PurePosixPath, str, str, frozenset[str]]]:
    """Where it is, file system, device and options of each mount."""
    for line in mountinfo.split("\n"):
        before, dash, after = line.partition(" - ")
        mount, kind = before.split(" "), after.split(" ")
        if dash and len(mount) >= 6 and len(kind) >= 3:
            options = frozenset(mount[5].split(","))
            # a stick may be read-only in itself, whatever the mount says
            options |= {"ro"} & set(kind[2].split(","))
            yield PurePosixPath(_decoded(mount[4])), kind[0], _decoded(kind[1]), options


def _decoded(field: str) -> str:
    """A field without the escapes for what would end it."""
    return os.fsdecode(_OCTAL.sub(lambda found: bytes([int(found[1], 8)]), os.fsencode(field)))


def _shown(name: str) -> str:
    """A name that can be shown in one line."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
