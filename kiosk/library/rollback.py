"""Goes back to the programme shown before; whom the library trusts, and since when, stays as it is."""

from pathlib import Path

from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.library.disk import holds
from kiosk.library.places import Places
from kiosk.library.recover import open_locked
from kiosk.store.failures import storage
from kiosk.store.lock import exclusive
from kiosk.store.records import Generation


def roll_back(folder: Path, clock: Clock | None = None, because: str = "staff") -> Generation:
    """Show the previous generation of the library in `folder` again, and return it; the log says `because`.

    An older pack still cannot be installed afterwards; the pack that was left can. Raises `KioskError`
    'library.nothing_before', 'library.previous_damaged', 'library.empty', 'library.busy',
    'library.storage', 'library.newer_program'.
    """
    places = Places(folder.absolute())
    with storage():
        if not places.root.is_dir():
            raise KioskError("library.empty")
    with storage(), exclusive(places.root), open_locked(places) as state:
        for generation in state.shown()[1:]:
            for pack in generation.packs:
                database = places.files(generation.folder, pack.publisher) / "events.sqlite"
                if not holds(database, pack.length, pack.sha256):
                    raise KioskError("library.previous_damaged")
        now = (clock or Clock.system()).effective(state.floor())
        return state.turn_back(now, because)
