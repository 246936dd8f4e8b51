"""What belongs on the map and beside it: the places of a programme and the routes between them."""

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.base.model import Reach, Venue
from kiosk.events.venue_line import venue_line
from kiosk.map.geometry import Point
from kiosk.map.outline import is_near_country
from kiosk.map.projection import project
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.viewmodels.session import Session

MOST_ROUTES = 6
"""Lines on one map, the soonest first: more of them can no longer be told apart."""


class Place(NamedTuple):
    """A city, or where else events are; `at` is None for what lies on no map of the country."""

    id: str
    name: str
    at: Point | None
    events: int
    corner: bool
    here: bool


class Route(NamedTuple):
    """An event that goes from place to place; `stops` are those of them that are on the map, in order."""

    event: str
    title: str
    line: str
    colour: str
    stops: tuple[Point, ...]


def places(session: Session) -> list[Place]:
    """The kiosk's own city, those with events, the busiest first, then those with a Corner but no events."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    counted = {place.id: (place, events) for place, events in catalogue.places(session.now)}
    corners = [_town(corner, catalogue) for corner in catalogue.corners()]
    for corner in corners:
        counted.setdefault(corner.id, (corner, 0))
    with_corner = {corner.id for corner in corners}
    own = catalogue.venue(session.settings.corner) if session.settings.corner else None
    here = _town(own, catalogue).id if own else ""
    found = [
        Place(id, session.localise(place.name), _at(place), events, id in with_corner, id == here)
        for id, (place, events) in counted.items()
    ]
    return sorted(found, key=lambda place: not place.here)


def routes(session: Session) -> list[Route]:
    """The routes that are coming, the soonest first."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    return [
        Route(
            card.id,
            session.localise(card.title),
            venue_line(card.places, Reach.ROUTE, session, whole=True),
            session.theme(card.theme).colour,
            tuple(_on_map(_at(stop) or _at(_town(stop, catalogue)) for stop in card.places)),
        )
        for card in catalogue.cards(session.now, reach=Reach.ROUTE, limit=MOST_ROUTES)
    ]


def _town(venue: Venue, catalogue: CombinedCatalogue) -> Venue:
    """The city a venue stands in; itself where the programme names none."""
    return catalogue.venue(venue.city) or venue


def _at(venue: Venue) -> Point | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    point = project(venue.latitude, venue.longitude)
    return point if is_near_country(point) else None


def _on_map(stops: Iterable[Point | None]) -> Iterable[Point]:
    return (stop for stop in stops if stop)
