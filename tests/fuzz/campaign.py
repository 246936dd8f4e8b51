"""Starts a fuzzer, waits for its end and says how it went."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.target import load

CHECKOUT = Path(__file__).parents[2]
_EXECUTED = re.compile(r"stat::number_of_executed_units: *(\d+)")
_SPEED = re.compile(r"stat::average_exec_per_sec: *(\d+)")
_ACCEPTED = re.compile(r"^(\d+)$", re.MULTILINE)
_FOUND = re.compile(r"Test unit written to (\S+)")


@dataclass(frozen=True)
class Ran:
    """How one campaign went: executions, how many a second, how many inputs were let in, and what it found.

    `findings` are files with an input each, `said` is what the fuzzer printed.
    """

    target: str
    executions: int
    speed: int
    accepted: int
    findings: tuple[Path, ...]
    said: str


def run(name: str, runs: int, folder: Path, seed: int = 0) -> Ran:
    """Fuzz the target `name` for `runs` executions; with a `seed` other than 0 each time in the same way.

    Below `folder` there are then `seeds`, `corpus` (every input that showed something new, with which the
    next campaign begins) and the findings.
    """
    for part in ("seeds", "corpus"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for seed_name, data in load(name).seeds().items():
        (folder / "seeds" / seed_name).write_bytes(data)
    options = [f"-artifact_prefix={folder}/", f"-seed={seed}", "-print_final_stats=1", "-keep_seed=1"]
    options += ["-timeout=30", "-rss_limit_mb=2048", str(folder / "corpus"), str(folder / "seeds")]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.worker", name, str(runs), *options],
        cwd=CHECKOUT, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    said = ended.stdout.decode(errors="replace")
    findings = tuple(Path(file) for file in _FOUND.findall(said))
    executed, speed, accepted = (_number(line, said) for line in (_EXECUTED, _SPEED, _ACCEPTED))
    return Ran(name, executed, speed, accepted, findings, said)


def _number(line: re.Pattern[str], said: str) -> int:
    found = line.findall(said)
    return int(found[-1]) if found else 0


def _environment() -> dict[str, str]:
    """Small files come and go thousands of times a second, which is for memory rather than for a disk."""
    memory = Path("/dev/shm")
    return dict(os.environ) | ({"TMPDIR": str(memory)} if memory.is_dir() else {})
