"""The projection keeps directions, angles, and distances near the country."""

from math import acos, cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.map.projection import EARTH_RADIUS, project

ALMATY, ASTANA, ATYRAU, OSKEMEN, SAMARKAND = (
    (43.2525, 76.9115), (51.1801, 71.4460), (47.1067, 51.9167), (49.9714, 82.6059), (39.6546, 66.9645),
)  # fmt: skip


def great_circle_distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The kilometres between two places, by the spherical law of cosines."""
    up, over = map(radians, (one[0], other[0]))
    turn = radians(other[1] - one[1])
    return EARTH_RADIUS * acos(sin(up) * sin(over) + cos(up) * cos(over) * cos(turn))


@pytest.mark.parametrize("other", [ASTANA, ATYRAU, OSKEMEN, SAMARKAND])
def test_distances_are_right_within_one_percent(other: tuple[float, float]) -> None:
    assert project(*ALMATY).distance_to(project(*other)) == pytest.approx(
        great_circle_distance(ALMATY, other), rel=0.01
    )


def test_north_is_up_and_east_is_right() -> None:
    assert project(50, 67).x == pytest.approx(0)
    assert project(50, 68).x > 0 > project(50, 66).x
    assert project(51, 70).y < project(50, 70).y


@given(st.floats(41, 55), st.floats(47, 87))
def test_a_small_square_stays_a_square(latitude: float, longitude: float) -> None:
    step = 0.001
    here, up = project(latitude, longitude), project(latitude + step, longitude)
    across = project(latitude, longitude + step / cos(radians(latitude)))
    assert here.distance_to(up) == pytest.approx(here.distance_to(across), rel=1e-3)
    product = (up.x - here.x) * (across.x - here.x) + (up.y - here.y) * (across.y - here.y)
    assert product == pytest.approx(0, abs=1e-4 * here.distance_to(up) ** 2 * 100)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_on_earth_is_projected_to_a_finite_point(latitude: float, longitude: float) -> None:
    point = project(latitude, longitude)
    assert abs(point.x) < 1e8 and abs(point.y) < 1e8
