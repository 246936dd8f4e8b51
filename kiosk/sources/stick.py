"""A stick and its mounted partitions."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError


@dataclass(frozen=True, slots=True)
class Partition:
    """A mounted file system of a stick: its path, device, displayed name and mount options.

    `safe` means that no program on it can gain rights and no file on it can be a device.
    """

    path: Path
    device: str
    name: str
    filesystem: str
    read_only: bool
    safe: bool

    def check_mount_options(self) -> None:
        """Raise KioskError 'sources.unsafe' when the mount options make the partition unsafe to read."""
        if not self.safe:
            raise KioskError("sources.unsafe", name=self.name, path=self.path)


@dataclass(frozen=True, slots=True)
class Stick:
    """A device that can be pulled out, with each of its mounted partitions once, at least one."""

    partitions: tuple[Partition, ...]

    @property
    def name(self) -> str:
        """The displayed names of its partitions."""
        return ", ".join(partition.name for partition in self.partitions)

    @property
    def readable(self) -> tuple[Partition, ...]:
        """The partitions that are safe to read."""
        return tuple(partition for partition in self.partitions if partition.safe)

    @property
    def target(self) -> Partition | None:
        """The partition to save files on: the first safe one that can be written, else the first safe one."""
        return next((one for one in self.readable if not one.read_only), next(iter(self.readable), None))

    def partition_of(self, file: Path) -> Partition | None:
        """The safe partition on which `file` lies, by its path."""
        return next((one for one in self.readable if one.path in file.parents), None)
