"""The records of a programme: plain, frozen data classes that every layer uses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.base.model.codes import Access, Language, Level, MediaKind, Reach, Status, VenueKind

Text = Mapping[str, str]
"""A text by BCP 47 language code ('en', 'kk', 'ru'); a language may be missing, no value is empty."""


@dataclass(frozen=True, slots=True)
class When:
    """A time or span, as precise as it is known.

    `edtf` is the written form (EDTF, ISO 8601-2, with ISO 8601-1 local times; ADR 3) in the IANA zone
    `zone`. `earliest` and `latest` are its bounds in whole seconds of UTC since 1970, both inclusive.
    """

    edtf: str
    zone: str
    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue; `city` is the id of the city it lies in (a city has its own id there), '' for none."""

    id: str
    kind: VenueKind
    name: Text
    city: str = ""
    address: Text = field(default_factory=dict)
    latitude: float | None = None
    longitude: float | None = None
    access: tuple[Access, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date and time of an event; `venue` is None when the event's `places` apply.

    `original` is the time first announced, for an occurrence that was moved.
    """

    when: When
    status: Status = Status.SCHEDULED
    venue: Venue | None = None
    original: When | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A rule by which an event is repeated (ADR 20); its dates are occurrences of the event as well.

    `rule` is a RRULE (RFC 5545, 3.3.10) of the profile in `kiosk.dates.recurrence`, without an end. `begins`
    and `ends` are local times 'HH:MM' of each date, '' for unknown. `first` and `until` are the ISO dates
    between which the rule applies, both inclusive; `left_out` are the ISO dates on which it does not.
    """

    rule: str
    first: str
    until: str
    begins: str = ""
    ends: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registration:
    """The URL for registration and when it is open; `places` is the number of seats, None for unknown.

    With a `waiting_list` visitors register even when an occurrence is full.
    """

    url: str
    opens: When | None = None
    closes: When | None = None
    places: int | None = None
    waiting_list: bool = False


@dataclass(frozen=True, slots=True)
class Online:
    """How to take part from elsewhere: the `url` of the meeting, '' when it is told after registration."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person who speaks at an event, and a line `about` the person."""

    name: Text
    about: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages that an event is for, in years, both inclusive; None for no limit."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """The contact for an event; any part may be ''."""

    name: Text = field(default_factory=dict)
    phone: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption of a video, shown from `start` until before `end`, in milliseconds."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Media:
    """A media file of an event; `file` is its name in the pack, sizes are in pixels and seconds.

    For a video, `poster` is the picture shown while it does not play, `url` is where it can be watched
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
class Amount:
    """An amount of money, or a range, in whole units of `currency` (ISO 4217)."""

    least: int
    most: int
    currency: str


@dataclass(frozen=True, slots=True)
class Price:
    """The price of taking part; `free` is None when the programme does not say."""

    free: bool | None = None
    note: Text = field(default_factory=dict)
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the programme; `colour` is '#RRGGBB', `events` the number of its events."""

    id: str
    title: Text
    tagline: Text
    colour: str
    icon: str
    events: int = 0


@dataclass(frozen=True, slots=True)
class Campaign:
    """The title and basic data of the programme; `updated` is the ISO date of its last edit ('2016-04-01').

    `page` is the URL of the whole programme outside the kiosk, '' for none.
    """

    id: str
    title: Text
    tagline: Text
    hashtag: str
    zone: str
    updated: str
    languages: tuple[Language, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An event as lists show it; `occurrence` is the current one at the time of the query."""

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
    series: tuple[Series, ...] = ()
    is_online: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An event with everything known about it."""

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
    series: tuple[Series, ...] = ()
    online: Online | None = None
    ages: Ages | None = None
    levels: tuple[Level, ...] = ()
    organiser: Text = field(default_factory=dict)
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme as an author writes it: the content of a pack's database."""

    campaign: Campaign
    themes: tuple[Theme, ...]
    venues: tuple[Venue, ...]
    events: tuple[Event, ...]
