"""Cuts the power while a scene is played, again while that is mended, and judges every disk that is left."""

import random
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.faults.mutants import MUTANTS
from tests.faults.scenes import SCENES
from tests.faults.trial_worker import ALLOWED_LEFTOVERS, judge_library
from tests.powercut.filesystem import FileSystem, Unmountable
from tests.powercut.recording import Cut, Promise, record

CUTS = (18, 6, 6)
"""How many cuts a round makes: first ones, others while a first one is mended, and while a second one is."""
ROUND = sum(CUTS)


@dataclass(frozen=True)
class Verdict:
    """What is left after the power was cut for the `depth`th time.

    `state` is 'old', 'new', 'unmountable' when the file system itself is lost, or 'broken', which `wrong`
    explains. `promised`: what is new had been reported or shown. `repaired`: fsck had to come first.
    """

    scene: str
    depth: int
    promised: bool
    state: str
    wrong: str = ""
    repaired: bool = False


class Rig:
    """Works in the folder `room`; images of disks that are judged to be broken are kept in `evidence`."""

    def __init__(self, system: FileSystem, mutant: str, room: Path, evidence: Path | None = None) -> None:
        self._system, self._mutant, self._room, self._evidence = system, mutant, room, evidence
        self._folder = room / "mounted"
        self._folder.mkdir()
        self._base = cache(self._make_base)

    def play(self, name: str, chance: random.Random) -> Iterator[Verdict]:
        """One round: record a scene and cut that; then, twice, the mending of one of the disks so left."""
        image, pack = self._base(name)
        scene = SCENES[name]

        def do(folder: Path, promise: Promise) -> None:
            with MUTANTS[self._mutant]():
                scene.do(folder / "library", pack)
            promise()

        def start(folder: Path, promise: Promise) -> None:
            if judge_library(scene, folder / "library", *ALLOWED_LEFTOVERS) == "new":
                promise()
            do(folder, promise)

        recording = record(self._system, image, self._room, do)
        for depth, cuts in enumerate(CUTS, 1):
            for _ in range(cuts):
                yield self._judge(name, depth, recording.cut(chance))
            if depth < len(CUTS):
                image, cut = self._room / f"after-{depth}", recording.cut(chance)
                cut.write(image)
                try:
                    recording = record(self._system, image, self._room, start)
                except Unmountable:
                    return  # as `_judge` may tell of such a cut
                except Exception as error:
                    yield self._broken(name, depth, cut, error)
                    return

    def _judge(self, name: str, depth: int, cut: Cut) -> Verdict:
        """What a start shows after this cut, if that may be and doing it again succeeds."""
        image, library = self._room / "cut", self._folder / "library"
        cut.write(image)
        scene, pack = SCENES[name], self._base(name)[1]
        try:
            with self._system.mounted(image, self._folder) as repaired:
                state = judge_library(scene, library, *ALLOWED_LEFTOVERS)
                assert state == "new" or not cut.promised, "what was reported to be done is not"
                scene.do(library, pack)
                assert judge_library(scene, library) == "new", "doing it again did not succeed"
        except Unmountable:
            return Verdict(name, depth, cut.promised, "unmountable")
        except Exception as error:
            return self._broken(name, depth, cut, error)
        return Verdict(name, depth, cut.promised, state, repaired=repaired)

    def _broken(self, name: str, depth: int, cut: Cut, error: Exception) -> Verdict:
        if self._evidence:
            cut.write(self._evidence / f"{name}-{time.time_ns()}")
        return Verdict(name, depth, cut.promised, "broken", f"{type(error).__name__}: {error}")

    def _make_base(self, name: str) -> tuple[Path, Path]:
        """A disk with the library before the scene, and the pack that comes."""
        work, image = self._room / name, self._room / f"{name}.image"
        work.mkdir()
        pack = SCENES[name].prepare(work)
        self._system.create(image)
        with self._system.mounted(image, self._folder):
            subprocess.run(["cp", "-a", work / "library", self._folder], check=True)
        return image, pack
