"""A stick with several partitions: a loop device with a file system on each, mounted as a desktop does it."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.stick import MOUNT_OPTIONS, mount_method, run_command

_SECTORS = 32768
"""Sectors of 512 bytes in a partition, and before the first."""


@contextmanager
def partitioned_stick(folder: Path, partitions: Mapping[str, list[Path]]) -> Iterator[dict[str, Path]]:
    """Mount a stick with these partitions, each with copies of its files; yield their mount points.

    They are mounted in the folder `media`. Skips the test where partitions cannot be made.
    """
    if mount_method() != "loop" or not shutil.which("addpart"):
        pytest.skip("partitions need root and loop devices")
    image = folder / "stick.img"
    with image.open("wb") as file:
        file.truncate(512 * _SECTORS * (len(partitions) + 1))
    disk = _run("losetup", "--find", "--show", image).strip()
    mounted: dict[str, Path] = {}
    try:
        for number, (name, files) in enumerate(partitions.items(), start=1):
            _run("addpart", disk, number, number * _SECTORS, _SECTORS)
            content, place = folder / f"{name}.content", folder / "media" / name
            content.mkdir()
            place.mkdir(parents=True)
            for pack in files:
                shutil.copy(pack, content)
            _run("mkfs.ext4", "-q", "-m", "0", "-d", content, f"{disk}p{number}")
            _run("mount", "-o", MOUNT_OPTIONS, f"{disk}p{number}", place)
            mounted[name] = place
        yield mounted
    finally:
        for place in mounted.values():
            run_command("umount", "--lazy", place)
        for number in range(len(partitions)):
            run_command("delpart", disk, number + 1)
        run_command("losetup", "--detach", disk)


def _run(*arguments: object) -> str:
    done = run_command(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout
