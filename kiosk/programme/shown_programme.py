"""The programme on the screen: the current generation, read once and held in memory."""

from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from io import FileIO
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.events.event_source import EventSource
from kiosk.library.lease import Lease
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state_to_read
from kiosk.library.sealed_pack import SealedPack
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.store.catalogue import Catalogue
from kiosk.store.records import Generation, InstalledPack
from kiosk.store.storage_errors import storage_errors

_DATABASE = "events.sqlite"


@dataclass(frozen=True, slots=True)
class ShownProgramme:
    """One generation as visitors see it; immutable, a newer one needs another `open_library`.

    `packs` are all packs shown, in order of precedence; `catalogue` queries them as one programme. Their
    files are below `folder`. `floor` is the recorded time floor (UTC seconds). `damaged`: the current
    generation could not be read completely and another one, or a part, is shown instead; the staff should be
    told. `rollback_packs` are the packs of the generation one can roll back to, `newer_packs` those of the
    one that was rolled back from. While there is a `lease`, the files are kept for as long as this
    object is in use.
    """

    generation: int
    packs: tuple[InstalledPack, ...]
    catalogue: CombinedCatalogue
    folder: Path
    floor: int = 0
    damaged: bool = False
    rollback_packs: tuple[InstalledPack, ...] = ()
    newer_packs: tuple[InstalledPack, ...] = ()
    lease: Lease | None = None

    @property
    def updated(self) -> str:
        """The ISO date of the latest edit of any pack."""
        return max(pack.updated for pack in self.packs)

    @property
    def signed_at(self) -> int:
        """When the latest pack was signed, in UTC seconds."""
        return max(pack.signed_at for pack in self.packs)

    def pack(self, event: str) -> InstalledPack:
        """The pack of the event with that id; KeyError when there is none."""
        return self.packs[self.catalogue.catalogue_index(event)]

    def media_address(self, event: str, file: str) -> str:
        """The address of an event's file, for `media_path`: '7/<publisher>/media/run.jpg'.

        It contains the generation, so that no cached picture of an earlier one is used for it.
        """
        return f"{self.generation}/{self.pack(event).publisher}/{file}"

    def media_path(self, address: str) -> Path:
        """The path of the file with that `media_address`."""
        _, publisher, file = address.split("/", 2)
        return self.folder / publisher / "files" / file

    def open_media(self, address: str) -> FileIO:
        """Open the file with that `media_address` for reading; the OSErrors of `SealedPack.open`."""
        _, publisher, file = address.split("/", 2)
        paths = LibraryPaths(self.folder.parent.parent)
        return SealedPack.find(paths, self.folder.name, publisher).open(file)

    def with_lease(self) -> "ShownProgramme":
        """The same with a lease: its files are kept however many generations are installed meanwhile."""
        return self if self.lease else replace(self, lease=Lease(self.folder))

    def source(self, event: str) -> EventSource:
        """Where the event with that id comes from; KeyError when there is none."""
        pack = self.pack(event)
        return EventSource(pack.publisher, pack.version, pack.signed_at, pack.hosts)

    def may_link(self, event: str, url: str) -> bool:
        """Whether `url` may become a QR code of that event: each pack has its own hosts."""
        return self.source(event).may_link(url)


def open_library(folder: Path) -> ShownProgramme:
    """The programme that the library in `folder` shows; the state is recovered where needed and possible.

    A generation with a database that differs from the installed one is skipped for the one before it; when
    none is intact, the intact packs of the first are shown. Raises `KioskError` 'library.empty' when there
    is nothing valid, and those of `open_state`.
    """
    paths = LibraryPaths(folder.absolute())
    state = open_state_to_read(paths)
    if state is None:
        raise KioskError("library.empty")
    with state:
        generations, floor, chosen = state.generations(), state.time_floor(), state.shown_generations()
        newer = state.newer_generation()
    for intact_only in (True, False) if chosen else ():
        for generation in generations:
            folder = paths.generations / generation.folder
            packs_read = _read_intact_packs(paths, generation)
            if not packs_read or (intact_only and len(packs_read) < len(generation.packs)):
                continue
            packs, catalogues = zip(*packs_read, strict=True)
            damaged = not intact_only or generation != chosen[0]
            rollback_packs = chosen[1].packs if chosen[1:] else ()
            catalogue, newer_packs = CombinedCatalogue(catalogues), newer.packs if newer else ()
            return ShownProgramme(
                generation.id, packs, catalogue, folder, floor, damaged, rollback_packs, newer_packs
            )
    raise KioskError("library.empty")


def _read_intact_packs(paths: LibraryPaths, generation: Generation) -> list[tuple[InstalledPack, Catalogue]]:
    """The packs, with their catalogues, whose database is sealed and has the hash of the installed one."""
    found = []
    for pack in generation.packs:
        files = SealedPack.find(paths, generation.folder, pack.publisher)
        with suppress(KioskError):
            with storage_errors(), files.open(_DATABASE) as file:
                database = file.read()
            if sha256(database).hexdigest() == pack.sha256:
                found.append((pack, Catalogue(database)))
    return found
