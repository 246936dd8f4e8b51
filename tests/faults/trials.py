"""Runs trials of `trial_worker` on all cores and collects their outcomes."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple, TypeVar

import pytest

LINE = re.compile(r"(\d+) +(.*)")
CALL = re.compile(r"(\w+)\(.*")
Options = list[str]
T = TypeVar("T")


class Call(NamedTuple):
    """A system call: its name, its count of that name in its thread, its line in strace's log."""

    name: str
    nth: int
    text: str


@dataclass(frozen=True)
class Trial:
    """The outcome of the last attempt: exit code (or minus the signal), what is shown, what is wrong."""

    tries: list[Options]
    wrong: str
    code: int = 0
    shown: str = ""


class Worker:
    """A process of `trial_worker` that waits for trials."""

    def __init__(self, folder: Path, scene: str, mutant: str) -> None:
        folder.mkdir(parents=True)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.trial_worker", folder, scene, mutant],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def run(self, tries: Sequence[Options]) -> Trial:
        """Run one trial."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(tries) + "\n")
        self._process.stdin.flush()
        return Trial(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


class Trials:
    """Runs trials on several workers."""

    def __init__(self, workers: Sequence[Worker], folder: Path) -> None:
        self._workers = workers
        self._log = folder / "calls"

    def calls(self) -> list[Call]:
        """The system calls of an undisturbed trial, in order."""
        undisturbed = self._workers[0].run([["-o", str(self._log)]])
        assert (undisturbed.wrong, undisturbed.code, undisturbed.shown) == ("", 0, "new"), undisturbed
        return calls(self._log)

    def run(self, trials: Sequence[Sequence[Options]], name: str) -> list[Trial]:
        """Run these trials; print their number, kinds and speed."""
        idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            idle.put(worker)

        def run(tries: Sequence[Options]) -> Trial:
            worker = idle.get()
            try:
                return worker.run(tries)
            finally:
                idle.put(worker)

        start = time.monotonic()
        with ThreadPoolExecutor(len(self._workers)) as pool:
            found = list(pool.map(run, trials))
        seconds = time.monotonic() - start
        kinds = Counter(f"{trial.shown or 'broken'}, exit {trial.code}" for trial in found)
        print(f"{name}: {len(found)} in {seconds:.0f} s ({len(found) / seconds:.1f}/s): {dict(kinds)}")
        return found


def calls(log: Path) -> list[Call]:
    """The system calls of all threads in strace's `log`, in order."""
    count: Counter[tuple[str, str]] = Counter()
    found = []
    for thread, line in lines(log):
        if (call := CALL.match(line)) and call[1] not in ("exit", "exit_group"):
            count[thread, call[1]] += 1
            found.append(Call(call[1], count[thread, call[1]], call[0]))
    return found


def lines(log: Path) -> list[tuple[str, str]]:
    """The thread and what it called, line by line of strace's `log`."""
    found = map(LINE.fullmatch, log.read_text(errors="replace").splitlines())
    return [(line[1], line[2]) for line in found if line]


def require_strace() -> None:
    """Skip the test where strace (Linux only) is not installed."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")


@contextmanager
def workers(folder: Path, scene: str = "newer", mutant: str = "sound") -> Iterator[Trials]:
    """One worker a core, for one of the SCENES with one of the MUTANTS, until the `with` statement ends."""
    require_strace()
    name = f"{scene}-{mutant}"
    started = [Worker(folder / f"{name}-{number}", scene, mutant) for number in range(os.cpu_count() or 1)]
    try:
        yield Trials(started, folder)
    finally:
        for worker in started:
            worker.close()


def spread(items: Sequence[T], number: int) -> list[T]:
    """At most `number` of the items, at equal distances."""
    step = max(len(items) / number, 1)
    return [items[int(place * step)] for place in range(min(number, len(items)))]
