"""Whole programmes at the limits of packs, and the kiosks that show them."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import strategies as st
from PIL import Image

from kiosk.base.model import ACCESS, Campaign, Event, Programme, Text, Theme, Venue, VenueKind
from kiosk.base.settings import Settings
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store.catalogue import Catalogue
from tests.appearance.generated.events import ICONS, PICTURES, events
from tests.appearance.generated.words import LANGUAGES, texts
from tests.clubs import COLOURS, database_of
from tests.unit.store.sample import HOST, ZONE
from tests.unit.viewmodels.sessions import PACK

SIZES = ("1920x1080", "1080x1920", "1280x1024", "1366x768", "1280x800", "3840x2160", "2160x3840")
OFTEN = SIZES[:5]
"""The largest two are the first two with twice as many pixels, and take four times as long to draw."""
CROWD = 3_000


class Kiosk(NamedTuple):
    """What is on the screen: a programme, settings, whether the clock is trusted; the size and language."""

    programme: Programme
    settings: Settings
    trusted: bool
    size: str
    language: str

    def __repr__(self) -> str:
        themes, events = len(self.programme.themes), len(self.programme.events)
        return f"<{self.size}, {self.language}, {themes} themes, {events} events>"


@st.composite
def kiosks(draw: st.DrawFn, *, crowded: bool = True) -> Kiosk:
    """A kiosk with a programme of 1 to 12 themes and 1 to 6 events; `crowded` are a few with thousands."""
    themes = draw(_themes())
    venues = draw(_venues())
    count = draw(st.sampled_from((1, 1, 2, 3, 6)))
    ids = [theme.id for theme in themes]
    made = [draw(events(ids, venues, number)) for number in range(count)]
    if crowded and draw(st.integers(0, 49)) == 49:
        made += [_neighbour(made[n % count], n) for n in range(CROWD)]
    title, tagline = (draw(texts(kind, languages=LANGUAGES)) for kind in ("title", "tagline"))
    campaign = Campaign("generated", title, tagline, "#Generated", ZONE, "2016-04-01", LANGUAGES)
    often = draw(st.integers(0, 9)) < 9
    return Kiosk(
        Programme(campaign, tuple(themes), tuple(venues), tuple(made)),
        draw(_settings()),
        draw(st.integers(0, 9)) < 9,
        draw(st.sampled_from(OFTEN if often else SIZES)),
        draw(st.sampled_from(LANGUAGES)),
    )


def _neighbour(event: Event, number: int) -> Event:
    """One of many events of which only cards are shown; with all words of thousands a pack is too large."""
    return replace(
        event, id=f"crowd-{number}", body={}, speakers=(), series=(), occurrences=event.occurrences[:4]
    )


def _settings() -> st.SearchStrategy[Settings]:
    return st.builds(
        lambda corner, hours, text, prints, name: Settings(
            corner=corner,
            corner_name=name,
            corner_hours=text,
            opening_hours="" if text else hours,
            visitor_prints=prints,
        ),
        st.sampled_from(("venue-0", "")),
        st.sampled_from(("", "Mo-Fr 10:00-21:00; Sa 10:00-16:00")),
        st.just({}) | texts("name", languages=LANGUAGES),
        st.sampled_from(("off", "on")),
        st.just({}) | texts("name", languages=LANGUAGES),
    )


@st.composite
def _themes(draw: st.DrawFn) -> list[Theme]:
    number = draw(st.sampled_from((1, 2, 3, 5, 6, 7, 12)))
    return [
        Theme(
            f"theme-{n}",
            *(draw(texts(kind, languages=LANGUAGES)) for kind in ("title", "tagline")),
            COLOURS[n % len(COLOURS)],
            ICONS[n % len(ICONS)],
        )
        for n in range(number)
    ]


PLACES = ((43.25, 76.95), (43.3, 77.1), (51.17, 71.43), (49.95, 82.6), (38.25, -85.76), (None, None))
"""Latitude and longitude of cities: two beside each other, two far away, one off the map, one unknown."""


@st.composite
def _venues(draw: st.DrawFn) -> list[Venue]:
    cities = [
        Venue(
            f"city-{n}",
            VenueKind.CITY,
            draw(texts("name", languages=LANGUAGES)),
            f"city-{n}",
            {},
            latitude,
            longitude,
        )
        for n, (latitude, longitude) in enumerate(PLACES)
    ]
    names: list[Text] = draw(st.lists(texts("name", languages=LANGUAGES), min_size=2, max_size=2))
    rooms = [
        Venue(
            f"venue-{n}",
            (VenueKind.CORNER, VenueKind.BUILDING)[n],
            name,
            f"city-{n}",
            draw(texts("address", optional=True, languages=LANGUAGES)),
            access=draw(st.sampled_from(((), ACCESS))),
        )
        for n, name in enumerate(names)
    ]
    return [*cities, *rooms]


def shown_programme(programme: Programme) -> ShownProgramme:
    """The programme as the window shows it, with pictures on the disk."""
    pack = replace(PACK, hosts=(HOST,), events=len(programme.events))
    catalogue = CombinedCatalogue((Catalogue(database_of(programme)),))
    return ShownProgramme(1, (pack,), catalogue, Path(_library().name) / "gen/1")


@cache
def _library() -> TemporaryDirectory[str]:
    """A library with the pictures, removed when the process ends."""
    folder = TemporaryDirectory()
    media = Path(folder.name) / "gen/1" / PACK.publisher / "files/media"
    media.mkdir(parents=True, mode=0o755)
    for name, size in PICTURES.items():
        Image.new("RGB", size, "#7A5200").save(media / name)
    return folder
