"""Who may do what with the library, and as whom the kiosk runs."""

import os
from pathlib import Path

from kiosk.health.permissions import checks
from tests.health_kit import told
from tests.unprivileged import unprivileged

ASK = """import sys, pathlib
from kiosk.health.permissions import checks
for check in checks(pathlib.Path(sys.argv[1])): print(check.level, check.value["en"])"""
ROOT = "attention: The kiosk runs as root, the user who may do everything."


def others(library: Path) -> list[str]:
    """What is found besides that tests run as root, if they do."""
    found = [told(check) for check in checks(library)]
    if os.geteuid() == 0:
        assert ROOT in found
        found.remove(ROOT)
    return found


def test_a_library_of_the_kiosks_own_is_fine(tmp_path: Path) -> None:
    (tmp_path / "state.db").touch(mode=0o644)
    found = [told(check) for check in checks(tmp_path)]
    own = "good: The kiosk can write to its library, and nobody else can."
    assert found == [ROOT if os.geteuid() == 0 else own]


def test_what_anybody_can_change_is_named(tmp_path: Path) -> None:
    for name, mode in (("state.db", 0o666), ("runs", 0o600), ("trust", 0o646)):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(mode)
    assert others(tmp_path) == ["attention: Anybody who uses this computer can change: state.db, trust"]


def test_a_library_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    said = "broken The kiosk may not write to its library ({}), so no programme can be installed."
    assert said.format(closed) in unprivileged(ASK, closed).splitlines()
    assert said.format(closed / "library") in unprivileged(ASK, closed / "library").splitlines()
    assert "broken" not in unprivileged(ASK, tmp_path)
