"""A Corner's publisher beside the publisher of a library, for tests of two publishers."""

from dataclasses import replace
from pathlib import Path

from kiosk.base.model import Occurrence
from kiosk.library.trust.trusted_roots import add_root
from kiosk.packs.publisher import Publisher
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, make_picture, prepare_edition
from tests.packs_builder import SIGNED_AT, PackPublisher
from tests.unit.store.sample import ALMATY, APRIL_9, CORNER, PICTURE, TALK
from tests.unit.viewmodels.sessions import database_with_venues

CHESS = replace(TALK, id="chess", theme="innovation", places=(CORNER,), occurrences=(Occurrence(APRIL_9),))
CORNER_PUBLISHER = Publisher(
    "room", "The Room", ("room.example.org",), ("corner-almaty",), ("innovation",), 10
)

VENUES = (ALMATY, CORNER)


class CornerKit(LibraryKit):
    """A Corner's publisher with two events; one has the id of an event of the country's publisher."""

    def __init__(
        self,
        folder: Path,
        beside: LibraryKit,
        publisher: Publisher = CORNER_PUBLISHER,
        at: int = SIGNED_AT,
    ) -> None:
        super().__init__(folder / "room", PackPublisher(publisher, at))
        self.folder = beside.folder
        add_root(self.folder, self.packs / "root.json")

    def pack(self, version: int) -> Path:
        prepare_edition(self.publisher, version)
        self.publisher.change_manifest(hosts=("room.example.org",))
        events = (CHESS, replace(CHESS, id="code", registration=None, media=()))
        self.publisher.files |= {
            "events.sqlite": database_with_venues(VENUES, *events),
            PICTURE: make_picture(200 + version),
        }
        return self.publisher.pack(self.packs / f"{version}.kpack")


def shown_versions(kit: LibraryKit) -> list[tuple[str, int]]:
    """Return the shown packs by publisher and version."""
    return [(pack.publisher, pack.version) for pack in open_library(kit.folder).packs]
