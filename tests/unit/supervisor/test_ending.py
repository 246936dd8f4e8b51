"""Which endings are evidence against a programme (the table of ADR 17)."""

import signal
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.library.crash_log import Cause
from kiosk.supervisor.ending import Ending, ScreenState, ending_of, is_evidence

BUG = {"error": "ValueError", "place": "kiosk.dates.labels:3", "points_at_programme": True}


@dataclass(frozen=True)
class Shown:
    """A screen that shows generation 2, which has been drawn before."""

    state: ScreenState = field(default_factory=lambda: ScreenState(Path("x"), 2, "event", True))

    def blames(self, ending: Ending, *drawn: int, **changes: object) -> bool:
        """Whether the ending is evidence in that state."""
        return is_evidence(ending, self.state._replace(**changes), drawn)


SHOWN = Shown()
SEGFAULT = Ending(Cause.SIGNAL, str(int(signal.SIGSEGV)))


@pytest.mark.parametrize("number", ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE"])
def test_a_fault_of_the_process_is_evidence(number: str) -> None:
    assert SHOWN.blames(ending_of(-signal.Signals[number], SHOWN.state))


@pytest.mark.parametrize(
    "number", ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGXCPU", "SIGUSR1", "SIGALRM"]
)
def test_k02_a_signal_from_outside_is_none(number: str) -> None:
    assert not SHOWN.blames(ending_of(-signal.Signals[number], SHOWN.state))


@pytest.mark.parametrize("cause", [Cause.BLOCKED, Cause.STOPPED, Cause.NO_FRAME])
def test_only_a_hang_of_the_process_itself_is_evidence(cause: Cause) -> None:
    assert SHOWN.blames(Ending(Cause.HANG, "10"))
    assert not SHOWN.blames(Ending(cause, "10"))


def test_only_a_bug_that_points_at_the_programme_is_evidence() -> None:
    bug = ending_of(70, SHOWN.state._replace(bug=BUG))
    assert bug == (Cause.BUG, "ValueError kiosk.dates.labels:3")
    assert SHOWN.blames(bug, bug=BUG)
    assert not SHOWN.blames(bug, bug=BUG | {"points_at_programme": False})
    assert not SHOWN.blames(ending_of(70, SHOWN.state))


def test_k02_nothing_is_blamed_while_no_programme_is_shown_to_visitors() -> None:
    assert SHOWN.blames(SEGFAULT)
    for changes in ({"page": "staff"}, {"page": ""}, {"generation": 0}):
        assert not SHOWN.blames(SEGFAULT, 2, **changes)


def test_before_the_first_frame_only_what_has_been_drawn_before_is_evidence() -> None:
    assert not SHOWN.blames(SEGFAULT, has_drawn=False)
    assert SHOWN.blames(SEGFAULT, 1, has_drawn=False)


def test_reports_add_up() -> None:
    state = ScreenState()
    for report in ({"library": "x"}, {"page": "home", "generation": 2}, {"drawn": True}, {"drawn": False}):
        state = state.after(report)
    assert state == ScreenState(Path("x"), 2, "home", True)
