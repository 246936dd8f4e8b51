"""The picture of the map: the country in its place and colour, routes and discs where they are asked for."""

from PySide6.QtCore import QSize

from kiosk.images import maps
from kiosk.map.geometry import Point, Size
from kiosk.map.projection import project
from kiosk.map.viewport import fit_viewport
from tests.unit.images.arrays import Channels, rgba

WIDE, HIGH = 900, 520
FRAME = fit_viewport([], Size(WIDE, HIGH), 20)
BARE = {
    "frame": ",".join(map(str, FRAME)), "em": "24",
    "land": "DDEFE6", "line": "2C6A4F", "ink": "0B1F3A", "accent": "F5B82E", "card": "FFFFFF",
}  # fmt: skip


def drawn(**more: str) -> Channels:
    return rgba(maps.draw("", BARE | more, QSize(WIDE, HIGH)))


def at(picture: Channels, point: Point) -> str:
    """The colour of a pixel; '' where nothing was painted."""
    red, green, blue, alpha = picture[round(point.y), round(point.x)]
    return f"{red:02X}{green:02X}{blue:02X}" if alpha else ""


def test_the_country_is_land_and_around_it_is_nothing() -> None:
    picture = drawn()
    assert at(picture, FRAME.to_screen(project(48, 67))) == "DDEFE6"
    assert at(picture, FRAME.to_screen(project(42, 60))) == ""
    assert at(picture, Point(2, 2)) == ""


def test_discs_say_whether_a_corner_or_events_are_there() -> None:
    picture = drawn(discs="100,100,20,0,0,1;300,100,20,1,0,1;500,100,20,0,0,0")
    assert [at(picture, Point(x, 100)) for x in (100, 300, 500)] == ["0B1F3A", "0B1F3A", "FFFFFF"]
    assert [at(picture, Point(x + 17, 100)) for x in (100, 300, 500)] == ["0B1F3A", "F5B82E", "FFFFFF"]


def test_a_route_runs_from_stop_to_stop_with_a_head_between_them() -> None:
    picture = drawn(routes="B9430E,100,500,400,500,800,500")
    row = [at(picture, Point(x, 500)) for x in range(100, 800)]
    assert row.count("B9430E") > 300 and row.count("FFFFFF") > 100
    assert at(picture, Point(245, 505)) == at(picture, Point(595, 505)) == "B9430E"
    assert at(picture, Point(445, 505)) == ""


def test_a_leader_runs_to_its_name() -> None:
    assert at(drawn(leaders="100,500,300,500"), Point(200, 500)) == "0B1F3A"
