"""A Corner's publisher beside the publisher of a library, for tests of two publishers."""

from dataclasses import replace
from pathlib import Path

from kiosk.base.model import Occurrence
from kiosk.library.trust.trusted_roots import TrustedRoot, add_root, read_trusted_roots
from kiosk.packs.publisher import RIGHTS_FIELD, Publisher
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, make_picture, prepare_edition
from tests.packs_builder import SIGNED_AT, PackPublisher
from tests.unit.store.sample import ALMATY, APRIL_9, CORNER, PICTURE, TALK
from tests.unit.viewmodels.sessions import database_with_venues

CHESS = replace(TALK, id="chess", theme="innovation", places=(CORNER,), occurrences=(Occurrence(APRIL_9),))
CORNER_PUBLISHER = Publisher(
    "room", "The Room", ("room.example.org",), ("corner-almaty",), ("innovation",), 10
)
GREEDY = replace(
    CORNER_PUBLISHER, hosts=("room.example.org", "evil.example"), venues=("*",), themes=("*",), rank=0
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


def claim(kit: LibraryKit, rights: Publisher) -> None:
    """The publisher's next root metadata gives it these rights."""
    kit.publisher.rotate_keys(
        edit=lambda root: root.unrecognized_fields.update({RIGHTS_FIELD: rights.to_fields()})
    )


def trusted_room(kit: LibraryKit) -> TrustedRoot:
    """The Corner's publisher as this library lists it."""
    return next(root for root in read_trusted_roots(kit.folder) if root.publisher == "room")
