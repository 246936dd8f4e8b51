"""The places of a programme with their events, and its routes, for the map page."""

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.base.model import Reach, Venue
from kiosk.events.venue_line import venue_line
from kiosk.map.geometry import Point
from kiosk.map.outline import is_near_country
from kiosk.map.projection import project
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.viewmodels.session import Session

MAX_ROUTES = 6
"""Routes on one map, the soonest first; more lines could not be told apart."""


class Place(NamedTuple):
    """A city or another venue of events; `position` is None for one that is not on the map of the country."""

    id: str
    name: str
    position: Point | None
    event_count: int
    has_corner: bool
    is_here: bool


class Route(NamedTuple):
    """An event that leads from place to place; `stops` are those that are on the map, in order."""

    event_id: str
    title: str
    description: str
    colour: str
    stops: tuple[Point, ...]


def list_places(session: Session) -> list[Place]:
    """The kiosk's own city, then places with events, the busiest first, then Corners without events."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    counts = {place.id: (place, count) for place, count in catalogue.places(session.now)}
    corners = [city_of(corner, catalogue) for corner in catalogue.corners()]
    for corner in corners:
        counts.setdefault(corner.id, (corner, 0))
    with_corner = {corner.id for corner in corners}
    own = catalogue.venue(session.settings.corner) if session.settings.corner else None
    here = city_of(own, catalogue).id if own else ""
    found = [
        Place(id, session.localise(place.name), _position(place), count, id in with_corner, id == here)
        for id, (place, count) in counts.items()
    ]
    return sorted(found, key=lambda place: not place.is_here)


def list_routes(session: Session) -> list[Route]:
    """The upcoming routes, the soonest first."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    return [
        Route(
            card.id,
            session.localise(card.title),
            venue_line(card.places, Reach.ROUTE, session, whole=True),
            session.theme(card.theme).colour,
            stops_on_map(card.places, catalogue),
        )
        for card in catalogue.cards(session.now, reach=Reach.ROUTE, limit=MAX_ROUTES)
    ]


def stops_on_map(venues: Iterable[Venue], catalogue: CombinedCatalogue) -> tuple[Point, ...]:
    """Where those of the venues are that the map of the country shows, else their cities, in order."""
    stops = (_position(venue) or _position(city_of(venue, catalogue)) for venue in venues)
    return tuple(stop for stop in stops if stop)


def city_of(venue: Venue, catalogue: CombinedCatalogue) -> Venue:
    """The city of a venue; the venue itself where the programme names none."""
    return catalogue.venue(venue.city) or venue


def _position(venue: Venue) -> Point | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    point = project(venue.latitude, venue.longitude)
    return point if is_near_country(point) else None
