"""Opens the library's state, mends it when it is lost, and clears away what no state names (ADR 5)."""

from contextlib import closing
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.durable_files import remove_path, sync_folder
from kiosk.base.errors import KioskError
from kiosk.library.lease import is_leased
from kiosk.library.library_paths import LibraryPaths
from kiosk.store.database_file import quarantine_file, quarantine_path
from kiosk.store.pin_store import PinStore
from kiosk.store.records import Generation, TrustedPack
from kiosk.store.state import State
from kiosk.store.state_file import StateDamaged, create_state
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def open_state(places: LibraryPaths) -> State | None:
    """The state of a library that may be empty (None) or need mending; what nothing names is cleared away.

    Raises `KioskError` 'library.newer_program', 'library.storage', 'library.full', and 'library.busy' when
    the state needs mending while an installation is running.
    """
    try:
        state = State(places.state)
    except StateDamaged:
        if not places.generation_names() and not places.state.exists():
            return None
        with hold_writer_lock(places.root):
            state = open_locked(places)
        return state
    try:
        if _unreferenced_folders(places, state):
            with hold_writer_lock(places.root):
                remove_unreferenced(places, state)
    except (KioskError, OSError):
        pass  # an installation is running, or the disk cannot be written to: this can wait
    return state


def open_locked(places: LibraryPaths) -> State:
    """The state for somebody who holds the lock: made or mended when needed, and nothing lies about."""
    with storage_errors():
        places.generations.mkdir(parents=True, exist_ok=True)
    try:
        state = State(places.state)
    except StateDamaged:
        with storage_errors():
            _rebuild_state(places)
        state = State(places.state)
    try:
        with storage_errors():
            remove_unreferenced(places, state)
    except BaseException:
        state.close()
        raise
    return state


def remove_unreferenced(places: LibraryPaths, state: State) -> None:
    """Remove what an interrupted installation left and nobody looks at; only for the holder of the lock."""
    for leftover in _unreferenced_folders(places, state):
        remove_path(leftover)


def _unreferenced_folders(places: LibraryPaths, state: State) -> list[Path]:
    named = state.folders()
    if not places.generations.is_dir():
        return []
    return [path for path in places.generations.iterdir() if path.name not in named and not is_leased(path)]


def _rebuild_state(places: LibraryPaths) -> None:
    """Write a new state from the generations that verify; none is removed, the old state is kept.

    Where there was a state before, there may have been a PIN: the new one knows that it has lost it.
    """
    generations = _scan_generations(places)
    sound = [generation for generation in generations if generation.packs]
    new = places.root / ".state.new"
    for leftover in (new, places.root / ".state.new-journal"):
        leftover.unlink(missing_ok=True)
    create_state(new)
    with State(new) as state:
        state.rebuild(generations, sound[::-1][:2], _newest_packs(sound), Clock.system().now())
    if generations or places.state.exists() or quarantine_path(places.state).exists():
        with closing(PinStore(new)) as pins:
            pins.forget_pin()
    quarantine_file(places.state)
    new.replace(places.state)
    sync_folder(places.root)


def _scan_generations(places: LibraryPaths) -> list[Generation]:
    if not places.generation_names():
        return []
    from kiosk.library.generation_scan import (
        scan_generations,  # brings in python-tuf, which no ordinary start pays for
    )

    return scan_generations(places)


def _newest_packs(generations: list[Generation]) -> list[TrustedPack]:
    newest: dict[str, TrustedPack] = {}
    for generation in generations:
        for pack in generation.packs:
            if pack.publisher not in newest or pack.version >= newest[pack.publisher].version:
                newest[pack.publisher] = TrustedPack(pack.publisher, generation.id, pack.version)
    return list(newest.values())
