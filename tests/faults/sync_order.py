"""Checks the order of syncs of an installation: a generation is synced before the state names it."""

import re
from pathlib import Path

from tests.faults.mutants import MUTANTS
from tests.faults.scenes import SCENES
from tests.faults.trial_worker import run_disturbed
from tests.faults.trials import lines

RENAME = re.compile(r'rename\("(?P<stage>[^"]+/\.stage-[^"/]+)", "(?P<done>[^"]+)"')
SYNCED = re.compile(r"fsync\(\d+<(?P<path>[^>]+)>\) = 0")


def find_unsynced(folder: Path, mutant: str = "sound") -> set[str]:
    """Install a pack in `folder` and return the paths that were not synced in time.

    Files and folders are synced before the generation is renamed, its parent before the state is written.
    """
    scene, log = SCENES["newer"], folder / "calls"
    pack = scene.prepare(folder)
    with MUTANTS[mutant]():
        assert run_disturbed(scene, folder / "library", pack, ["-y", "-s", "4096", "-o", str(log)]) == 0
    called = [line for _, line in lines(log)]
    renamed = next(place for place, line in enumerate(called) if RENAME.match(line))
    match = RENAME.match(called[renamed])
    assert match
    stage, done = match["stage"], Path(match["done"])
    committed = next(
        place for place, line in enumerate(called) if line.startswith("pwrite64") and "state.db>" in line
    )
    early = {found["path"] for line in called[:renamed] if (found := SYNCED.match(line))}
    late = {found["path"] for line in called[renamed:committed] if (found := SYNCED.match(line))}
    return {str(path).replace(str(done), stage) for path in (done, *done.rglob("*"))} - early | {
        str(folder / "library/gen")
    } - late
