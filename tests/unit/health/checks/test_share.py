"""The share is read by a child process with a deadline; at most one process can hang there."""

import time
from pathlib import Path

from kiosk.delivery.share_access import lock_incoming
from kiosk.health.checks.share import check
from tests.faulty_share import FaultyShare, wait_until
from tests.health_kit import describe
from tests.unprivileged import run_unprivileged

DEADLINE = 1.2


def test_no_share_set_up_is_good() -> None:
    assert describe(check(None, Path("/no"))) == "good: None is set up; programmes come on a stick."


def test_share_that_answers_is_good(tmp_path: Path) -> None:
    (tmp_path / "1.kpack").touch()
    assert describe(check(tmp_path, tmp_path / "library")) == f"good: {tmp_path} is connected; packs: 1"


def test_empty_share_is_reported(tmp_path: Path) -> None:
    expected = f"attention: {tmp_path} is empty: perhaps it is not connected."
    assert describe(check(tmp_path, tmp_path / "library")) == expected


def test_missing_share_is_reported(tmp_path: Path) -> None:
    assert describe(check(tmp_path / "no", tmp_path)) == f"attention: {tmp_path / 'no'} is not there."
    (tmp_path / "file").touch()
    assert "is not there" in describe(check(tmp_path / "file", tmp_path / "library"))


def test_failing_share_is_reported(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    with FaultyShare(tmp_path) as share:
        (share.source / "1.kpack").touch()
        for mode, expected in (
            ("sound", "good: {} is connected; packs: 1"),
            ("EIO", "attention: {} answers with an error."),
            ("ESTALE", "attention: The server of {} does not answer."),
            ("hang-readdir", "attention: {} has not answered for 1 seconds."),
        ):
            share.set_mode(mode)
            assert describe(check(share.folder, library, 1)) == expected.format(share.folder)


def test_share_without_permission_is_reported(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    ask = """import sys, pathlib
from kiosk.health.checks.share import check
print(check(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])).value["en"])"""
    assert run_unprivileged(ask, closed, tmp_path) == f"The kiosk's user may not open {closed}.\n"


def test_hanging_share_blocks_only_one_child_process(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    with FaultyShare(tmp_path) as faulty:
        share, described = faulty.folder, []
        faulty.set_mode("hang-readdir")
        for _ in range(3):
            start = time.monotonic()
            described.append(describe(check(share, library, DEADLINE)))
            assert time.monotonic() - start < DEADLINE + 2
        assert described == [
            f"attention: {share} has not answered for 1 seconds.",
            *[f"unknown: The kiosk is waiting for {share} just now."] * 2,
        ]
        assert len(asking(share)) == 1
    wait_until(lambda: asking(share) == [])


def test_no_child_process_reads_the_share_during_a_pull(tmp_path: Path) -> None:
    with lock_incoming(tmp_path):
        assert (
            describe(check(tmp_path, tmp_path)) == f"unknown: The kiosk is waiting for {tmp_path} just now."
        )


def test_missing_library_is_not_created(tmp_path: Path) -> None:
    check(tmp_path, tmp_path / "library")
    assert list(tmp_path.iterdir()) == []


def asking(share: Path) -> list[int]:
    """The ids of child processes that hang while they read the share."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if {b"kiosk.health.checks.share_child", bytes(share)} <= set(words) and state != "Z":
            found.append(int(process.name))
    return found
