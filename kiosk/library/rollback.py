"""Rolls back to the previous generation and forward again; trust and accepted versions stay unchanged."""

from collections.abc import Callable
from pathlib import Path

from kiosk.base import cancellation
from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import SentenceId
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state_locked
from kiosk.library.sealed_pack import SealedPack
from kiosk.packs.zip_layout import DATABASE
from kiosk.store.records import Generation
from kiosk.store.state import State
from kiosk.store.state_file import state_shows_generation
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def roll_back(folder: Path, clock: Clock | None = None, reason: str = "staff") -> Generation:
    """Show the previous generation of the library in `folder` again and return it; `reason` is logged.

    Afterwards an older pack still cannot be installed, but the pack that was rolled back can. Raises
    `KioskError` 'library.nothing_before', 'library.previous_damaged', 'library.empty', 'library.busy',
    'library.storage', 'library.newer_program'.
    """
    return _switch(
        folder,
        clock,
        lambda state: next(iter(state.shown_generations()[1:]), None),
        lambda state, now: state.roll_back(now, reason),
        "library.previous_damaged",
    )


def roll_forward(folder: Path, clock: Clock | None = None) -> Generation:
    """Show the generation again that was rolled back from, and return it; the packs need not be there.

    Raises `KioskError` 'library.nothing_newer', 'library.newer_damaged', 'library.empty', 'library.busy',
    'library.storage', 'library.newer_program'.
    """
    return _switch(
        folder,
        clock,
        State.newer_generation,
        lambda state, now: state.roll_forward(now),
        "library.newer_damaged",
    )


def _switch(
    folder: Path,
    clock: Clock | None,
    choose: Callable[[State], Generation | None],
    commit: Callable[[State, int], Generation],
    damaged: SentenceId,
) -> Generation:
    """Make the generation of `choose` current by `commit`; KioskError `damaged` unless it is whole."""
    paths = LibraryPaths(folder.absolute())
    with storage_errors():
        if not paths.root.is_dir():
            raise KioskError("library.empty")
    with storage_errors(), hold_writer_lock(paths.root), open_state_locked(paths) as state:
        other = choose(state)
        if other and not _is_whole(paths, other):
            raise KioskError(damaged)
        cancellation.check()
        try:
            return commit(state, (clock or Clock.system()).effective(state.time_floor()))
        except KioskError:
            state.close()  # as in `install`, the state file decides whether the commit succeeded
            if not other or not state_shows_generation(paths.state, other.id):
                raise
            return other


def _is_whole(paths: LibraryPaths, generation: Generation) -> bool:
    """Whether the databases of a generation are those that were installed."""
    return all(
        SealedPack.find(paths, generation.folder, pack.publisher).matches(DATABASE, pack.length, pack.sha256)
        for pack in generation.packs
    )
