"""Cuts the power during a scene and during its recovery, and judges every disk that results."""

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
from tests.powercut.recording import Cut, DoneCallback, record

CUTS = (18, 6, 6)
"""The cuts of a round: during the scene, during its recovery, and during the recovery from that."""
CUTS_A_ROUND = sum(CUTS)


@dataclass(frozen=True)
class Verdict:
    """The result of the `depth`th power cut.

    `state` is 'old', 'new', 'unmountable' when the file system itself is lost, or 'broken', which `wrong`
    explains. `done_reported`: success had been reported or shown. `repaired`: fsck had to come first.
    """

    scene: str
    depth: int
    done_reported: bool
    state: str
    wrong: str = ""
    repaired: bool = False


class Rig:
    """Works in the folder `workdir`; keeps images of broken disks in `evidence`."""

    def __init__(self, system: FileSystem, mutant: str, workdir: Path, evidence: Path | None = None) -> None:
        self._system, self._mutant, self._workdir, self._evidence = system, mutant, workdir, evidence
        self._folder = workdir / "mounted"
        self._folder.mkdir()
        self._base = cache(self._make_base)

    def run_scene(self, name: str, rng: random.Random) -> Iterator[Verdict]:
        """Run one round: record and cut a scene; then, twice, record and cut the recovery of one disk."""
        image, pack = self._base(name)
        scene = SCENES[name]

        def do(folder: Path, report_done: DoneCallback) -> None:
            with MUTANTS[self._mutant]():
                scene.do(folder / "library", pack)
            report_done()

        def start(folder: Path, report_done: DoneCallback) -> None:
            if judge_library(scene, folder / "library", *ALLOWED_LEFTOVERS) == "new":
                report_done()
            do(folder, report_done)

        recording = record(self._system, image, self._workdir, do)
        for depth, cuts in enumerate(CUTS, 1):
            for _ in range(cuts):
                yield self._judge(name, depth, recording.cut(rng))
            if depth < len(CUTS):
                image, cut = self._workdir / f"after-{depth}", recording.cut(rng)
                cut.write(image)
                try:
                    recording = record(self._system, image, self._workdir, start)
                except Unmountable:
                    return  # `_judge` reports such a cut too
                except Exception as error:
                    yield self._broken(name, depth, cut, error)
                    return

    def _judge(self, name: str, depth: int, cut: Cut) -> Verdict:
        """Judge what a start shows after this cut, and run the scene again."""
        image, library = self._workdir / "cut", self._folder / "library"
        cut.write(image)
        scene, pack = SCENES[name], self._base(name)[1]
        try:
            with self._system.mounted(image, self._folder) as repaired:
                state = judge_library(scene, library, *ALLOWED_LEFTOVERS)
                assert state == "new" or not cut.done_reported, (
                    "success was reported, but the old programme is shown"
                )
                scene.do(library, pack)
                assert judge_library(scene, library) == "new", "the second attempt did not succeed"
        except Unmountable:
            return Verdict(name, depth, cut.done_reported, "unmountable")
        except Exception as error:
            return self._broken(name, depth, cut, error)
        return Verdict(name, depth, cut.done_reported, state, repaired=repaired)

    def _broken(self, name: str, depth: int, cut: Cut, error: Exception) -> Verdict:
        if self._evidence:
            cut.write(self._evidence / f"{name}-{time.time_ns()}")
        return Verdict(name, depth, cut.done_reported, "broken", f"{type(error).__name__}: {error}")

    def _make_base(self, name: str) -> tuple[Path, Path]:
        """Create a disk with the library before the scene; return it and the pack to install."""
        work, image = self._workdir / name, self._workdir / f"{name}.image"
        work.mkdir()
        pack = SCENES[name].prepare(work)
        self._system.create(image)
        with self._system.mounted(image, self._folder):
            subprocess.run(["cp", "-a", work / "library", self._folder], check=True)
        return image, pack
