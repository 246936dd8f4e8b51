"""Starts a command, sends it a signal at an instant or in a system call, and judges what it leaves behind."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.sandbox.environment import CONFINED
from tests.signals.operations import OPERATIONS

TIMEOUT = 120
"""Seconds after which a command counts as hanging."""
CANCELLED = 130
BEFORE_START = -signal.SIGTERM
"""The exit code of a process that gets the signal before the program has begun."""
SOUND = "import sys; from kiosk.__main__ import main; sys.exit(main())"
RAISING = (
    """
from kiosk.base import cancellation
def raise_at_once(*_):
    raise cancellation.Cancelled
cancellation._handle_signal = raise_at_once
"""
    + SOUND
)
"""The program with a deliberate bug: a signal throws an exception into whatever it is doing."""


@dataclass(frozen=True)
class Trial:
    """One signal: to which operation, after so many seconds; the exit code, what is shown, what is wrong."""

    operation: str
    confined: bool
    at: float
    seconds: float
    code: int
    shown: str
    wrong: str


class Rig:
    """Trials of one operation below `folder`; `confined` lets the command enter its sandbox as on a kiosk."""

    def __init__(
        self, folder: Path, operation: str, confined: bool, number: random.Random, program: str = SOUND
    ) -> None:
        self._name, self._operation, self._confined = operation, OPERATIONS[operation], confined
        self._number, self._command = number, [sys.executable, "-c", program]
        self._template, self._folder = folder / f"{operation}-template", folder / f"{operation}-trial"
        if not self._template.exists():
            self._operation.prepare(self._template)

    @cached_property
    def duration(self) -> float:
        """How long the command takes without a signal, in seconds; checks that the rig finds nothing then."""
        undisturbed = self._run(None)
        assert (undisturbed.code, undisturbed.wrong) == (0, ""), undisturbed
        return undisturbed.seconds

    def run(self) -> Trial:
        """Send the signal at a random instant of the command, perhaps again right after it."""
        return self._run(self._number.uniform(0.0, 1.05 * self.duration))

    def run_while_clearing(self) -> Trial:
        """Send the signal in every system call that removes something, as strace counts them."""
        inject = "inject=unlink,unlinkat,rmdir:signal=SIGTERM"
        return self._run(None, ["strace", "-f", "-qq", "-o", os.devnull, "-e", inject])

    def _run(self, at: float | None, tracer: Sequence[str] = ()) -> Trial:
        folder = self._folder
        shutil.copytree(self._template, folder, copy_function=_link_packs)
        for name in ("out", "tmp"):
            (folder / name).mkdir()
        settings = folder / "kiosk.toml"
        settings.write_text(f"share = '{folder / 'share'}'\n", encoding="utf-8")
        start = time.monotonic()
        output, errors, code = self._start(folder, settings, at, tracer)
        seconds = time.monotonic() - start
        shown, wrong = "", ""
        try:
            shown = self._operation.judge(folder)
            self._judge_exit(code, shown, output, errors)
        except AssertionError as error:
            wrong = f"{error}; {errors[-300:]}"
        _remove(folder)
        return Trial(self._name, self._confined, at or 0.0, seconds, code, shown, wrong)

    def _start(
        self, folder: Path, settings: Path, at: float | None, tracer: Sequence[str]
    ) -> tuple[str, str, int]:
        words = [*self._operation.words(folder), "--library", folder / "library", "--settings", settings]
        with subprocess.Popen(
            [*tracer, *self._command, *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"TMPDIR": str(folder / "tmp")} | ({} if self._confined else {CONFINED: "1"}),
        ) as process:
            if at is not None:
                time.sleep(at)  # the instant of the trial
                for _ in range(self._number.randint(1, 3)):
                    process.send_signal(signal.SIGTERM)
                    time.sleep(self._number.uniform(0, 0.02))
            try:
                return *process.communicate(timeout=TIMEOUT), process.returncode
            except subprocess.TimeoutExpired:
                process.kill()
                raise

    def _judge_exit(self, code: int, shown: str, output: str, errors: str) -> None:
        assert "Traceback" not in errors, "a bug"
        assert code in (0, CANCELLED, BEFORE_START), f"exit code {code}"
        if self._name != "preview":
            assert (code == 0) == (shown == "new"), f"exit code {code} and the {shown} state"
        if self._name != "rollback":
            last = next(iter(json.loads((output.splitlines() or ["{}"])[-1])), "")
            assert code != 0 or last == "done", f"exit code 0 and the last line is {last!r}"
            assert code != CANCELLED or last == "error", f"exit code 130 and the last line is {last!r}"
            assert code != BEFORE_START or not output, "killed after its first line"


def _link_packs(source: str, target: str) -> None:
    """Copy a file; the packs, which no command writes to, as links."""
    if source.endswith(".kpack"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def _remove(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


@contextmanager
def load(processes: int) -> Iterator[None]:
    """Keep so many processes busy."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()
