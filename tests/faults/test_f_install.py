"""Fault catalogue, section F: through kills, failing disks and rot, always the old or the new programme."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.library.install import install
from kiosk.store.state import State
from tests.faults import iofaults, killpoints
from tests.faults.ground import ground, shown, trial
from tests.faults.trials import Trials, require_strace, workers
from tests.library_kit import CLOCK, Kit, publishing
from tests.packs_builder import SIGNED_AT

RENAME = re.compile(r'rename\("(?P<stage>[^"]+/\.stage-[^"/]+)", "(?P<done>[^"]+)"')
SYNCED = re.compile(r"fsync\(\d+<(?P<path>[^>]+)>\) = 0")


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    with workers(tmp_path_factory.mktemp("trials")) as trials:
        yield trials


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    kit = Kit(tmp_path, publishing())
    kit.install(1, 2)
    return kit


def test_f01_killed_anywhere_it_is_old_or_new(trials: Trials) -> None:
    assert killpoints.broken(killpoints.kill(trials, 40)) == []


@pytest.mark.campaign
def test_f01_killed_at_600_points(trials: Trials) -> None:
    found = killpoints.kill(trials, 600)
    assert len(found) == 600
    assert killpoints.broken(found) == []


def test_f02_with_a_failing_disk_it_is_old_or_new(trials: Trials) -> None:
    assert iofaults.broken(iofaults.fail(trials, 40)) == []


@pytest.mark.campaign
def test_f02_with_400_io_errors(trials: Trials) -> None:
    found = iofaults.fail(trials, 400)
    assert len(found) == 400
    assert iofaults.broken(found) == []


def test_f04_killed_while_mending_it_mends_again(tmp_path: Path) -> None:
    with workers(tmp_path, "state_lost") as trials:
        assert killpoints.broken(killpoints.kill(trials, 40)) == []


def test_f01_killed_while_a_publisher_is_removed_it_is_shown_or_gone(tmp_path: Path) -> None:
    with workers(tmp_path, "removal") as trials:
        assert killpoints.broken(killpoints.kill(trials, 40)) == []


@pytest.mark.parametrize("mutant", ["commit_before_rename", "no_transaction"])
def test_the_trials_catch_a_bug_that_is_put_in(tmp_path: Path, mutant: str) -> None:
    with workers(tmp_path, mutant) as trials:
        calls = trials.calls()
        commit = max(place for place, (name, _) in enumerate(calls) if name == "fdatasync")
        around = calls[commit - 40 : commit + 40 : 2]
        options = [
            ["-o", "/dev/null", "-e", f"inject={name}:signal=SIGKILL:when={nth}"] for name, nth in around
        ]
        assert killpoints.broken(trials.run(options, mutant)) != []


def test_f03_everything_is_on_the_disk_before_it_is_named(tmp_path: Path) -> None:
    """In order: files and folders synced, the folder renamed, its parent synced, and only then the commit."""
    require_strace()
    library, pack = ground(tmp_path)
    log = tmp_path / "calls"
    assert trial(library, pack, ["-y", "-s", "4096", "-o", str(log)]) == 0
    lines = log.read_text(errors="replace").splitlines()
    renamed = next(place for place, line in enumerate(lines) if RENAME.match(line))
    match = RENAME.match(lines[renamed])
    assert match
    stage, done = match["stage"], Path(match["done"])
    committed = next(
        place for place, line in enumerate(lines) if line.startswith("pwrite64") and "state.db>" in line
    )
    synced = {found["path"] for line in lines[:renamed] if (found := SYNCED.match(line))}
    assert {str(path).replace(str(done), stage) for path in (done, *done.rglob("*"))} <= synced
    after = {found["path"] for line in lines[renamed:committed] if (found := SYNCED.match(line))}
    assert str(library / "gen") in after


@pytest.mark.parametrize("part", [0.1, 0.5, 0.8, 0.95])
def test_f05_a_polite_end_is_one_more_kill(trials: Trials, part: float) -> None:
    calls = trials.calls()
    name, nth = calls[int(len(calls) * part)]
    (found,) = trials.run([["-o", "/dev/null", "-e", f"inject={name}:signal=SIGTERM:when={nth}"]], "SIGTERM")
    assert (found.wrong, found.code) == ("", -15)


def test_f13_one_time_counts_from_start_to_end(kit: Kit) -> None:
    """A clock that jumps ten years ahead with every look at it does not matter: it is looked at once."""
    looks = iter(range(10))
    clock = Clock(lambda: SIGNED_AT + next(looks) * 10 * 366 * 86400, 0)
    assert install(kit.folder, kit.pack(3), clock=clock, reserve=0).generation == 3
    with State(kit.folder / "state.db") as state:
        assert state.floor() == SIGNED_AT + 86400


def used(kit: Kit) -> tuple[int, int, int]:
    """Bytes and inodes of the library, and open files of this process."""
    paths = {path.stat().st_ino: path.stat().st_size for path in kit.folder.rglob("*")}
    return sum(paths.values()), len(paths), len(list(Path("/proc/self/fd").iterdir()))


def repeat(kit: Kit, times: int) -> None:
    """Install so many editions, of which only the log may keep a trace."""
    kit.install(3)
    before = used(kit)
    kit.install(*range(4, 4 + times))
    after = used(kit)
    assert after[1:] == before[1:]
    assert after[0] - before[0] < 200_000


def test_f16_twenty_installations_leave_no_trace(kit: Kit) -> None:
    repeat(kit, 20)


@pytest.mark.campaign
def test_f16_a_thousand_installations_leave_no_trace(kit: Kit) -> None:
    repeat(kit, 1000)


def test_the_ground_of_the_trials_is_what_they_take_it_for(tmp_path: Path) -> None:
    library, pack = ground(tmp_path)
    assert shown(library) == "old"
    install(library, pack, clock=CLOCK, reserve=0)
    assert shown(library) == "new"
