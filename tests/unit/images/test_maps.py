"""Drawing the map: the country, routes, leader lines and discs, each in place and colour."""

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


def draw_map(**more: str) -> Channels:
    return rgba(maps.draw("", BARE | more, QSize(WIDE, HIGH)))


def colour_at(picture: Channels, point: Point) -> str:
    """The colour of a pixel; '' where it is transparent."""
    red, green, blue, alpha = picture[round(point.y), round(point.x)]
    return f"{red:02X}{green:02X}{blue:02X}" if alpha else ""


def test_the_country_is_filled_and_its_surroundings_are_transparent() -> None:
    picture = draw_map()
    assert colour_at(picture, FRAME.to_screen(project(48, 67))) == "DDEFE6"
    assert colour_at(picture, FRAME.to_screen(project(42, 60))) == ""
    assert colour_at(picture, Point(2, 2)) == ""


def test_discs_show_corners_and_events() -> None:
    picture = draw_map(discs="100,100,20,0,0,1;300,100,20,1,0,1;500,100,20,0,0,0")
    assert [colour_at(picture, Point(x, 100)) for x in (100, 300, 500)] == ["0B1F3A", "0B1F3A", "FFFFFF"]
    assert [colour_at(picture, Point(x + 17, 100)) for x in (100, 300, 500)] == ["0B1F3A", "F5B82E", "FFFFFF"]


def test_a_route_has_an_arrowhead_between_its_stops() -> None:
    picture = draw_map(routes="B9430E,100,500,400,500,800,500")
    row = [colour_at(picture, Point(x, 500)) for x in range(100, 800)]
    assert row.count("B9430E") > 300 and row.count("FFFFFF") > 100
    assert colour_at(picture, Point(245, 505)) == colour_at(picture, Point(595, 505)) == "B9430E"
    assert colour_at(picture, Point(445, 505)) == ""


def test_a_leader_line_ends_at_its_label() -> None:
    assert colour_at(draw_map(leaders="100,500,300,500"), Point(200, 500)) == "0B1F3A"
