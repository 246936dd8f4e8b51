"""Takes back the trust in a publisher: what came from it is shown no more, the rest stays (ADR 9)."""

import tempfile
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.durable_files import link_tree, sync_folder
from kiosk.base.errors import KioskError
from kiosk.library.library_paths import STAGING_PREFIX, LibraryPaths, new_generation_name
from kiosk.library.recovery import open_locked
from kiosk.library.staging import promote_staging
from kiosk.library.trusted_roots import trusted_publisher_ids
from kiosk.store.records import Generation, InstalledPack
from kiosk.store.state import State
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def revoke(folder: Path, publisher: str, clock: Clock | None = None) -> tuple[InstalledPack, ...]:
    """Take no more packs of `publisher`, and show none; the packs that have gone from the screen.

    They go in one transaction, the root metadata after it: should the machine stop in between, doing it again
    finishes it. Raises `KioskError` 'library.not_trusted', 'library.busy', 'library.full', 'library.storage',
    'library.newer_program'.
    """
    places = LibraryPaths(folder.absolute())
    with storage_errors():
        names = trusted_publisher_ids(places)
    if publisher not in names:
        raise KioskError("library.not_trusted", publisher=publisher, known=", ".join(names) or "–")
    with storage_errors(), hold_writer_lock(places.root), open_locked(places) as state:
        shown = state.shown_generations()[:1]
        gone = tuple(pack for one in shown for pack in one.packs if pack.publisher == publisher)
        now = (clock or Clock.system()).effective(state.time_floor())
        rest = _generation_without(places, state, shown[0], publisher, now) if gone else None
        state.revoke(publisher, rest, now)
        places.root_metadata(publisher).unlink()
        sync_folder(places.roots)
    return gone


def _generation_without(
    places: LibraryPaths, state: State, shown: Generation, publisher: str, now: int
) -> Generation | None:
    """A new generation with the other packs of the one shown; None when there are no others."""
    packs = tuple(pack for pack in shown.packs if pack.publisher != publisher)
    if not packs:
        return None
    number = state.next_generation_id()
    rest = Generation(number, new_generation_name(number), now, packs)
    stage = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=places.generations))
    for pack in packs:
        link_tree(places.pack(shown.folder, pack.publisher), stage / pack.publisher)
    promote_staging(stage, places, rest.folder)
    return rest
