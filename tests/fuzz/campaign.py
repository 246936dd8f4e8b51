"""Runs a fuzzer in a process of its own and parses its result."""

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
class CampaignResult:
    """The result of one campaign: executions, executions per second, accepted inputs and findings.

    `findings` are files with one input each, `output` is what the fuzzer printed.
    """

    target: str
    executions: int
    speed: int
    accepted: int
    findings: tuple[Path, ...]
    output: str


def run(name: str, runs: int, folder: Path, seed: int = 0) -> CampaignResult:
    """Fuzz the target `name` for `runs` executions; a `seed` other than 0 makes the run reproducible.

    Writes below `folder`: `seeds`, `corpus` (every input that covered new code, from which the next campaign
    starts) and the findings.
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
    output = ended.stdout.decode(errors="replace")
    findings = tuple(Path(file) for file in _FOUND.findall(output))
    executed, speed, accepted = (_number(line, output) for line in (_EXECUTED, _SPEED, _ACCEPTED))
    return CampaignResult(name, executed, speed, accepted, findings, output)


def _number(line: re.Pattern[str], output: str) -> int:
    found = line.findall(output)
    return int(found[-1]) if found else 0


def _environment() -> dict[str, str]:
    """The environment with TMPDIR in memory: small files are written thousands of times a second."""
    memory = Path("/dev/shm")
    return dict(os.environ) | ({"TMPDIR": str(memory)} if memory.is_dir() else {})
