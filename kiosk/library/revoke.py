"""Revokes a publisher: removes its packs and its root metadata, keeps those of others (ADR 9)."""

import tempfile
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.durable_files import link_tree, remove_path, sync_folder
from kiosk.base.errors import KioskError
from kiosk.library.library_paths import STAGING_PREFIX, LibraryPaths, new_generation_name
from kiosk.library.recovery import open_state_locked
from kiosk.library.staging import promote_staging
from kiosk.library.trust.trusted_publishers import trusted_publisher_ids
from kiosk.store.records import Generation, InstalledPack
from kiosk.store.state import State
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def revoke(folder: Path, publisher: str, clock: Clock | None = None) -> tuple[InstalledPack, ...]:
    """Stop trusting `publisher` and showing its packs; return the packs that were removed from the screen.

    One transaction removes them, then the root metadata is deleted: if the machine stops in between, call
    this again to finish. Raises `KioskError` 'library.not_trusted', 'library.busy', 'library.full',
    'library.storage', 'library.newer_program'.
    """
    paths = LibraryPaths(folder.absolute())
    with storage_errors():
        publisher_ids = trusted_publisher_ids(paths)
    if publisher not in publisher_ids:
        raise KioskError("library.not_trusted", publisher=publisher, known=", ".join(publisher_ids) or "–")
    with storage_errors(), hold_writer_lock(paths.root), open_state_locked(paths) as state:
        shown = state.shown_generations()[:1]
        removed = tuple(
            pack for generation in shown for pack in generation.packs if pack.publisher == publisher
        )
        now = (clock or Clock.system()).effective(state.time_floor())
        remaining = _generation_without(paths, state, shown[0], publisher, now) if removed else None
        state.revoke(publisher, remaining, now)
        remove_path(paths.grant(publisher))
        paths.root_metadata(publisher).unlink()
        sync_folder(paths.roots)
    return removed


def _generation_without(
    paths: LibraryPaths, state: State, shown: Generation, publisher: str, now: int
) -> Generation | None:
    """Create a generation with the other packs of the one shown; None if there are no others."""
    packs = tuple(pack for pack in shown.packs if pack.publisher != publisher)
    if not packs:
        return None
    number = state.next_generation_id()
    remaining = Generation(number, new_generation_name(number), now, packs)
    staging = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=paths.generations))
    for pack in packs:
        link_tree(paths.pack(shown.folder, pack.publisher), staging / pack.publisher)
    promote_staging(staging, paths, remaining.folder)
    return remaining
