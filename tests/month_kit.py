"""A library whose packs say what takes place at the Corner, and looks at it at any time.

corner = CornerLibrary(tmp_path)
corner.install({"club": [meeting("2016-03-30T15:00/2016-03-30T16:00")]})
corner.look("2016-04-03T14:20").record()
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.model import Event, Occurrence, Reach, Status, Venue
from kiosk.base.settings import Settings
from kiosk.dates.bounds import parse_when
from kiosk.library.install import install
from kiosk.library.rollback import roll_back
from kiosk.programme.shown_programme import open_library
from kiosk.visits.month.record import Look
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit
from tests.packs_builder import SIGNED_AT, PackPublisher
from tests.unit.store.sample import ALMATY, ASTANA, CORNER, CORNERS, TALK, ZONE, at, text
from tests.unit.viewmodels.sessions import database_with_venues

Programmes = Mapping[str, Iterable[Occurrence]]
"""The occurrences of each event by its id."""


def meeting(
    edtf: str, status: Status = Status.SCHEDULED, venue: Venue | None = None, original: str = ""
) -> Occurrence:
    """An occurrence at that local time."""
    first = parse_when(original, ZONE) if original else None
    return Occurrence(parse_when(edtf, ZONE), status, venue, first)


def event(
    id: str,
    occurrences: Iterable[Occurrence],
    place: Venue = CORNER,
    reach: Reach = Reach.PLACES,
    theme: str = "friendship",
) -> Event:
    """An event at the Corner, without pictures."""
    return replace(
        TALK,
        id=id,
        theme=theme,
        title=text(id),
        places=(place,),
        reach=reach,
        occurrences=tuple(occurrences),
        registration=None,
        media=(),
    )


class CornerLibrary(LibraryKit):
    """The library of the Corner 'corner-almaty'."""

    def __init__(self, folder: Path, signed_at: int = SIGNED_AT) -> None:
        super().__init__(folder, PackPublisher(at=signed_at))
        self.settings = Settings(library=self.folder, corner=CORNER.id)
        self.settings_file = folder / "kiosk.toml"
        self.settings_file.write_text(f"library = '{self.folder}'\ncorner = '{CORNER.id}'\n")
        self.version = 0

    def install(self, programmes: Programmes, clock: Clock = DAY_AFTER_SIGNING) -> None:  # type: ignore[override]
        """Install the next pack, which has these occurrences at the Corner."""
        self.install_events([event(id, found) for id, found in programmes.items()], clock)

    def install_events(self, events: Iterable[Event], clock: Clock = DAY_AFTER_SIGNING) -> None:
        """Install the next pack, which has these events and one that has nothing to do with the Corner."""
        self.version += 1
        self.publisher.version = self.version
        elsewhere = event("elsewhere", [meeting("2016-03-05")], ASTANA)
        venues = (ALMATY, ASTANA, CORNER, CORNERS)
        self.publisher.files = {"events.sqlite": database_with_venues(venues, elsewhere, *events)}
        pack = self.publisher.pack(self.packs / f"{self.version}.kpack")
        install(self.folder, pack, clock=clock, reserve=0)

    def roll_back(self) -> None:
        """Show the pack before again."""
        roll_back(self.folder, DAY_AFTER_SIGNING)

    def look(self, local: str, *, trusted: bool = True, corner: str = CORNER.id) -> Look:
        """A look at a local time."""
        now = at(local)
        settings = replace(self.settings, corner=corner)
        return Look(settings, open_library(self.folder), now if trusted else None, now, is_rehearsed=False)

    def held(self, local: str) -> list[tuple[str, str]]:
        """Event and begin of what is recorded after a look at that time."""
        programmes, error = self.look(local).record()
        assert error is None
        return [(one.event, one.begin) for one in programmes]
