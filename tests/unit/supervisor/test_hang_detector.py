"""A hang is ten seconds of silence; a machine or a supervisor that was itself not running is none."""

from collections.abc import Callable

import pytest

from kiosk.library.crash_log import Cause
from kiosk.supervisor.hang_detector import START_LIMIT, HangDetector


def in_state(letter: str) -> Callable[[], str]:
    """The state of a process."""
    return lambda: letter


def watch(
    detector: HangDetector,
    start: int,
    end: int,
    *,
    beats: bool = False,
    drawn: bool | None = False,
    state: str = "S",
) -> tuple[int, Cause] | None:
    """Watch second by second; when the screen was found to hang, and why."""
    for now in range(start, end):
        detector.wake(now)
        if beats:
            detector.hear(now, drawn)
        if cause := detector.find_hang(now, in_state(state)):
            return now, cause
    return None


@pytest.fixture
def detector() -> HangDetector:
    """The detector of a screen that was started at 0 and has drawn a frame at 5."""
    detector = HangDetector(0)
    assert watch(detector, 0, 5) is None
    detector.hear(5, True)
    return detector


@pytest.mark.parametrize(
    ("state", "cause"),
    [("S", Cause.HANG), ("R", Cause.HANG), ("", Cause.HANG), ("T", Cause.STOPPED), ("D", Cause.BLOCKED)],
)
def test_ten_seconds_without_a_beat_are_a_hang(state: str, cause: Cause, detector: HangDetector) -> None:
    assert watch(detector, 6, 60, state=state) == (15, cause)


def test_beats_without_a_frame_are_a_hang(detector: HangDetector) -> None:
    assert watch(detector, 6, 60, beats=True, drawn=False) == (15, Cause.NO_FRAME)


def test_a_screen_that_draws_runs(detector: HangDetector) -> None:
    assert watch(detector, 6, 10_000, beats=True, drawn=True) is None


def test_reports_that_are_no_beat_are_no_frame(detector: HangDetector) -> None:
    assert watch(detector, 6, 60, beats=True, drawn=None) == (15, Cause.NO_FRAME)


@pytest.mark.parametrize("gap", [4, 60, 100_000])
def test_time_in_which_the_supervisor_did_not_run_does_not_count(gap: int, detector: HangDetector) -> None:
    assert watch(detector, 6, 12) is None
    assert watch(detector, 12 + gap, 100 + gap) == (16 + gap, Cause.HANG)


def test_before_the_first_frame_a_screen_has_more_time() -> None:
    assert watch(HangDetector(0), 0, 100) == (START_LIMIT, Cause.HANG)


def test_before_the_first_frame_a_stopped_screen_is_found_at_once() -> None:
    assert watch(HangDetector(0), 0, 100, state="T") == (10, Cause.STOPPED)
