"""The finding about crashes of the screen: each way to end has its sentence, and old ones are not told."""

from pathlib import Path

import pytest

from kiosk.base.limits import DAY
from kiosk.health.checks import crashes
from kiosk.health.finding import Finding
from kiosk.library.crash_log import Cause, Crash, add_crash
from tests.health_kit import describe

NOW = 1_700_000_000
CRASH = Crash(NOW, "boot", 12.5, 2, "attract", Cause.SIGNAL, "11", True)


def finding(library: Path, *found: Crash) -> Finding:
    """The finding when these crashes are on record."""
    for crash in found:
        add_crash(library, crash)
    return crashes.check(library, NOW, "Asia/Almaty")


def test_k02_health_names_the_last_crash(tmp_path: Path) -> None:
    bug = CRASH._replace(cause=Cause.BUG, detail="ValueError kiosk.dates.labels:3", page="event")
    assert describe(finding(tmp_path, CRASH, bug)) == (
        "attention: Wednesday, 15 November 2023 · 04:13: there was an error in the program: "
        "ValueError kiosk.dates.labels:3.\nShown: a page for visitors (event).\nIn the last 7 days: 2"
    )


@pytest.mark.parametrize("cause", Cause)
@pytest.mark.parametrize("page", ["", "start", "attract", "staff", "home"])
def test_every_way_to_end_has_its_sentence(cause: Cause, page: str, tmp_path: Path) -> None:
    described = describe(finding(tmp_path, CRASH._replace(cause=cause, page=page)))
    assert "11" in described
    assert described.count("\n") == 1


@pytest.mark.parametrize(("number", "name"), [("11", "11 (SIGSEGV)"), ("9", "9 (SIGKILL)"), ("99", "99")])
def test_signals_have_their_names(number: str, name: str, tmp_path: Path) -> None:
    assert f"ended by signal {name}." in describe(finding(tmp_path, CRASH._replace(detail=number)))


def test_no_crash_and_old_ones_are_good(tmp_path: Path) -> None:
    assert describe(finding(tmp_path)) == "good: None after a fault in the last 7 days."
    assert describe(finding(tmp_path, CRASH._replace(at=NOW - 8 * DAY))).startswith("good")
    assert describe(finding(tmp_path, CRASH._replace(at=NOW + 8 * DAY))).startswith("good")
