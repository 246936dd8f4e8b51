"""Tests which disks mounts lie on, and which can be pulled out, with trees like those of sysfs."""

from pathlib import Path

import pytest

from kiosk.sources.block_devices import find_disks, is_fixed
from kiosk.sources.linux_mounts import parse_sticks

BELOW = ("/media",)
PCI = "devices/pci0000:00/0000:00"
USB = f"{PCI}:14.0/usb2/2-1/2-1:1.0/host4/target4:0:0/4:0:0:0/block/sdb"
SECOND_USB = f"{PCI}:14.0/usb2/2-2/2-2:1.0/host5/target5:0:0/5:0:0:0/block/sdc"
SATA = f"{PCI}:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda"
CARD = f"{PCI}:1c.0/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0"
FLASH = f"{PCI}:1d.0/mmc_host/mmc1/mmc1:0001/block/mmcblk1"
CRYPT = "devices/virtual/block/dm-0"


class Sysfs:
    """A tree like /sys, with disks and their partitions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for place in ("dev/block", "class/block"):
            (folder / place).mkdir(parents=True)

    def add(self, path: str, number: str, removable: int = 0, kind: str = "") -> Path:
        """Add a disk."""
        disk = self._link(path, number)
        (disk / "removable").write_text(f"{removable}\n")
        if kind:
            (disk / "device").mkdir()
            (disk / "device/type").write_text(f"{kind}\n")
        return disk

    def add_partition(self, path: str, number: str) -> None:
        """Add a partition to a disk."""
        (self._link(path, number) / "partition").write_text("1\n")

    def _link(self, path: str, number: str) -> Path:
        device = self.folder / path
        device.mkdir(parents=True)
        (self.folder / "dev/block" / number).symlink_to(device)
        (self.folder / "class/block" / device.name).symlink_to(device)
        return device


@pytest.fixture
def sysfs(tmp_path: Path) -> Sysfs:
    """A machine with a fixed disk, two sticks with two partitions each, a memory card and built-in flash."""
    tree = Sysfs(tmp_path / "sys")
    for number, disk in enumerate((SATA, USB, SECOND_USB)):
        tree.add(disk, f"8:{16 * number}")
        for partition in (1, 2):
            tree.add_partition(f"{disk}/{Path(disk).name}{partition}", f"8:{16 * number + partition}")
    tree.add(CARD, "179:0", kind="SD")
    tree.add_partition(f"{CARD}/mmcblk0p1", "179:1")
    tree.add(FLASH, "179:8", kind="MMC")
    tree.add_partition(f"{FLASH}/mmcblk1p1", "179:9")
    return tree


def mount(number: str, path: str, root: str = "/", options: str = "rw", source: str = "/dev/x") -> str:
    return f"9 1 {number} {root} {path} rw,nosuid,nodev - ext4 {source} {options}\n"


def sticks(text: str, sysfs: Sysfs) -> list[list[str]]:
    """The names of the partitions of every stick."""
    found = parse_sticks(text, BELOW, sysfs.folder)
    return [[partition.name for partition in stick.partitions] for stick in found]


def test_j21_partitions_are_grouped_by_their_stick(sysfs: Sysfs) -> None:
    text = mount("8:17", "/media/a") + mount("8:33", "/media/c") + mount("8:18", "/media/b")
    assert sticks(text, sysfs) == [["a", "b"], ["c"]]


def test_j21_a_partition_that_is_mounted_twice_counts_once(sysfs: Sysfs) -> None:
    text = mount("8:17", "/media/a") + mount("8:17", "/media/again") + mount("8:17", "/media/part", "/packs")
    assert sticks(text, sysfs) == [["a"]]


def test_j21_of_two_mounts_the_safe_and_writable_one_counts(sysfs: Sysfs) -> None:
    unsafe = mount("8:17", "/media/unsafe").replace("nosuid", "relatime")
    text = unsafe + mount("8:17", "/media/read", options="ro") + mount("8:17", "/media/write")
    assert sticks(text, sysfs) == [["write"]]
    assert sticks(unsafe + mount("8:17", "/media/read", options="ro"), sysfs) == [["read"]]


@pytest.mark.parametrize("number", ["8:1", "8:0", "179:9"])
def test_j21_a_fixed_disk_is_no_stick(sysfs: Sysfs, number: str) -> None:
    assert sticks(mount(number, "/media/data") + mount("8:17", "/media/a"), sysfs) == [["a"]]


def test_j21_the_disk_of_the_system_is_no_stick_even_on_usb(sysfs: Sysfs) -> None:
    text = mount("8:17", "/") + mount("8:18", "/media/data") + mount("8:33", "/media/c")
    assert sticks(text, sysfs) == [["c"]]


def test_j21_a_folder_of_a_fixed_disk_that_is_mounted_on_purpose_is_a_stick(sysfs: Sysfs) -> None:
    text = mount("8:1", "/media/a", "/srv/packs") + mount("8:1", "/media/b", "/srv/more")
    assert sticks(text, sysfs) == [["a"], ["b"]]
    subvolume = mount("0:40", "/media/home", "/@home", "rw,subvol=/@home", "/dev/sda1")
    assert sticks(subvolume, sysfs) == []


def test_j21_a_memory_card_and_an_encrypted_stick_are_sticks(sysfs: Sysfs) -> None:
    crypt = sysfs.add(CRYPT, "253:0")
    (crypt / "slaves").mkdir()
    (crypt / "slaves/sdb1").symlink_to(sysfs.folder / USB / "sdb1")
    text = mount("179:1", "/media/card") + mount("253:0", "/media/secret") + mount("8:18", "/media/b")
    assert sticks(text, sysfs) == [["card"], ["secret", "b"]]


def test_j21_an_encrypted_fixed_disk_is_none(sysfs: Sysfs) -> None:
    crypt = sysfs.add(CRYPT, "253:0")
    (crypt / "slaves").mkdir()
    (crypt / "slaves/sda1").symlink_to(sysfs.folder / SATA / "sda1")
    assert sticks(mount("253:0", "/media/home"), sysfs) == []


def test_disks_of_file_systems_without_a_device_number_of_their_own(sysfs: Sysfs) -> None:
    assert find_disks("0:40", "/dev/sdb2", sysfs.folder) == {(sysfs.folder / USB).resolve()}
    assert find_disks("0:40", "tmpfs", sysfs.folder) == find_disks("8:99", "/dev/none", sysfs.folder) == set()


def test_a_removable_disk_is_not_fixed_wherever_it_is(sysfs: Sysfs) -> None:
    path = f"{PCI}:18.0/block/sdz"
    sysfs.add(path, "65:0", removable=1)
    assert not is_fixed(sysfs.folder / path)
    assert is_fixed(sysfs.folder / SATA)
