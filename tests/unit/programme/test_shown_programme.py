"""Opening the library imports little, disturbs no installation, and respects newer programs."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.library.rollback import roll_back
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import refused


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    return LibraryKit(tmp_path, sample_publisher())


def test_opening_the_library_does_not_disturb_an_installation(kit: LibraryKit) -> None:
    kit.install(1)
    stage = kit.folder / "gen/.stage-running"
    stage.mkdir()
    with hold_writer_lock(kit.folder):
        assert open_library(kit.folder).generation == 1
        assert stage.is_dir()
    assert open_library(kit.folder).generation == 1
    assert not stage.exists()


def test_opening_the_library_imports_no_slow_modules(kit: LibraryKit) -> None:
    kit.install(1)
    code = f"""if True:
        import sys
        from pathlib import Path
        from kiosk.programme.shown_programme import open_library
        showing = open_library(Path({str(kit.folder)!r}))
        showing.catalogue.cards(None, limit=6)
        slow = {{"tuf", "cryptography", "PIL", "sqlite_utils", "pydantic", "edtf", "argparse"}}
        print(sorted(slow & set(sys.modules)))
    """
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path.cwd(), env=os.environ
    )
    assert (found.stdout.strip(), found.stderr) == ("[]", "")


def test_an_empty_library_is_an_error(tmp_path: Path) -> None:
    for folder in (tmp_path / "none", tmp_path):
        with refused("library.empty"):
            open_library(folder)
        assert read_status(folder).current is None
    assert list(tmp_path.iterdir()) == []


def test_a_newer_programs_library_is_left_alone(kit: LibraryKit) -> None:
    kit.install(1)
    connection = sqlite3.connect(kit.folder / "state.db")
    connection.execute(f"PRAGMA user_version = {99 << 16}")
    connection.close()
    before = kit.read_files()
    for verb in (lambda: kit.install(2), lambda: open_library(kit.folder), lambda: roll_back(kit.folder)):
        with pytest.raises(KioskError) as caught:
            verb()
        assert caught.value.code == "library.newer_program"
    assert kit.read_files() == before
