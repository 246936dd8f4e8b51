"""Images of USB sticks: a partition table with one file system, as they are sold."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

MEGABYTES = 64
START = 1 << 20
"""Bytes before the partition."""


def make_vfat_stick(image: Path, label: str, files: Iterable[Path]) -> Path:
    """Make a stick with vfat and these files."""
    _partition(image, "c")
    run("mkfs.vfat", "-F", "32", "-n", label, "--offset", START // 512, image, (MEGABYTES - 1) * 1024)
    for file in files:
        run("mcopy", "-i", f"{image}@@{START}", file, "::")
    return image


def make_empty_stick(image: Path) -> Path:
    """Make a stick with a partition and no file system, which the computer makes."""
    return _partition(image, "7")


def _partition(image: Path, kind: str) -> Path:
    image.unlink(missing_ok=True)
    with image.open("wb") as file:
        file.truncate(MEGABYTES << 20)
    table = f"label: dos\nstart=2048, type={kind}\n"
    subprocess.run(
        ["sfdisk", "--quiet", image], input=table, text=True, check=True, stdout=subprocess.DEVNULL
    )
    return image


def run(*words: object) -> None:
    """Run a command that has to succeed."""
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
