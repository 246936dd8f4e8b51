"""Runs rigs on all cores until the requested number of verdicts is reached."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from ctypes.util import find_library
from pathlib import Path

from tests.faults.scenes import SCENES
from tests.powercut.filesystem import FILE_SYSTEMS
from tests.powercut.rig import CUTS_A_ROUND, Verdict

OWN_NAMESPACE = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
"""Runs a program in namespaces that end its mounts and its processes with it."""
CHECKOUT = Path(__file__).parents[2]


def missing_requirement() -> str:
    """Why no rig can run here; '' when it can."""
    if os.geteuid():
        return "only root may mount"
    for device in ("/dev/fuse", "/dev/loop-control"):
        if not Path(device).exists():
            return f"there is no {device}"
    if (
        not shutil.which(OWN_NAMESPACE[0])
        or subprocess.run([*OWN_NAMESPACE, "true"], capture_output=True).returncode
    ):
        return "namespaces are not allowed here"
    if not FILE_SYSTEMS["ext4"].there():
        return "there is no mkfs.ext4"
    return "" if find_library("fuse3") else "libfuse3 is not installed"


def campaign(
    system: str,
    cuts: int,
    scenes: Sequence[str] = tuple(SCENES),
    *,
    mutant: str = "sound",
    seed: str = "",
    evidence: Path | None = None,
) -> list[Verdict]:
    """The verdicts on about so many cuts of a file system; images of broken disks go to `evidence`.

    CalledProcessError when a rig fails, which has then said why.
    """
    workers = min(os.cpu_count() or 1, -(-cuts // CUTS_A_ROUND))
    rounds = -(-cuts // (CUTS_A_ROUND * workers))

    def run(number: int) -> list[Verdict]:
        first = number * len(scenes) // workers
        job = {
            "system": system,
            "rounds": rounds,
            "scenes": [*scenes[first:], *scenes[:first]],
            "mutant": mutant,
            "seed": f"{system} {mutant} {seed} {number}",
            "evidence": str(evidence) if evidence else None,
        }
        return list(_verdicts(json.dumps(job)))

    with ThreadPoolExecutor(workers) as pool:
        return [verdict for found in pool.map(run, range(workers)) for verdict in found]


def _verdicts(job: str) -> Iterator[Verdict]:
    words = [*OWN_NAMESPACE, sys.executable, "-m", "tests.powercut.worker", job]
    with subprocess.Popen(words, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout
        for line in worker.stdout:
            yield Verdict(**json.loads(line))
    if worker.returncode:
        raise subprocess.CalledProcessError(worker.returncode, words)
