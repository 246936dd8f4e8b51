"""What the screens show: the programme of the current generation, read once and held in memory."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.library.places import Places
from kiosk.library.recover import open_state
from kiosk.links import may_link
from kiosk.store.catalogue import Catalogue
from kiosk.store.failures import storage
from kiosk.store.records import Generation, InstalledPack

_DATABASE = "events.sqlite"


@dataclass(frozen=True, slots=True)
class Showing:
    """One generation as visitors see it; it never changes, a newer one needs another `open_library`.

    `packs` are all that are installed; the first is the one in `catalogue`, with its files in `folder`.
    `floor` is the latest time known to have passed (UTC seconds). `damaged` says that the generation chosen
    could not be read and another one had to stand in: something the staff should hear of.
    """

    generation: int
    packs: tuple[InstalledPack, ...]
    catalogue: Catalogue
    folder: Path
    floor: int = 0
    damaged: bool = False

    @property
    def updated(self) -> str:
        """The ISO date of the newest edit of any pack."""
        return max(pack.updated for pack in self.packs)

    @property
    def signed_at(self) -> int:
        """When the newest of the packs was signed, in UTC seconds."""
        return max(pack.signed_at for pack in self.packs)

    def media(self, file: str) -> Path:
        """Where the media file that the catalogue names so ('media/run.jpg') lies."""
        return self.folder / "files" / file

    def may_link(self, url: str) -> bool:
        """Whether `url` may become a QR code."""
        return may_link(url, self.packs[0].hosts)


def open_library(folder: Path) -> Showing:
    """What the library in `folder` shows, mended as far as needed and possible.

    A generation whose database is not the one installed is passed over for the one before it. Raises
    `KioskError` 'library.empty' when there is nothing valid, and those of `open_state`.
    """
    places = Places(folder.absolute())
    state = open_state(places)
    if state is None:
        raise KioskError("library.empty")
    with state:
        generations, floor, chosen = state.generations(), state.floor(), state.shown()
    if chosen:
        for generation in generations:
            if found := _read(places, generation):
                shown = generation.packs[0].publisher
                place = places.pack(generation.folder, shown)
                return Showing(generation.id, generation.packs, found, place, floor, generation != chosen[0])
    raise KioskError("library.empty")


def _read(places: Places, generation: Generation) -> Catalogue | None:
    """The catalogue of a generation, None when its database is not, byte for byte, what was installed."""
    if not generation.packs:
        return None
    pack = generation.packs[0]
    file = places.files(generation.folder, pack.publisher) / _DATABASE
    try:
        with storage():
            database = file.read_bytes()
        if sha256(database).hexdigest() != pack.sha256:
            return None
        return Catalogue(database)
    except KioskError:
        return None
