"""Who may do what with the library, and as whom the kiosk runs."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.checks.permissions import check
from tests.health_kit import describe
from tests.unprivileged import run_unprivileged

ASK = """import sys, pathlib
from kiosk.health.checks.permissions import check
for finding in check(pathlib.Path(sys.argv[1])): print(finding.level, finding.value["en"])"""
ROOT = "attention: The kiosk runs as root, the user who may do everything."


def others(library: Path) -> list[str]:
    """What is found besides that tests run as root, if they do."""
    found = [describe(finding) for finding in check(library)]
    if os.geteuid() == 0:
        assert ROOT in found
        found.remove(ROOT)
    return found


def test_a_library_of_the_kiosks_own_is_fine(tmp_path: Path) -> None:
    (tmp_path / "state.db").touch(mode=0o644)
    found = [describe(finding) for finding in check(tmp_path)]
    own = "good: The kiosk can write to its library, and nobody else can."
    assert found == [ROOT if os.geteuid() == 0 else own]


@pytest.fixture
def public() -> Iterator[Path]:
    """A library where everybody can come, unlike tests' own folders."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        library = Path(folder) / "library"
        library.mkdir()
        (library / "receipts").mkdir()
        yield library


def test_what_others_can_read_or_change_is_named(public: Path) -> None:
    modes = {"state.db": 0o644, "receipts/key.pem": 0o604, "runs": 0o600, "lock.db": 0o644, "trust": 0o646}
    for name, mode in modes.items():
        (public / name).touch()
        (public / name).chmod(mode)
    said = "attention: Others who use this computer can read or change: {}"
    assert others(public) == [said.format("key.pem, state.db, trust")]
    public.chmod(0o757)
    assert others(public) == [said.format("key.pem, library, state.db, trust")]
    public.chmod(0o700)
    assert others(public) == []


def test_nobody_comes_to_a_library_behind_a_closed_door(public: Path) -> None:
    (public / "state.db").touch(mode=0o666)
    public.parent.chmod(0o700)
    assert others(public) == []


def test_a_library_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    said = "broken The kiosk may not write to its library ({}), so no programme can be installed."
    assert said.format(closed) in run_unprivileged(ASK, closed).splitlines()
    assert said.format(closed / "library") in run_unprivileged(ASK, closed / "library").splitlines()
    assert "broken" not in run_unprivileged(ASK, tmp_path)
