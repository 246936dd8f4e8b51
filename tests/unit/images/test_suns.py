"""The sun of an event: whole, with its disc in the middle, and not the same for every event."""

import numpy
import pytest
from PySide6.QtCore import QSize

from kiosk.images import suns
from kiosk.images.suns import RAYS, _ray
from tests.screen_kit import to_pixels


@pytest.mark.parametrize("side", [100, 392, 800])
def test_nothing_is_cut_at_the_edge(side: int) -> None:
    for seed in ("english", "chess", "a", "b", "c"):
        image = suns.draw("chats", {"seed": seed}, QSize(side, side))
        edge = [
            image.pixelColor(x, y).alpha() for n in range(side) for x, y in ((n, 0), (0, n), (n, side - 1))
        ]
        assert max(edge) == 0
        assert image.pixelColor(side // 2, round(side * 0.25)).name() == "#f5b82e"


def test_the_number_of_rays_depends_on_the_event() -> None:
    numbers = {_ray(392, f"event-{n}").number for n in range(40)}
    assert numbers == set(RAYS)
    one, same, other = (
        to_pixels(suns.draw("chats", {"seed": seed}, QSize(200, 200)))
        for seed in ("event-0", "event-0", "event-1")
    )
    assert numpy.array_equal(one, same) and not numpy.array_equal(one, other)


def test_rays_touch_neither_the_disc_nor_each_other() -> None:
    for number in range(40):
        ray = _ray(392, f"event-{number}")
        assert ray.begins > 392 * suns.DISC and ray.ends <= 392 / 2
        assert ray.scale * 88 * ray.number <= 3.15 * (ray.begins + ray.ends)
