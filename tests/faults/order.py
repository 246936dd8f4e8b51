"""The order in which an installation syncs: what the state names must be on the disk before it."""

import re
from pathlib import Path

from tests.faults.ground import disturbed
from tests.faults.mutants import MUTANTS
from tests.faults.scenes import SCENES
from tests.faults.trials import lines

RENAME = re.compile(r'rename\("(?P<stage>[^"]+/\.stage-[^"/]+)", "(?P<done>[^"]+)"')
SYNCED = re.compile(r"fsync\(\d+<(?P<path>[^>]+)>\) = 0")


def unsynced(folder: Path, mutant: str = "sound") -> set[str]:
    """Install a pack in `folder`, and tell what was not synced in time.

    Each file and folder has to be before its generation gets its name, that name before the state is written.
    """
    scene, log = SCENES["newer"], folder / "calls"
    pack = scene.prepare(folder)
    with MUTANTS[mutant]():
        assert disturbed(scene, folder / "library", pack, ["-y", "-s", "4096", "-o", str(log)]) == 0
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
