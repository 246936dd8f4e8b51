"""Five taps within three seconds let staff in; a visitor's taps do not."""

import pytest

from kiosk.viewmodels.staff_gesture import StaffGesture


def knocks(*times: float) -> list[bool]:
    """What each tap at these seconds says."""
    clock = iter(times)
    knock = StaffGesture(lambda: next(clock))
    return [knock.tap() for _ in times]


@pytest.mark.parametrize(
    ("times", "heard"),
    [
        ((0, 0.5, 1, 1.5, 2), [False] * 4 + [True]),
        ((0, 1, 2, 2.5, 3), [False] * 4 + [True]),
        ((0, 1, 2, 3, 3.1), [False] * 5),
        ((0, 1, 2, 3, 3.5, 3.6), [False] * 5 + [True]),
        ((0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), [False] * 4 + [True] + [False] * 4 + [True]),
        ((0, 0.1, 0.2, 0.3), [False] * 4),
    ],
)
def test_five_within_three_seconds(times: tuple[float, ...], heard: list[bool]) -> None:
    assert knocks(*times) == heard
