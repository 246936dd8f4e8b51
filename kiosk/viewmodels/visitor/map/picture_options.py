"""The options of the picture of a map, as `kiosk/images/maps.py` reads them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.map.geometry import Point
from kiosk.map.viewport import Viewport


class Disc(NamedTuple):
    """The disc of a place, `radius` pixels at `at`; one with a Corner or this kiosk has a ring."""

    at: Point
    radius: float
    is_corner: bool = False
    is_here: bool = False
    has_events: bool = True


def picture_options(
    viewport: Viewport,
    em: float,
    *,
    discs: Sequence[Disc],
    routes: Sequence[tuple[str, Sequence[Point]]] = (),
    leaders: Sequence[Sequence[Point]] = (),
) -> str:
    """All but size, colours: `em` is the text size in pixels, each of `routes` has a colour ('#0A6C9B')."""
    parts = {
        "frame": _join_numbers(viewport, 5),
        "em": _join_numbers([em]),
        "routes": ";".join(f"{colour[1:]},{_join_points(stops)}" for colour, stops in routes),
        "leaders": ";".join(map(_join_points, leaders)),
        "discs": ";".join(map(_join_disc, discs)),
    }
    return "&".join(f"{name}={value}" for name, value in parts.items())


def _join_disc(disc: Disc) -> str:
    kinds = (disc.is_corner, disc.is_here, disc.has_events)
    return f"{_join_numbers([*disc.at, disc.radius])},{','.join(str(int(kind)) for kind in kinds)}"


def _join_points(points: Iterable[Point]) -> str:
    return ",".join(map(_join_numbers, points))


def _join_numbers(values: Iterable[float], decimals: int = 1) -> str:
    return ",".join(f"{value:.{decimals}f}" for value in values)
