"""The permissions of the library, and the user that runs the kiosk."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.checks.permissions import check
from tests.health_kit import describe

ROOT = "attention: The kiosk runs as root, the user who may do everything."


def others(library: Path) -> list[str]:
    """The findings, without that of running as root if tests do."""
    found = [describe(finding) for finding in check(library)]
    if os.geteuid() == 0:
        assert ROOT in found
        found.remove(ROOT)
    return found


def test_library_owned_by_the_kiosk_is_good(tmp_path: Path) -> None:
    (tmp_path / "state.db").touch(mode=0o644)
    found = [describe(finding) for finding in check(tmp_path)]
    own = "good: Nobody but the kiosk can read its secrets or change its library."
    assert found == [ROOT if os.geteuid() == 0 else own]


@pytest.fixture
def public() -> Iterator[Path]:
    """A library that every user can reach, unlike tests' own folders."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        library = Path(folder) / "library"
        library.mkdir()
        (library / "receipts").mkdir()
        yield library


def test_paths_that_others_can_read_or_change_are_named(public: Path) -> None:
    modes = {"state.db": 0o644, "receipts/key.pem": 0o604, "runs": 0o600, "lock.db": 0o644, "trust": 0o646}
    for name, mode in modes.items():
        (public / name).touch()
        (public / name).chmod(mode)
    expected = "attention: Others who use this computer can read or change: {}"
    assert others(public) == [expected.format("key.pem, state.db, trust")]
    public.chmod(0o757)
    assert others(public) == [expected.format("key.pem, library, state.db, trust")]
    public.chmod(0o700)
    assert others(public) == []


def test_library_below_a_private_folder_is_not_exposed(public: Path) -> None:
    (public / "state.db").touch(mode=0o666)
    public.parent.chmod(0o700)
    assert others(public) == []
