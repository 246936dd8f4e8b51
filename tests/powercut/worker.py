"""Runs one rig in a process: `python -m tests.powercut.worker JOB` prints its verdicts as lines of JSON.

It has to be run in a mount namespace of its own (`campaign.ALONE`), which takes all that is mounted with it
when it ends, however it ends.
"""

import json
import random
import subprocess
import sys
from dataclasses import asdict
from itertools import cycle
from pathlib import Path

from tests.powercut.filesystem import FILE_SYSTEMS
from tests.powercut.rig import Rig

WORKDIR = Path("/dev/shm")
"""Where the rig's memory is mounted; whatever else lies there is not seen by the rig, nor touched."""


def run_rounds(
    system: str, rounds: int, scenes: list[str], mutant: str, seed: str, evidence: str | None
) -> None:
    """Run `rounds` rounds of these scenes in turn."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2g", "kiosk-powercut", WORKDIR], check=True)
    rng = random.Random(seed)
    rig = Rig(FILE_SYSTEMS[system], mutant, WORKDIR, Path(evidence) if evidence else None)
    for _, scene in zip(range(rounds), cycle(scenes), strict=False):
        for verdict in rig.run_scene(scene, rng):
            print(json.dumps(asdict(verdict)), flush=True)


if __name__ == "__main__":
    run_rounds(**json.loads(sys.argv[1]))
