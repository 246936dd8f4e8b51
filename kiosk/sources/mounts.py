"""Which sticks are plugged in, read from the kernel's list of mounts and never from the sticks (ADR 10)."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LOCAL = frozenset(
    ["vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "xfs", "btrfs", "iso9660", "udf"]
)
"""File systems on a device of this machine; whatever may wait for a network is none of them."""
NEEDED = {"nosuid", "nodev"}
"""Without these options a stick could bring programs and devices along."""


class Stick(NamedTuple):
    """A stick as it is mounted; one that is not `safe` must not be read."""

    path: Path
    name: str
    device: str
    read_only: bool
    safe: bool


def sticks(mountinfo: str, folders: Iterable[Path]) -> tuple[Stick, ...]:
    """The sticks below `folders` in a list of mounts (proc_pid_mountinfo(5)), in order of their places."""
    found: dict[Path, Stick] = {}
    for line in mountinfo.split("\n"):
        before, dash, after = line.partition(" - ")
        fields, source = before.split(" "), after.split(" ")
        if not dash or len(fields) < 6 or len(source) < 3 or source[0] not in LOCAL:
            continue
        path, options = Path(_plain(fields[4])), set(fields[5].split(","))
        if any(folder in path.parents for folder in folders):
            device, read_only = _plain(source[1]), "ro" in options
            found[path] = Stick(path, path.name, device, read_only, options >= NEEDED)
    return tuple(found[path] for path in sorted(found))


def _plain(written: str) -> str:
    """A name without the octal escapes of the kernel."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), written)


def drives() -> tuple[Stick, ...]:
    """The removable drives of Windows; telling their kind does not touch them. None on other systems."""
    import ctypes

    if os.name != "nt":
        return ()
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    letters = [chr(65 + bit) for bit in range(26) if kernel.GetLogicalDrives() >> bit & 1]
    removable = [f"{letter}:\\" for letter in letters if kernel.GetDriveTypeW(f"{letter}:\\") == 2]
    return tuple(Stick(Path(root), root[:2], root, False, True) for root in removable)
