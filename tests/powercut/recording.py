"""What a disk was told while something was done on it, and what that disk may hold if the power fails."""

import random
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.powercut.disk import FLUSH, Entry, logged, read
from tests.powercut.filesystem import FileSystem

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""
Promise = Callable[[], None]
"""Called once somebody has been told, or shown, that it is done."""


@dataclass(frozen=True)
class Recording:
    """The disk before, all that it was told, and the length of the log when it was promised to be done."""

    image: Path
    entries: tuple[Entry, ...]
    done: int

    def cut(self, chance: random.Random) -> "Cut":
        """A power cut at some moment."""
        return Cut(self, chance.randrange(len(self.entries) + 1), chance.random())


@dataclass(frozen=True)
class Cut:
    """The power fails after `count` entries; what it does to those not flushed yet follows from `seed`."""

    recording: Recording
    count: int
    seed: float

    @property
    def promised(self) -> bool:
        """Whether it had been promised by then to be done."""
        return self.count > 0 and self.recording.entries[self.count - 1].end >= self.recording.done

    def write(self, image: Path) -> None:
        """Write to `image` what the disk holds now.

        All before the last flush is there. Of what came after it everything is, or nothing, or each write by
        chance is, or each sector of each.
        """
        chance = random.Random(self.seed)
        fate = chance.choice((_all, _none, _some, _torn))
        told = self.recording.entries[: self.count]
        flushed = max((place for place, entry in enumerate(told) if entry.offset == FLUSH), default=0)
        copy(self.recording.image, image)
        with image.open("r+b", buffering=0) as disk:
            for place, entry in enumerate(told):
                for offset, data in _all(entry, chance) if place < flushed else fate(entry, chance):
                    if offset != FLUSH:
                        disk.seek(offset)
                        disk.write(data)


def copy(image: Path, to: Path) -> None:
    """Copy the image of a disk, which is mostly holes."""
    subprocess.run(["cp", "--sparse=auto", image, to], check=True)


Parts = list[tuple[int, bytes]]


def _all(entry: Entry, _: random.Random) -> Parts:
    return [(entry.offset, entry.data)]


def _none(_: Entry, __: random.Random) -> Parts:
    return []


def _some(entry: Entry, chance: random.Random) -> Parts:
    return [(entry.offset, entry.data)] if chance.random() < 0.5 else []


def _torn(entry: Entry, chance: random.Random) -> Parts:
    places = range(0, len(entry.data), SECTOR)
    return [
        (entry.offset + place, entry.data[place : place + SECTOR])
        for place in places
        if chance.random() < 0.5
    ]


def record(system: FileSystem, image: Path, room: Path, act: Callable[[Path, Promise], None]) -> Recording:
    """Mount a copy of the disk `image` within the folder `room`, `act` on it, and unmount it again."""
    now, log, fuse, folder = room / "now", room / "log", room / "fuse", room / "mounted"
    copy(image, now)
    log.write_bytes(b"")
    for mount in (fuse, folder):
        mount.mkdir(exist_ok=True)
    promises: list[int] = []
    with logged(now, log, fuse) as disk, system.mounted(disk, folder):
        act(folder, lambda: promises.append(log.stat().st_size))
    return Recording(image, tuple(read(log)), promises[0])
