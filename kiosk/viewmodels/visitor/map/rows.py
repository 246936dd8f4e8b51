"""The rows of the map page: places and routes beside the map, names on it."""

from textwrap import wrap
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.map.pins import Pin
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.map.places import Place, Route

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

WIDEST = 24
"""Letters of a line on the map; a longer name has several lines."""


class PlaceRow(NamedTuple):
    """A row beside the map; `which` is the id of a place or, of a route, of its event."""

    which: str
    title: str
    line: str
    colour: str
    corner: bool
    here: bool
    empty: bool


@QmlElement
class PlaceRows(RecordModel):
    """One list beside the map."""

    record = PlaceRow


class TagRow(NamedTuple):
    """A name on the map, in pixels: where it is touched, and how large it is in the middle of that."""

    words: str
    label: str
    here: bool
    across: float
    down: float
    wide: float
    high: float
    nameWide: float
    nameHigh: float


@QmlElement
class TagRows(RecordModel):
    """The names on the map."""

    record = TagRow


def place_row(place: Place, session: Session) -> PlaceRow:
    """A place with its number of events, whether it has a Corner, whether it is here."""
    translator = session.translator
    facts = [
        translator.plural("screens.count.events", place.events)
        if place.events
        else translator.text("screens.map.none")
    ]
    if place.corner:
        facts.append(translator.text("screens.corner.default"))
    if place.here:
        facts.append(translator.text("screens.map.here"))
    return PlaceRow(place.id, place.name, " · ".join(facts), "", place.corner, place.here, not place.events)


def route_row(route: Route) -> PlaceRow:
    """A route with its stops."""
    return PlaceRow(route.event, route.title, route.line, route.colour, False, False, False)


def name_of(places: list[Place], session: Session) -> str:
    """What is written on the map: a place and its events, or the first of several; and which one is here."""
    first, *others = places
    name = f"{first.name} · {first.events}" if first.events else first.name
    if others:
        name = session.translator.plural("screens.map.several", len(others), name=first.name)
    lines = wrap(name, WIDEST)
    if any(place.here for place in places):
        lines.append(session.translator.text("screens.map.here"))
    return "\n".join(lines)


def tag_row(pin: Pin, places: list[Place], session: Session) -> TagRow:
    """A name on the map, and what it is called to those who do not see it."""
    rows = [place_row(place, session) for place in places]
    name, touch = pin.label, pin.touch_box
    return TagRow(
        name_of(places, session),
        "; ".join(f"{row.title} · {row.line}" for row in rows),
        any(place.here for place in places),
        touch.left,
        touch.top,
        touch.right - touch.left,
        touch.bottom - touch.top,
        name.right - name.left,
        name.bottom - name.top,
    )
