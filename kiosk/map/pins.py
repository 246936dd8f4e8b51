"""Markers, pins and the layout rules of a map; groups markers that lie too close together."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kiosk.map.geometry import Box, Line, Point, Size
from kiosk.map.obstacles import DrawnLines


class Marker(NamedTuple):
    """A disc of `radius` pixels at `at` for a venue; where two overlap the one of greater `weight` stays."""

    id: str
    at: Point
    radius: float
    weight: int

    @property
    def bounds(self) -> Box:
        """The bounding box of the disc."""
        return Box.centred_at(self.at, Size(2 * self.radius, 2 * self.radius))


Group = tuple[Marker, ...]
"""The markers of one pin, the heaviest first."""


class Pin(NamedTuple):
    """One or more markers with one label, in the box `label`, which is tapped in the box `touch_box`.

    Where the label is not beside the marker a `leader` connects them. A better position has a lower `cost`.
    `extent` is the bounding box of everything but the marker.
    """

    markers: Group
    label: Box
    touch_box: Box
    leader: Line | None
    cost: float
    extent: Box


class LayoutRules(NamedTuple):
    """The rules of label placement; sizes in pixels.

    Labels lie in `area`, have touch boxes with sides of at least `min_touch_side`, `label_gap` apart, and
    keep `marker_gap` from markers. `measure_label` returns the size of a pin's label, `lines` are the lines
    it should not cover.
    """

    area: Size
    min_touch_side: float
    label_gap: float
    marker_gap: float
    measure_label: Callable[[Group], Size]
    lines: DrawnLines


def group_markers(spots: Sequence[Marker], max_groups: int, gap: float) -> list[Group]:
    """A group for each marker clear of heavier ones, at most `max_groups`; others join the nearest group."""
    groups: list[Group] = []
    for spot in sorted(spots, key=lambda spot: (-spot.weight, spot.id)):
        disc = spot.bounds.expanded(gap)
        if not groups or (
            len(groups) < max_groups and not any(disc.overlaps(group[0].bounds) for group in groups)
        ):
            groups.append((spot,))
        else:
            groups = merge_into_nearest(groups, (spot,))
    return groups


def merge_into_nearest(groups: Sequence[Group], other: Group) -> list[Group]:
    """The groups with `other` merged into the nearest one."""
    nearest = min(groups, key=lambda group: (group[0].at.distance_to(other[0].at), group[0].id))
    merged = tuple(sorted(nearest + other, key=lambda spot: (-spot.weight, spot.id)))
    return [merged if group is nearest else group for group in groups]
