"""Fault catalogue, section F: after kills and I/O errors the old or the new programme is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.clock import Clock
from kiosk.library.install import install
from tests.faults import io_errors, kill_points
from tests.faults.scenes import SCENES
from tests.faults.sync_order import find_unsynced
from tests.faults.trial_worker import judge_library, run_disturbed
from tests.faults.trials import Trials, calls, lines, require_strace, workers
from tests.library_kit import LibraryKit, sample_publisher
from tests.open_files import count_open_files
from tests.packs_builder import SIGNED_AT

KILLS = {
    "newer": 500, "larger": 400, "first": 250, "second": 250, "repair": 250, "mending": 150, "rollback": 50,
    "forward": 50, "removal": 50, "clearing": 50,
}  # fmt: skip
"""How often each scene is killed in the campaign: 2,000 times in all."""
ERRORS = {
    "newer": 400,
    "larger": 200,
    "first": 200,
    "second": 150,
    "repair": 150,
    "rollback": 50,
    "forward": 50,
}
"""How many calls fail in each scene in the campaign: 1,200 in all."""


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    with workers(tmp_path_factory.mktemp("trials")) as trials:
        yield trials


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1, 2)
    return kit


def test_f01_after_a_kill_the_old_or_the_new_programme_is_shown(trials: Trials) -> None:
    assert kill_points.broken(kill_points.kill(trials, 40)) == []


@pytest.mark.campaign
@pytest.mark.parametrize(("scene", "points"), KILLS.items(), ids=KILLS)
def test_f01_2000_kills(tmp_path: Path, scene: str, points: int) -> None:
    with workers(tmp_path, scene) as trials:
        found = kill_points.kill(trials, points)
    assert len(found) == points
    assert kill_points.broken(found) == []


def test_f01_after_a_kill_during_revocation_the_publisher_is_shown_or_gone(tmp_path: Path) -> None:
    with workers(tmp_path, "removal") as trials:
        assert kill_points.broken(kill_points.kill(trials, 40)) == []


def test_k04_after_a_kill_while_rolling_forward_the_old_or_the_new_programme_is_shown(tmp_path: Path) -> None:
    with workers(tmp_path, "forward") as trials:
        assert kill_points.broken(kill_points.kill(trials, 20)) == []


def test_f02_after_an_io_error_the_old_or_the_new_programme_is_shown(trials: Trials) -> None:
    assert io_errors.broken(io_errors.fail(trials, 40)) == []


@pytest.mark.campaign
@pytest.mark.parametrize(("scene", "points"), ERRORS.items(), ids=ERRORS)
def test_f02_1200_io_errors(tmp_path: Path, scene: str, points: int) -> None:
    with workers(tmp_path, scene) as trials:
        found = io_errors.fail(trials, points)
    assert len(found) == points
    assert io_errors.broken(found) == []


def test_f03_everything_is_synced_before_the_state_names_it(tmp_path: Path) -> None:
    require_strace()
    assert find_unsynced(tmp_path) == set()


@pytest.mark.parametrize("mutant", ["no_file_sync", "no_folder_sync"])
def test_the_order_of_syncs_shows_a_deliberate_bug(tmp_path: Path, mutant: str) -> None:
    require_strace()
    assert find_unsynced(tmp_path, mutant) != set()


@pytest.mark.parametrize("mutant", ["commit_before_rename", "no_transaction"])
def test_the_trials_find_a_deliberate_bug(tmp_path: Path, mutant: str) -> None:
    with workers(tmp_path, mutant=mutant) as trials:
        calls = trials.calls()
        commit = max(place for place, call in enumerate(calls) if call.name == "fdatasync")
        tries = [[kill_points.at(call)] for call in calls[commit - 40 : commit + 40 : 2]]
        assert kill_points.broken(trials.run(tries, mutant)) != []


@pytest.mark.parametrize("part", [0.1, 0.5, 0.8, 0.95])
def test_f05_sigterm_leaves_the_old_or_the_new_programme(trials: Trials, part: float) -> None:
    calls = trials.calls()
    call = calls[int(len(calls) * part)]
    (found,) = trials.run([[kill_points.at(call, "SIGTERM")]], "SIGTERM")
    assert (found.wrong, found.code) == ("", -15)


def test_f13_an_installation_reads_the_clock_once(kit: LibraryKit) -> None:
    """The test's clock jumps ten years ahead at every reading."""
    looks = iter(range(10))
    clock = Clock(lambda: SIGNED_AT + next(looks) * 10 * 366 * 86400, SIGNED_AT)
    assert install(kit.folder, kit.pack(3), clock=clock, reserve=0).generation == 3
    assert next(looks) == 1


def used(kit: LibraryKit) -> tuple[int, int, int]:
    """Bytes and inodes of the library, and open files of this process."""
    paths = {path.stat().st_ino: path.stat().st_size for path in kit.folder.rglob("*")}
    return sum(paths.values()), len(paths), count_open_files()


def install_editions(kit: LibraryKit, times: int) -> None:
    """Install `times` editions; only the log may grow."""
    kit.install(3)
    before = used(kit)
    kit.install(*range(4, 4 + times))
    after = used(kit)
    assert after[0] - before[0] < 200_000
    assert after[1] == before[1]
    assert after[2] <= before[2]


def test_f16_twenty_installations_leave_no_trace(kit: LibraryKit) -> None:
    install_editions(kit, 20)


@pytest.mark.campaign
def test_f16_a_thousand_installations_leave_no_trace(kit: LibraryKit) -> None:
    install_editions(kit, 1000)


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_leads_from_its_old_to_its_new_snapshot(tmp_path: Path, name: str) -> None:
    scene = SCENES[name]
    pack = scene.prepare(tmp_path)
    library = tmp_path / "library"
    assert judge_library(scene, library) == "new" if scene.old == scene.new else "old"
    for _ in range(2):
        scene.do(library, pack)
        assert judge_library(scene, library) == "new"


def test_the_trials_disturb_the_background_checks_too(tmp_path: Path) -> None:
    require_strace()
    scene, log = SCENES["newer"], tmp_path / "calls"
    pack = scene.prepare(tmp_path)
    assert run_disturbed(scene, tmp_path / "library", pack, ["-o", str(log)]) == 0
    threads = {thread for thread, call in lines(log) if call.startswith("fsync(")}
    assert len(threads) == 2
    assert {call.nth for call in calls(log) if call.name == "fsync"} >= {1, 2, 3}
