"""The set-up scripts: complete locks, a quick second run, a clear message without the right to install."""

import os
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")
NAME = re.compile(r"^[a-z0-9-]+", re.MULTILINE)


def pinned(checkout: Path, lock: str) -> dict[str, str]:
    """The lines of a lock file with their hashes, by requirement."""
    entries = re.split(r"\n(?=\S)", (checkout / "packaging" / lock).read_text(encoding="utf-8"))
    return {entry.splitlines()[0].rstrip(" \\"): entry for entry in entries}


@pytest.mark.parametrize("lock", (*LOCKS, "requirements-mutants.lock", "requirements-deb.lock"))
def test_every_package_is_pinned_to_its_hashes(lock: str, checkout: Path) -> None:
    for requirement, entry in pinned(checkout, lock).items():
        assert re.match(r"[a-z0-9-]+==\S+( ; .+)?$", requirement), requirement
        assert "--hash=sha256:" in entry, requirement


def test_the_locks_contain_every_dependency(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    run, test = ({NAME.findall(name)[0] for name in pinned(checkout, lock)} for lock in LOCKS)
    assert {NAME.findall(line)[0] for line in asked[0]} <= run <= test
    assert {NAME.findall(line)[0] for line in asked[1]} <= test
    mutants = {NAME.findall(name)[0] for name in pinned(checkout, "requirements-mutants.lock")}
    assert {NAME.findall(line)[0] for line in project["dependency-groups"]["mutants"]} <= mutants


def test_both_locks_pin_the_same_versions(checkout: Path) -> None:
    """Environment markers are ignored: the development lock covers more machines than the other."""
    run, test = ({pin.partition(" ;")[0] for pin in pinned(checkout, lock)} for lock in LOCKS)
    assert run <= test


@pytest.mark.parametrize(
    "script",
    ["setup.sh", "system-packages.sh", "demo.sh", "run.sh", "lock.sh", "mutants.sh", "clean-root.sh"],
)
def test_the_script_is_valid_shell(script: str, checkout: Path) -> None:
    subprocess.run(["sh", "-n", checkout / "packaging" / script], check=True)


def test_a_second_setup_is_quick_and_silent(checkout: Path) -> None:
    if Path(sys.prefix) != checkout / ".venv":
        pytest.skip("these tests run in an environment that `make setup` has not made")
    began = time.monotonic()
    again = subprocess.run(["make", "setup"], cwd=checkout, capture_output=True, text=True)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert time.monotonic() - began < 3


def test_without_the_right_to_install_the_packages_are_named(checkout: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become nobody")
    script = (checkout / "packaging/system-packages.sh").read_text(encoding="utf-8")
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    done = subprocess.run(
        [*nobody, "env", "PATH=/usr/bin:/bin", "sh", "-c", script, "system-packages.sh", "-"],
        input="no-such-package-a | no-such-package-b\nno-such-package-c\n",
        cwd="/", capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "apt-get install no-such-package-a no-such-package-c" in done.stderr
