"""What a programme is: the plain, frozen records every layer speaks in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Text = Mapping[str, str]
"""Words by BCP 47 language code ('en', 'kk', 'ru'); a language may be missing, none is empty."""

AUDIENCES = (
    "children",
    "students",
    "teachers",
    "entrepreneurs",
    "artists",
    "athletes",
    "professionals",
    "everyone",
)
"""The codes of the people an event can be for."""


class Status(StrEnum):
    """Whether an occurrence takes place as announced."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    MOVED = "moved"
    FULL = "full"
    OVER = "over"


class Reach(StrEnum):
    """How an event's places belong together."""

    PLACES = "places"
    ROUTE = "route"
    EVERYWHERE = "everywhere"


class VenueKind(StrEnum):
    """What sort of place a venue is."""

    CORNER = "corner"
    CORNERS = "corners"
    BUILDING = "building"
    CITY = "city"
    COUNTRY = "country"


class MediaKind(StrEnum):
    """What a media file is."""

    PICTURE = "picture"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class When:
    """A time as precisely as it is known.

    `edtf` is the written form (EDTF, ISO 8601-2, with ISO 8601-1 local times; ADR 3), read in the IANA
    zone `zone`. `earliest` and `latest` are its bounds in whole seconds of UTC since 1970, both inclusive.
    """

    edtf: str
    zone: str
    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on earth; `city` is the id of the city it stands in (a city names itself), '' for none."""

    id: str
    kind: VenueKind
    name: Text
    city: str = ""
    address: Text = field(default_factory=dict)
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an event takes place; `venue` is None when the event's places say it all.

    `original` is the time first announced, for an occurrence that was moved.
    """

    when: When
    status: Status = Status.SCHEDULED
    venue: Venue | None = None
    original: When | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """Where and until when a visitor can register; `places` is the number of seats, None for unknown."""

    url: str
    opens: When | None = None
    closes: When | None = None
    places: int | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about an event; any part may be ''."""

    name: Text = field(default_factory=dict)
    phone: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said in a video from `start` until before `end`, in milliseconds."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Media:
    """A file that belongs to an event; `file` is its name in the pack, sizes are in pixels and seconds.

    Of a video, `poster` is the file shown in its place while it does not play, `url` is where it can be seen
    outside the kiosk ('' for nowhere), `captions` are by language and in order of time.
    """

    kind: MediaKind
    file: str
    width: int
    height: int
    alt: Text
    poster: str = ""
    duration: int = 0
    url: str = ""
    captions: Mapping[str, tuple[Caption, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Price:
    """What taking part costs; `free` None means the programme does not say."""

    free: bool | None = None
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the programme's themes; `colour` is '#RRGGBB', `events` how many events it holds."""

    id: str
    title: Text
    tagline: Text
    colour: str
    icon: str
    events: int = 0


@dataclass(frozen=True, slots=True)
class Campaign:
    """What the whole programme is called; `updated` is the ISO date of its last edit ('2016-04-01').

    `page` is where all of it can be read outside the kiosk, '' for nowhere.
    """

    id: str
    title: Text
    tagline: Text
    hashtag: str
    zone: str
    updated: str
    languages: tuple[str, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An event as lists show it; `occurrence` is the one that matters at the moment asked about."""

    id: str
    theme: str
    icon: str
    title: Text
    summary: Text
    reach: Reach
    places: tuple[Venue, ...]
    occurrence: Occurrence
    registration: Registration | None = None
    picture: Media | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Everything known about one event."""

    id: str
    theme: str
    icon: str
    title: Text
    summary: Text
    body: Text
    occurrences: tuple[Occurrence, ...]
    places: tuple[Venue, ...] = ()
    reach: Reach = Reach.PLACES
    audience: tuple[str, ...] = ()
    audience_note: Text = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    price: Price = field(default_factory=Price)
    hashtags: tuple[str, ...] = ()
    registration: Registration | None = None
    contact: Contact | None = None
    media: tuple[Media, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme in memory, as an author writes it: what goes into a pack's database."""

    campaign: Campaign
    themes: tuple[Theme, ...]
    venues: tuple[Venue, ...]
    events: tuple[Event, ...]
