"""Runs a module of this program in a child process, abandoned when it hangs in the kernel (ADR 10)."""

import os
import subprocess
import sys
from pathlib import Path

import kiosk
from kiosk.base.subprocesses import communicate

_GRACE = 0.5
"""Seconds a killed child process has to end."""


def run_module(module: str, *arguments: Path, deadline: float) -> str:
    """The output of `python -m module`; TimeoutExpired when it has not ended within `deadline` seconds."""
    source_root = str(Path(kiosk.__file__).parents[1])
    search_path = os.pathsep.join(filter(None, (source_root, os.environ.get("PYTHONPATH"))))
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": search_path},
    )
    try:
        return communicate(child, deadline)[0]
    except BaseException:
        _kill_child(child)
        raise


def _kill_child(child: subprocess.Popen[str]) -> None:
    """Kill the child process; one that hangs in the kernel cannot end and is abandoned."""
    child.kill()
    try:
        child.communicate(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        assert child.stdout
        child.stdout.close()
        child.returncode = -1  # or Popen would complain that nobody has waited
