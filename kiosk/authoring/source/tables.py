"""The tables of a source folder and the types of their fields (ADR 4)."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kiosk.authoring.source.field_types import (
    AccessCode,
    AgeRange,
    Audience,
    CityId,
    Colour,
    Corner,
    Email,
    File,
    Hashtag,
    Host,
    Icon,
    Language,
    LevelCode,
    Link,
    MediaKindName,
    OnlineLink,
    Phone,
    PriceRange,
    ReachName,
    Repeats,
    Slug,
    Spoken,
    StatusName,
    ThemeId,
    Time,
    Unique,
    VenueId,
    VenueKindName,
    Zone,
    rule_error,
    text_rule,
)
from kiosk.base import limits
from kiosk.base.model import Reach, Status

Number = Annotated[int, Field(ge=1, le=1_000_000)]
Title = dict[str, Annotated[str, text_rule("title")]]
Tagline = dict[str, Annotated[str, text_rule("tagline")]]
Summary = dict[str, Annotated[str, text_rule("summary")]]
Body = dict[str, Annotated[str, text_rule("body")]]
AudienceNote = dict[str, Annotated[str, text_rule("audience_note")]]
PriceNote = dict[str, Annotated[str, text_rule("price_note")]]
Name = dict[str, Annotated[str, text_rule("name")]]
Address = dict[str, Annotated[str, text_rule("address")]]
Organiser = dict[str, Annotated[str, text_rule("organiser")]]
About = dict[str, Annotated[str, text_rule("about")]]
Alt = dict[str, Annotated[str, text_rule("alt")]]


class SourceTable(BaseModel):
    """A table that rejects unknown fields and values of another type.

    Lists and tables by default come from factories: pydantic would copy others anew for each event.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PackTable(SourceTable):
    """pack.toml."""

    base: str = ""
    id: Slug
    version: Annotated[int, Field(ge=1, le=2_147_483_647)]
    updated: date
    languages: Annotated[list[Language], Field(min_length=1, max_length=limits.LANGUAGES), Unique]
    zone: Zone
    hashtag: Hashtag
    hosts: Annotated[list[Host], Field(max_length=limits.HOSTS), Unique] = Field(default_factory=list)
    page: Link = ""
    corners: Annotated[list[Corner], Field(min_length=1, max_length=limits.CORNERS), Unique] = ["*"]
    title: Title
    tagline: Tagline


class ThemeTable(SourceTable):
    """A table of themes.toml."""

    colour: Colour
    icon: Icon
    title: Title
    tagline: Tagline


class VenueTable(SourceTable):
    """A table of venues.toml."""

    kind: VenueKindName
    city: CityId = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    name: Name
    address: Address = Field(default_factory=dict)
    access: Annotated[list[AccessCode], Unique] = Field(default_factory=list)


class OccurrenceTable(SourceTable):
    """An occurrence of an event."""

    when: Time
    venue: VenueId = ""
    status: StatusName = Status.SCHEDULED
    original: Time | None = None


class ChangeTable(SourceTable):
    """What is otherwise on one date of a series: cancelled or full, at another time, at another venue."""

    date: date
    when: Time | None = None
    venue: VenueId = ""
    status: StatusName = Status.SCHEDULED


class SpeakerTable(SourceTable):
    """A person who speaks at an event."""

    name: Name
    about: About = Field(default_factory=dict)


class RegistrationTable(SourceTable):
    """The registration for an event."""

    url: Link
    opens: Time | None = None
    closes: Time | None = None
    places: Number | None = None
    waiting_list: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens and self.closes and self.opens.earliest > self.closes.latest:
            raise rule_error("registration_order", self.closes.edtf)
        return self


class ContactTable(SourceTable):
    """The contact of an event."""

    name: Name = Field(default_factory=dict)
    phone: Phone = ""
    email: Email = ""
    url: Link = ""


Fraction = Annotated[float, Field(ge=0, le=1)]


class MediaTable(SourceTable):
    """A picture or video; `cross_checks.check_media` says which fields each may have."""

    kind: MediaKindName
    file: File
    poster: File = ""
    url: Link = ""
    captions: dict[Language, File] = Field(default_factory=dict)
    focus: Annotated[list[Fraction], Field(min_length=2, max_length=2)] = Field(default_factory=list)
    alt: Alt


class EventTable(SourceTable):
    """A file of the folder events."""

    theme: ThemeId
    icon: Icon
    when: Time | None = None
    status: StatusName = Status.SCHEDULED
    original: Time | None = None
    every: Repeats | None = None
    first: date | None = None
    until: date | None = None
    left_out: Annotated[list[date], Unique] = Field(default_factory=list, alias="except")
    change: list[ChangeTable] = Field(default_factory=list)
    occurrence: Annotated[list[OccurrenceTable], Field(min_length=1)] | None = None
    reach: ReachName = Reach.PLACES
    places: Annotated[list[VenueId], Field(max_length=100)] = Field(default_factory=list)
    audience: Annotated[list[Audience], Unique] = Field(default_factory=list)
    spoken: Annotated[list[Spoken], Field(max_length=20), Unique] = Field(default_factory=list)
    free: bool | None = None
    price: PriceRange | None = None
    age: AgeRange | None = None
    level: Annotated[list[LevelCode], Unique] = Field(default_factory=list)
    online: OnlineLink = ""
    organiser: Organiser = Field(default_factory=dict)
    speaker: Annotated[list[SpeakerTable], Field(max_length=20)] = Field(default_factory=list)
    languages: Annotated[list[Language], Field(min_length=1), Unique] | None = None
    hashtags: Annotated[list[Hashtag], Field(max_length=20), Unique] = Field(default_factory=list)
    source: Link = ""
    title: Title
    summary: Summary = Field(default_factory=dict)
    body: Body = Field(default_factory=dict)
    audience_note: AudienceNote = Field(default_factory=dict)
    price_note: PriceNote = Field(default_factory=dict)
    registration: RegistrationTable | None = None
    contact: ContactTable | None = None
    media: Annotated[list[MediaTable], Field(max_length=20)] = Field(default_factory=list)
