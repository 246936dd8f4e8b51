"""Records what is written to a disk during an operation, and what the disk may contain after a power cut."""

import random
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.powercut.disk import FLUSH, Entry, mount_logging_disk, read_log
from tests.powercut.filesystem import FileSystem

SECTOR = 512
"""Bytes that a disk writes atomically."""
DoneCallback = Callable[[], None]
"""Called once success has been reported or shown."""


@dataclass(frozen=True)
class Recording:
    """The image before, the log of the disk, and the length of the log when success was reported."""

    image: Path
    entries: tuple[Entry, ...]
    done: int

    def cut(self, rng: random.Random) -> "Cut":
        """A power cut at a random moment."""
        return Cut(self, rng.randrange(len(self.entries) + 1), rng.random())


@dataclass(frozen=True)
class Cut:
    """A power cut after `count` entries; `seed` decides which of the unflushed ones reach the disk."""

    recording: Recording
    count: int
    seed: float

    @property
    def done_reported(self) -> bool:
        """Whether success had been reported before the cut."""
        return self.count > 0 and self.recording.entries[self.count - 1].end >= self.recording.done

    def write(self, image: Path) -> None:
        """Write to `image` what the disk contains after the cut.

        Everything before the last flush is on it. Of the later writes all are, or none, or a random choice of
        writes, or a random choice of the sectors of each write.
        """
        rng = random.Random(self.seed)
        choose_parts = rng.choice((_all, _none, _some, _torn))
        log_entries = self.recording.entries[: self.count]
        flushed = max((place for place, entry in enumerate(log_entries) if entry.offset == FLUSH), default=0)
        copy(self.recording.image, image)
        with image.open("r+b", buffering=0) as disk:
            for place, entry in enumerate(log_entries):
                for offset, data in _all(entry, rng) if place < flushed else choose_parts(entry, rng):
                    if offset != FLUSH:
                        disk.seek(offset)
                        disk.write(data)


def copy(image: Path, to: Path) -> None:
    """Copy the image of a disk, which is a sparse file."""
    subprocess.run(["cp", "--sparse=auto", image, to], check=True)


Parts = list[tuple[int, bytes]]


def _all(entry: Entry, _: random.Random) -> Parts:
    return [(entry.offset, entry.data)]


def _none(_: Entry, __: random.Random) -> Parts:
    return []


def _some(entry: Entry, rng: random.Random) -> Parts:
    return [(entry.offset, entry.data)] if rng.random() < 0.5 else []


def _torn(entry: Entry, rng: random.Random) -> Parts:
    places = range(0, len(entry.data), SECTOR)
    return [
        (entry.offset + place, entry.data[place : place + SECTOR]) for place in places if rng.random() < 0.5
    ]


def record(
    system: FileSystem, image: Path, workdir: Path, operate: Callable[[Path, DoneCallback], None]
) -> Recording:
    """Mount a copy of the disk `image` in `workdir`, call `operate` on it, unmount it, return its log."""
    now, log, fuse, folder = (
        workdir / "now",
        workdir / "log",
        workdir / "fuse",
        workdir / "mounted",
    )
    copy(image, now)
    log.write_bytes(b"")
    for mount in (fuse, folder):
        mount.mkdir(exist_ok=True)
    reports: list[int] = []
    with mount_logging_disk(now, log, fuse) as disk, system.mounted(disk, folder):
        operate(folder, lambda: reports.append(log.stat().st_size))
    return Recording(image, tuple(read_log(log)), reports[0])
