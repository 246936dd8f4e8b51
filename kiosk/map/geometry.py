"""Points, boxes and lines on the plane, and how they intersect."""

from collections.abc import Sequence
from typing import NamedTuple, Self


class Point(NamedTuple):
    """A point on the plane; on a screen `y` grows downwards."""

    x: float
    y: float

    def distance_to(self, other: "Point") -> float:
        """The distance to another point."""
        return float(((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5)


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float


class Box(NamedTuple):
    """An axis-aligned rectangle that includes its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def centred_at(cls, centre: Point, size: Size) -> Self:
        """The box of that size centred at a point."""
        across, down = size.width / 2, size.height / 2
        return cls(centre.x - across, centre.y - down, centre.x + across, centre.y + down)

    @property
    def centre(self) -> Point:
        """Its centre."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def corners(self) -> tuple[Point, Point]:
        """The upper left and the lower right corner."""
        return Point(self.left, self.top), Point(self.right, self.bottom)

    def expanded(self, by: float) -> "Box":
        """The box expanded by `by` on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def with_min_side(self, side: float) -> "Box":
        """The box with the same centre and no side shorter than `side`."""
        size = Size(max(side, self.right - self.left), max(side, self.bottom - self.top))
        return Box.centred_at(self.centre, size)

    def moved_into(self, area: "Box") -> "Box":
        """The box moved as little as needed to lie in `area`, for which it may be too large."""
        right = max(area.left - self.left, 0) or min(area.right - self.right, 0)
        down = max(area.top - self.top, 0) or min(area.bottom - self.bottom, 0)
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def contains(self, other: "Box") -> bool:
        """Whether the other box lies inside this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def overlaps(self, other: "Box") -> bool:
        """Whether the boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def nearest_point(self, point: Point) -> Point:
        """The point of the box nearest to `point`."""
        across = min(max(point.x, self.left), self.right)
        return Point(across, min(max(point.y, self.top), self.bottom))


class Line(NamedTuple):
    """A straight line between two points."""

    start: Point
    end: Point

    def crosses(self, other: "Line") -> bool:
        """Whether the lines share a point that is an end of neither."""
        ours = _cross_product(self.start, self.end, other.start) * _cross_product(
            self.start, self.end, other.end
        )
        theirs = _cross_product(other.start, other.end, self.start) * _cross_product(
            other.start, other.end, self.end
        )
        return ours < 0 and theirs < 0

    def crosses_box(self, box: Box) -> bool:
        """Whether any part of the line lies inside the box."""
        (x1, y1), (x2, y2) = self
        if (
            max(x1, x2) <= box.left
            or max(y1, y2) <= box.top
            or min(x1, x2) >= box.right
            or min(y1, y2) >= box.bottom
        ):
            return False
        if any(box.overlaps(Box(*end, *end)) for end in self):
            return True
        corners = [Point(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        diagonals = (Line(corners[0], corners[3]), Line(corners[1], corners[2]))
        return any(self.crosses(diagonal) for diagonal in diagonals)


def bounding_box(points: Sequence[Point]) -> Box:
    """The smallest box that holds the points."""
    across, down = [point.x for point in points], [point.y for point in points]
    return Box(min(across), min(down), max(across), max(down))


def _cross_product(start: Point, end: Point, aim: Point) -> float:
    """Positive, negative or 0: the side of the line from `start` to `end` on which `aim` lies."""
    return (end.x - start.x) * (aim.y - start.y) - (end.y - start.y) * (aim.x - start.x)
