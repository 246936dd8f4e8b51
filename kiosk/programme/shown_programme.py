"""What the screens show: the programme of the current generation, read once and held in memory."""

from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.links import may_link
from kiosk.library.lease import Lease
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.store.catalogue import Catalogue
from kiosk.store.records import Generation, InstalledPack
from kiosk.store.storage_errors import storage_errors

_DATABASE = "events.sqlite"


@dataclass(frozen=True, slots=True)
class ShownProgramme:
    """One generation as visitors see it; it never changes, a newer one needs another `open_library`.

    `packs` are all that are shown, in order of precedence; `catalogue` asks them as one programme. Their
    files are below `folder`. `floor` is the latest time known to have passed (UTC seconds). `damaged` says
    that not all of the generation chosen could be read and another one, or a part, had to stand in:
    something the staff should hear of. `before` are the packs that one could go back to. While
    there is a `lease`, the files stay for as long as this is in use.
    """

    generation: int
    packs: tuple[InstalledPack, ...]
    catalogue: CombinedCatalogue
    folder: Path
    floor: int = 0
    damaged: bool = False
    rollback_packs: tuple[InstalledPack, ...] = ()
    lease: Lease | None = None

    @property
    def updated(self) -> str:
        """The ISO date of the newest edit of any pack."""
        return max(pack.updated for pack in self.packs)

    @property
    def signed_at(self) -> int:
        """When the newest of the packs was signed, in UTC seconds."""
        return max(pack.signed_at for pack in self.packs)

    def pack(self, event: str) -> InstalledPack:
        """The pack the event of that id is from; KeyError when there is none."""
        return self.packs[self.catalogue.catalogue_index(event)]

    def media_address(self, event: str, file: str) -> str:
        """What to ask `media` for to get the file that an event calls so: '7/<publisher>/media/run.jpg'.

        The generation stands in it so that no picture of one before can be taken for it.
        """
        return f"{self.generation}/{self.pack(event).publisher}/{file}"

    def media_path(self, address: str) -> Path:
        """Where the file of that `address` lies."""
        _, publisher, file = address.split("/", 2)
        return self.folder / publisher / "files" / file

    def with_lease(self) -> "ShownProgramme":
        """The same for a screen: its files stay however many programmes are installed meanwhile."""
        return self if self.lease else replace(self, lease=Lease(self.folder))

    def may_link(self, event: str, url: str) -> bool:
        """Whether `url` may become a QR code of that event: each pack has hosts of its own."""
        return may_link(url, self.pack(event).hosts)


def open_library(folder: Path) -> ShownProgramme:
    """What the library in `folder` shows, mended as far as needed and possible.

    A generation with a database that is not the one installed is passed over for the one before it; when
    none is whole, what is left of the first is shown. Raises `KioskError` 'library.empty' when there is
    nothing valid, and those of `open_state`.
    """
    places = LibraryPaths(folder.absolute())
    state = open_state(places)
    if state is None:
        raise KioskError("library.empty")
    with state:
        generations, floor, chosen = state.generations(), state.time_floor(), state.shown_generations()
    for whole in (True, False) if chosen else ():
        for generation in generations:
            folder = places.generations / generation.folder
            found = _read_intact_packs(places, generation)
            if not found or (whole and len(found) < len(generation.packs)):
                continue
            packs, catalogues = zip(*found, strict=True)
            damaged = not whole or generation != chosen[0]
            before = chosen[1].packs if chosen[1:] else ()
            return ShownProgramme(
                generation.id, packs, CombinedCatalogue(catalogues), folder, floor, damaged, before
            )
    raise KioskError("library.empty")


def _read_intact_packs(places: LibraryPaths, generation: Generation) -> list[tuple[InstalledPack, Catalogue]]:
    """The packs, with their catalogues, whose database is, byte for byte, what was installed."""
    found = []
    for pack in generation.packs:
        file = places.files(generation.folder, pack.publisher) / _DATABASE
        with suppress(KioskError):
            with storage_errors():
                database = file.read_bytes()
            if sha256(database).hexdigest() == pack.sha256:
                found.append((pack, Catalogue(database)))
    return found
