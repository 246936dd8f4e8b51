"""Rolls back to the previous generation; trusted publishers and accepted versions stay unchanged."""

from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.durable_files import file_matches
from kiosk.base.errors import KioskError
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state_locked
from kiosk.store.records import Generation
from kiosk.store.state_file import state_shows_generation
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def roll_back(folder: Path, clock: Clock | None = None, reason: str = "staff") -> Generation:
    """Show the previous generation of the library in `folder` again and return it; `reason` is logged.

    Afterwards an older pack still cannot be installed, but the pack that was rolled back can. Raises
    `KioskError` 'library.nothing_before', 'library.previous_damaged', 'library.empty', 'library.busy',
    'library.storage', 'library.newer_program'.
    """
    paths = LibraryPaths(folder.absolute())
    with storage_errors():
        if not paths.root.is_dir():
            raise KioskError("library.empty")
    with storage_errors(), hold_writer_lock(paths.root), open_state_locked(paths) as state:
        previous = state.shown_generations()[1:]
        for generation in previous:
            for pack in generation.packs:
                database = paths.files(generation.folder, pack.publisher) / "events.sqlite"
                if not file_matches(database, pack.length, pack.sha256):
                    raise KioskError("library.previous_damaged")
        now = (clock or Clock.system()).effective(state.time_floor())
        try:
            return state.roll_back(now, reason)
        except KioskError:
            state.close()  # as in `install`, the state file decides whether the commit succeeded
            if not previous or not state_shows_generation(paths.state, previous[0].id):
                raise
            return previous[0]
