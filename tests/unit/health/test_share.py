"""The share is asked by a child with a deadline, and one child at most can be stuck there."""

import time
from pathlib import Path

from kiosk.health.share import check
from tests.hanging import hanging
from tests.health_kit import told
from tests.unprivileged import unprivileged

DEADLINE = 0.8


def test_a_share_that_is_not_set_up_is_no_fault() -> None:
    assert told(check("")) == "good: None is set up; programmes come on a stick."


def test_a_share_that_answers_is_good(tmp_path: Path) -> None:
    (tmp_path / "1.kpack").touch()
    assert told(check(str(tmp_path))) == f"good: {tmp_path} is connected."


def test_an_empty_share_may_not_be_connected(tmp_path: Path) -> None:
    assert told(check(str(tmp_path))) == f"attention: {tmp_path} is empty: perhaps it is not connected."


def test_a_share_that_is_missing_is_said(tmp_path: Path) -> None:
    assert told(check(str(tmp_path / "no"))) == f"attention: {tmp_path / 'no'} is not there."
    (tmp_path / "file").touch()
    assert "is not there" in told(check(str(tmp_path / "file")))


def test_a_share_that_answers_with_an_error_is_said() -> None:
    name = "x" * 300
    assert told(check(name)) == f"attention: {name} answers with an error (ENAMETOOLONG)."


def test_a_share_that_may_not_be_opened_is_said(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    ask = "import sys; from kiosk.health.share import check; print(check(sys.argv[1]).value['en'])"
    assert unprivileged(ask, closed) == f"The kiosk's user may not open {closed}.\n"


def test_a_share_that_hangs_holds_nobody_up_and_gets_one_child_only(tmp_path: Path) -> None:
    with hanging(tmp_path / "share") as share:
        for _ in range(3):
            start = time.monotonic()
            assert "has not answered for" in told(check(str(share), DEADLINE))
            assert time.monotonic() - start < DEADLINE + 2
        assert len(asking(share)) == 1
    until = time.monotonic() + 10
    while asking(share) and time.monotonic() < until:
        time.sleep(0.05)
    assert asking(share) == []


def asking(share: Path) -> list[int]:
    """The processes that have been sent to look at the share and do not come back."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if bytes(share) in words and state != "Z":
            found.append(int(process.name))
    return found
