"""Tests which mounts are sticks, and their mount options."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.display_text import NAME_LENGTH, display_line
from kiosk.sources import linux_mounts
from kiosk.sources.linux_mounts import FILE_SYSTEMS
from kiosk.sources.stick import Partition, Stick
from tests.packs_builder import refused

BELOW = ("/media", "/run/media")
SAFE = "rw,nosuid,nodev,noexec,relatime"
MACHINE = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
25 22 0:23 / /run rw,nosuid,nodev shared:5 - tmpfs tmpfs rw,size=2468436k,mode=755
98 25 8:17 / /run/media/staff/KINGSTON rw,nosuid,nodev,relatime shared:52 - vfat /dev/sdb1 rw,fmask=0022
99 22 8:33 / /media/Қазақ\\040стик ro,nosuid,nodev,noexec shared:60 master:2 - exfat /dev/sdc1 ro,utf8
100 22 0:51 / /media/mission rw,nosuid,nodev - cifs //server/packs rw,vers=3.1.1
101 22 8:49 / /media/old rw,relatime - ext4 /dev/sdd1 rw
102 22 0:52 / /media/phone rw,nosuid,nodev - fuse.simple-mtpfs simple-mtpfs rw
103 22 8:65 / /mnt/disk rw,nosuid,nodev - vfat /dev/sde1 rw
104 22 8:81 / /media rw,nosuid,nodev - vfat /dev/sdf1 rw
"""


def parse_sticks(mountinfo: str, below: Iterable[str]) -> tuple[Stick, ...]:
    """The sticks on a machine whose sysfs is unknown."""
    return linux_mounts.parse_sticks(mountinfo, below, Path("/nowhere"))


def parse_partitions(mountinfo: str, below: Iterable[str]) -> list[Partition]:
    """The partitions of those sticks."""
    return [partition for stick in parse_sticks(mountinfo, below) for partition in stick.partitions]


def line(
    path: str, options: str = SAFE, kind: str = "vfat", device: str = "/dev/sdb1", super: str = "rw"
) -> str:
    return f"98 25 8:17 / {path} {options} shared:52 - {kind} {device} {super}"


def test_the_sticks_of_a_machine() -> None:
    assert parse_partitions(MACHINE, BELOW) == [
        Partition(Path("/run/media/staff/KINGSTON"), "/dev/sdb1", "KINGSTON", "vfat", False, True),
        Partition(Path("/media/Қазақ стик"), "/dev/sdc1", "Қазақ стик", "exfat", True, True),
        Partition(Path("/media/old"), "/dev/sdd1", "old", "ext4", False, False),
    ]


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse", "overlay", "tmpfs", "autofs"]
)
def test_network_and_memory_file_systems_are_not_sticks(kind: str) -> None:
    assert parse_partitions(line("/media/a", kind=kind), BELOW) == []


@pytest.mark.parametrize("kind", sorted(FILE_SYSTEMS))
def test_every_file_system_of_a_device_is_a_stick(kind: str) -> None:
    assert [stick.filesystem for stick in parse_partitions(line("/media/a", kind=kind), BELOW)] == [kind]


@pytest.mark.parametrize("path", ["/media", "/mediaplayer/a", "/mnt/media/a", "/", "media/a", ""])
def test_only_mounts_below_the_folders_are_sticks(path: str) -> None:
    assert parse_partitions(line(path), BELOW) == []


def test_of_several_mounts_on_one_path_the_last_counts() -> None:
    over = line("/media/a", device="/dev/sdb1") + "\n" + line("/media/a", device="/dev/sdc1")
    assert [stick.device for stick in parse_partitions(over, BELOW)] == ["/dev/sdc1"]
    hidden = line("/media/a") + "\n" + line("/media/a", kind="cifs")
    assert parse_partitions(hidden, BELOW) == []


def test_a_read_only_file_system_is_read_only_whatever_the_mount_says() -> None:
    assert [
        stick.read_only for stick in parse_partitions(line("/media/a", super="ro,errors=continue"), BELOW)
    ] == [True]


@pytest.mark.parametrize("options", ["rw", "rw,nosuid", "rw,nodev,noexec"])
def test_a_stick_that_could_gain_rights_is_refused(options: str) -> None:
    (stick,) = parse_partitions(line("/media/a", options), BELOW)
    with refused("sources.unsafe", name="a"):
        stick.check_mount_options()
    (safe,) = parse_partitions(line("/media/a"), BELOW)
    safe.check_mount_options()


def test_unprintable_characters_of_a_name_are_escaped() -> None:
    (stick,) = parse_partitions(line("/media/a\\012b\u202ec\udcff"), BELOW)
    assert stick.name == r"a\nb\u202ec\udcff"
    assert os.fsencode(stick.path) == b"/media/a\nb\xe2\x80\xaec\xff"


NAMES = st.binary(min_size=1, max_size=40).filter(
    lambda name: not {0, 47} & set(name) and name not in (b".", b"..")
)
"""Any name a folder can have."""


@given(NAMES)
def test_a_stick_of_any_name_is_found_at_its_path(name: bytes) -> None:
    written = b"".join(b"\\%03o" % byte if byte in b" \t\n\\#" else bytes([byte]) for byte in name)
    (stick,) = parse_partitions(MACHINE + line("/media/" + os.fsdecode(written)), ["/media/"])[2:]
    assert os.fsencode(stick.path) == b"/media/" + name
    assert stick.name == display_line(stick.name, NAME_LENGTH)


@given(
    st.text()
    | st.lists(st.sampled_from(["98", "/media/a", "-", " ", "\\", "\\777", "vfat", "\n", "ro"])).map(" ".join)
)
def test_any_text_is_parsed_without_an_error(text: str) -> None:
    for stick in parse_partitions(text, BELOW):
        assert Path("/media") in stick.path.parents or Path("/run/media") in stick.path.parents
