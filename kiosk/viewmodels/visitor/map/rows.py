"""Rows of the map page: places and routes beside the map, labels on it."""

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.typography.rules import JOINER, NO_BREAK
from kiosk.typography.typeset import typeset
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

if TYPE_CHECKING:
    from kiosk.map.pins import Pin
    from kiosk.viewmodels.visitor.map.places import Place, Route

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MAX_LINE_LENGTH = 24
"""Characters in a line of a label; longer names are wrapped."""


class PlaceRow(NamedTuple):
    """A place or route beside the map; `targetId` is the id of the place, or of the event of the route."""

    targetId: str
    title: str
    description: str
    colour: str
    hasCorner: bool
    isHere: bool
    isEmpty: bool


@QmlElement
class PlaceRows(RecordModel):
    """One list beside the map."""

    record = PlaceRow


class LabelRow(NamedTuple):
    """A label on the map, in pixels: its touch box, and the size of the visible part in the middle of it."""

    text: str
    label: str
    isHere: bool
    touchX: float
    touchY: float
    touchWidth: float
    touchHeight: float
    visibleWidth: float
    visibleHeight: float


@QmlElement
class LabelRows(RecordModel):
    """The labels on the map."""

    record = LabelRow


def place_row(place: "Place", session: Session) -> PlaceRow:
    """The row of a place: its number of events, whether it has a Corner, whether it is the kiosk's own."""
    translator = session.translator
    facts = [
        translator.plural("screens.count.events", place.event_count)
        if place.event_count
        else translator.text("screens.map.none")
    ]
    if place.has_corner:
        facts.append(translator.text("screens.corner.default"))
    if place.is_here:
        facts.append(translator.text("screens.map.here"))
    return PlaceRow(
        targetId=place.id,
        title=place.name,
        description=" · ".join(facts),
        colour="",
        hasCorner=place.has_corner,
        isHere=place.is_here,
        isEmpty=not place.event_count,
    )


def route_row(route: "Route") -> PlaceRow:
    """The row of a route with its stops."""
    return PlaceRow(route.event_id, route.title, route.description, route.colour, False, False, False)


def pin_text(places: "list[Place]", session: Session) -> str:
    """The text of a label: the place and its events, or the first of several; and whether it is here."""
    first, *others = places
    name = f"{first.name} · {first.event_count}" if first.event_count else first.name
    if others:
        name = session.translator.plural("screens.map.several", len(others), name=first.name)
    lines = _wrap(name, session.language)
    if any(place.is_here for place in places):
        lines.append(session.translator.text("screens.map.here"))
    return "\n".join(lines)


def _wrap(name: str, language: str) -> list[str]:
    """The lines of a name, which end where those of its typeset form may; the label typesets them again."""
    lines = wrap(typeset(name, language), MAX_LINE_LENGTH)
    return [line.replace(NO_BREAK, " ").replace(JOINER, "") for line in lines]


def label_row(pin: "Pin", places: "list[Place]", session: Session) -> LabelRow:
    """The label of a pin with its accessible name."""
    rows = [place_row(place, session) for place in places]
    name, touch = pin.label, pin.touch_box
    return LabelRow(
        pin_text(places, session),
        "; ".join(f"{row.title} · {row.description}" for row in rows),
        any(place.is_here for place in places),
        touch.left,
        touch.top,
        touch.right - touch.left,
        touch.bottom - touch.top,
        name.right - name.left,
        name.bottom - name.top,
    )
