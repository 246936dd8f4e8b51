"""The file systems under test: creates and mounts them, and repairs them as a boot does."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20


class Unmountable(Exception):
    """The file system itself is lost."""


@dataclass(frozen=True)
class FileSystem:
    """One kind: its size in MiB, how it is made and mounted, and what a boot runs to `repair` it.

    That is done when it cannot be mounted, or when what `tells` of its state says that it was not left clean.
    """

    name: str
    size: int
    make: tuple[str, ...]
    options: str = "loop"
    repair: tuple[str, ...] = ("true",)
    check: tuple[str, ...] = ("true",)

    def there(self) -> bool:
        """Whether its tools and its kernel module are available."""
        known = Path("/proc/filesystems").read_text().split()
        return self.name in known and shutil.which(self.make[0]) is not None

    def create(self, image: Path) -> None:
        """Create an empty one in the new file `image`."""
        with image.open("xb") as file:
            file.truncate(self.size * MIB)
        subprocess.run([*self.make, image], check=True, stdout=subprocess.DEVNULL)

    @contextmanager
    def mounted(self, image: Path, folder: Path) -> Iterator[bool]:
        """Mount `image`; yield whether it had to be repaired first, as a boot would do.

        Raises `Unmountable` when that does not help.
        """
        mount = ("mount", "-t", self.name, "-o", self.options, image, folder)
        sound = not self._unclean(image) and _works(mount)
        if not sound:
            _works((*self.repair, image))
            if not _works(mount):
                raise Unmountable(image)
        try:
            yield not sound
        finally:
            unmount(folder)

    def _unclean(self, image: Path) -> bool:
        """Whether it reports that it was not left clean, in spite of its journal."""
        return b"not clean" in subprocess.run([*self.check, image], capture_output=True).stdout


def unmount(folder: Path) -> None:
    """Take a file system away; one that a failure has left something open in goes as soon as that does."""
    if not _works(("umount", folder)):
        subprocess.run(["umount", "--lazy", folder], check=True)


def _works(command: Sequence[str | Path]) -> bool:
    return not subprocess.run(command, capture_output=True).returncode


EXT4 = (
    *("mkfs.ext4", "-q", "-b", "4096", "-N", "2048", "-J", "size=4"),
    *("-E", "lazy_itable_init=0,lazy_journal_init=0,nodiscard"),
)
BTRFS_REPAIR = ("btrfs", "rescue", "super-recover", "-y")
FILE_SYSTEMS = {
    system.name: system
    for system in (
        # large enough for a second block group, which has the copy of the superblock that fsck needs
        FileSystem("ext4", 160, EXT4, repair=("e2fsck", "-fy"), check=("dumpe2fs", "-h")),
        # copies of one file system have the same identity, which XFS would not mount a second time
        FileSystem("xfs", 300, ("mkfs.xfs", "-q", "-K"), "loop,nouuid"),
        FileSystem("btrfs", 128, ("mkfs.btrfs", "-q", "-K"), repair=BTRFS_REPAIR),
    )
}
