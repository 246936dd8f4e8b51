"""The codes of a programme: languages, audiences, levels, access, the kinds and states of things."""

from enum import StrEnum
from typing import Literal

Language = Literal["kk", "ru", "en"]
"""A language of the interface."""
Audience = Literal[
    "children",
    "students",
    "teachers",
    "entrepreneurs",
    "artists",
    "athletes",
    "professionals",
    "everyone",
]
AUDIENCES: tuple[Audience, ...] = (
    "children",
    "students",
    "teachers",
    "entrepreneurs",
    "artists",
    "athletes",
    "professionals",
    "everyone",
)
"""The codes of the audiences of events."""


Level = Literal["beginner", "intermediate", "advanced", "A1", "A2", "B1", "B2", "C1", "C2"]
"""The level that an event asks for: in words, or of a language (CEFR)."""
LEVELS: tuple[Level, ...] = ("beginner", "intermediate", "advanced", "A1", "A2", "B1", "B2", "C1", "C2")
Access = Literal["step_free", "lift", "toilet", "parking", "hearing_loop", "guide_dog"]
"""What makes a venue accessible; 'toilet' and 'parking' are those for people with disabilities."""
ACCESS: tuple[Access, ...] = ("step_free", "lift", "toilet", "parking", "hearing_loop", "guide_dog")


class Status(StrEnum):
    """Whether an occurrence takes place as announced."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    MOVED = "moved"
    FULL = "full"
    OVER = "over"


class Reach(StrEnum):
    """How an event's venues relate: separate places, stops of a route, or everywhere."""

    PLACES = "places"
    ROUTE = "route"
    EVERYWHERE = "everywhere"


class VenueKind(StrEnum):
    """The kind of a venue."""

    CORNER = "corner"
    CORNERS = "corners"
    BUILDING = "building"
    CITY = "city"
    COUNTRY = "country"


class MediaKind(StrEnum):
    """The kind of a media file."""

    PICTURE = "picture"
    VIDEO = "video"
