"""Fault catalogue, row J8: a library that cannot be written to shows its programme, and health tells."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.settings import Settings
from kiosk.health.run_checks import run_checks
from kiosk.library.crash_log import add_drawn, read_record
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.rollback import roll_back
from kiosk.library.status import read_status
from kiosk.library.time_floor import record_time
from kiosk.pin import staff_pin
from kiosk.programme.shown_programme import open_library
from kiosk.store.state_file import current_generation
from kiosk.visits.tally import Metric, Tally
from tests.health_kit import describe
from tests.library_kit import LibraryKit, damage_file, sample_publisher
from tests.mounts import mounted_tmpfs
from tests.packs_builder import SIGNED_AT
from tests.unprivileged import run_unprivileged

CRASH_IN_A_TRANSACTION = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM current")
connection.execute("DELETE FROM pack")
for number in range(200):
    connection.execute("INSERT INTO log (at, what, detail) VALUES (0, 'x', ?)", ("x" * 5000,))
os._exit(0)
"""
"""Leaves a journal that must be rolled back: pages of the transaction are in the database already."""

SHOW = """
import sys
from pathlib import Path
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
library = Path(sys.argv[1])
shown = open_library(library).with_lease()
print(shown.packs[0].version, bool(read_status(library).copied_because), sep="\\n")
"""


def crash_in_a_transaction(library: Path) -> None:
    """Leave the state with a hot journal, as a power cut in a commit does."""
    subprocess.run([sys.executable, "-c", CRASH_IN_A_TRANSACTION, library / "state.db"], check=True)
    assert (library / "state.db-journal").stat().st_size > 0


def leave_a_wal(library: Path) -> None:
    """Leave the state with a write-ahead log that a checkpoint has not reached."""
    crash = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("INSERT INTO log (at, what, detail) VALUES (0, 'x', '{}')")
connection.commit()
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", crash, library / "state.db"], check=True)
    (library / "state.db-shm").unlink()


def lose_the_state(library: Path) -> None:
    """Lose the state, as a repaired file system may."""
    (library / "state.db").unlink()


def damage_the_state(library: Path) -> None:
    """Damage the state beyond what SQLite can read."""
    damage_file(library / "state.db", 2)


SIDE_FILES: dict[str, Callable[[Path], None]] = {
    "clean": lambda library: None,
    "journal": crash_in_a_transaction,
    "wal": leave_a_wal,
    "lost": lose_the_state,
    "damaged": damage_the_state,
}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own."""
    with mounted_tmpfs(tmp_path / "disk", "size=64m") as folder:
        yield folder


@pytest.fixture
def library(disk: Path) -> Path:
    """A library on that disk that shows pack 2 and has a PIN."""
    kit = LibraryKit(disk, sample_publisher())
    kit.install(1, 2)
    staff_pin.create(kit.folder)
    return kit.folder


def make_read_only(disk: Path) -> None:
    """Mount the disk read-only."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


@pytest.mark.parametrize("left", SIDE_FILES)
def test_j08_a_read_only_disk_shows_the_programme_whatever_sqlite_has_left(
    left: str, disk: Path, library: Path
) -> None:
    SIDE_FILES[left](library)
    before = sorted((path.name, path.stat().st_size) for path in library.iterdir())
    make_read_only(disk)
    shown = open_library(library)
    assert (shown.packs[0].version, shown.damaged) == (2, False)
    assert shown.media_path(shown.media_address("code", "media/new.jpg")).is_file()
    assert (read_status(library).copied_because is None) is (left == "clean")
    report = {
        found.id: describe(found) for found in run_checks(Settings(library=library), now=SIGNED_AT).findings
    }
    assert report["read_only"].startswith("broken: The disk cannot be written to. What is installed is shown")
    assert report["content"].startswith("good")
    assert sorted((path.name, path.stat().st_size) for path in library.iterdir()) == before


def test_j08_what_was_rolled_back_stays_rolled_back(disk: Path, library: Path) -> None:
    roll_back(library)
    crash_in_a_transaction(library)
    make_read_only(disk)
    assert open_library(library).packs[0].version == 1


@pytest.mark.parametrize("left", SIDE_FILES)
def test_j08_what_cannot_be_written_degrades_without_harm(left: str, disk: Path, library: Path) -> None:
    SIDE_FILES[left](library)
    make_read_only(disk)
    add_drawn(library, 2)
    assert read_record(library).drawn == ()
    tally = Tally(LibraryPaths(library).visits, lambda: "2016-04-03")
    tally.add(Metric.SESSION)
    tally.close()
    assert tally.take()
    with pytest.raises(KioskError) as caught:
        record_time(library, Clock.system())
    assert caught.value.code == "library.storage"
    if left in ("clean", "journal"):
        with pytest.raises(KioskError) as caught:
            staff_pin.check(library, "000000")
        assert caught.value.code == "pin.not_counted"


def test_j08_the_watcher_does_not_take_an_unreadable_state_for_an_empty_library(
    disk: Path, library: Path
) -> None:
    assert current_generation(library) == 2
    crash_in_a_transaction(library)
    make_read_only(disk)
    assert current_generation(library) is None


@pytest.mark.parametrize(
    ("left", "modes", "is_copied"),
    [
        ("clean", {".": 0o555}, False),
        ("clean", {"state.db": 0o444}, False),
        ("journal", {".": 0o555}, True),
        ("journal", {"state.db-journal": 0o444}, True),
        ("journal", {"state.db-journal": 0}, True),
        ("journal", {"state.db": 0, "state.db-journal": 0}, True),
        ("clean", {"state.db": 0}, True),
        ("lost", {".": 0o555}, True),
        ("damaged", {".": 0o555}, True),
        ("damaged", {".": 0o555, "gen": 0o555}, True),
    ],
)
def test_j08_missing_permissions_show_the_programme_too(
    left: str, modes: dict[str, int], is_copied: bool, tmp_path: Path
) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1, 2)
    SIDE_FILES[left](kit.folder)
    for name, mode in modes.items():
        (kit.folder / name).chmod(mode)
    assert run_unprivileged(SHOW, kit.folder).split() == ["2", str(is_copied)]
    report = json.loads(
        run_unprivileged(
            "import sys; from kiosk.__main__ import main; main(sys.argv[1:])",
            *("doctor", "--json", "--library", kit.folder),
        )
    )
    levels = {check["id"]: check["level"] for check in report["checks"]}
    assert (levels["read_only"], levels["content"]) == ("broken", "good")


def test_j08_a_full_disk_with_a_journal_shows_the_programme(disk: Path, library: Path) -> None:
    crash_in_a_transaction(library)
    with pytest.raises(OSError), (disk / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1 << 16))
    assert open_library(library).packs[0].version == 2


def test_j08_a_state_of_a_newer_program_is_not_read_from_a_copy_either(disk: Path, library: Path) -> None:
    with sqlite3.connect(library / "state.db") as connection:
        connection.execute("PRAGMA user_version = 131072")
    connection.close()
    crash_in_a_transaction(library)
    make_read_only(disk)
    with pytest.raises(KioskError) as caught:
        open_library(library)
    assert caught.value.code == "library.newer_program"


def test_j08_no_private_copy_is_left_behind(
    disk: Path, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    crash_in_a_transaction(library)
    make_read_only(disk)
    command = [sys.executable, "-c", SHOW, str(library)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    assert shown.stdout.split() == ["2", "True"]
    assert not list(scratch.iterdir())
