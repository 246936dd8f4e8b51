"""Five taps within three seconds are the staff gesture; a visitor's taps are not."""

import pytest

from kiosk.viewmodels.staff_gesture import StaffGesture


def tap_at(*times: float) -> list[bool]:
    """The result of a tap at each of these seconds."""
    clock = iter(times)
    gesture = StaffGesture(lambda: next(clock))
    return [gesture.tap() for _ in times]


@pytest.mark.parametrize(
    ("times", "recognised"),
    [
        ((0, 0.5, 1, 1.5, 2), [False] * 4 + [True]),
        ((0, 1, 2, 2.5, 3), [False] * 4 + [True]),
        ((0, 1, 2, 3, 3.1), [False] * 5),
        ((0, 1, 2, 3, 3.5, 3.6), [False] * 5 + [True]),
        ((0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), [False] * 4 + [True] + [False] * 4 + [True]),
        ((0, 0.1, 0.2, 0.3), [False] * 4),
    ],
)
def test_five_taps_within_three_seconds_are_the_gesture(
    times: tuple[float, ...], recognised: list[bool]
) -> None:
    assert tap_at(*times) == recognised
