"""What is put on a map: spots as they are wanted, pins as they come to stand, the rules between them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kiosk.map.geometry import Box, Line, Point, Size
from kiosk.map.obstacles import DrawnLines


class Marker(NamedTuple):
    """A place, shown as a disc of `radius` pixels at `at`; where two overlap the heavier stays."""

    id: str
    at: Point
    radius: float
    weight: int

    @property
    def bounds(self) -> Box:
        """The box around the disc."""
        return Box.around(self.at, Size(2 * self.radius, 2 * self.radius))


Group = tuple[Marker, ...]
"""The spots of one pin, the heaviest first."""


class Pin(NamedTuple):
    """One or more spots with one name, in the box `name`, which is touched in the box `touch`.

    Where the name is not beside the disc a `leader` runs from one to the other. The better it stands the less
    its `cost`. All but the disc lies in `extent`.
    """

    markers: Group
    label: Box
    touch_box: Box
    leader: Line | None
    cost: float
    extent: Box


class LayoutRules(NamedTuple):
    """What must hold: sizes in pixels.

    Names lie in `room`, are touched in boxes with sides of at least `touch`, `apart` from each other, and
    keep `off` from discs. `measure` tells how large the name of a pin is, `ink` what it should not cover.
    """

    area: Size
    min_touch_side: float
    label_gap: float
    marker_gap: float
    measure_label: Callable[[Group], Size]
    lines: DrawnLines


def group_markers(spots: Sequence[Marker], most: int, off: float) -> list[Group]:
    """A group for each spot whose disc is clear of heavier ones, `most` of them; others join the nearest."""
    groups: list[Group] = []
    for spot in sorted(spots, key=lambda spot: (-spot.weight, spot.id)):
        disc = spot.bounds.expanded(off)
        if not groups or (len(groups) < most and not any(disc.overlaps(group[0].bounds) for group in groups)):
            groups.append((spot,))
        else:
            groups = merge_into_nearest(groups, (spot,))
    return groups


def merge_into_nearest(groups: Sequence[Group], other: Group) -> list[Group]:
    """The groups, of which the one nearest to `other` has taken it in."""
    near = min(groups, key=lambda group: (group[0].at.distance_to(other[0].at), group[0].id))
    both = tuple(sorted(near + other, key=lambda spot: (-spot.weight, spot.id)))
    return [both if group is near else group for group in groups]
