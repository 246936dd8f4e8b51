"""Opens the library's state, rebuilds it if it is lost, and removes unreferenced folders (ADR 5)."""

from contextlib import closing, suppress
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.durable_files import remove_path, sync_folder
from kiosk.base.errors import KioskError
from kiosk.library.lease import is_leased
from kiosk.library.library_paths import LibraryPaths
from kiosk.store.database_file import quarantine_file, quarantine_path
from kiosk.store.records import Generation, TrustedPack
from kiosk.store.scratch_folder import scratch_folder
from kiosk.store.state import State
from kiosk.store.state_file import (
    StateDamaged,
    create_state,
    create_state_in_memory,
    open_state_copy,
)
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def open_state(paths: LibraryPaths) -> State | None:
    """Open the state, rebuilt if it is lost, and remove unreferenced folders; None for an empty library.

    Raises `KioskError` 'library.newer_program', 'library.storage', 'library.full', and 'library.busy' when
    the state must be rebuilt while an installation is running.
    """
    state = _open_intact(paths)
    if state is None:
        if not paths.generation_names() and not paths.state.exists():
            return None
        with hold_writer_lock(paths.root):
            return open_state_locked(paths)
    try:
        if _unreferenced_folders(paths, state):
            with hold_writer_lock(paths.root):
                remove_unreferenced(paths, state)
    except (KioskError, OSError):
        pass  # an installation is running, or the disk is read-only: a later call removes them
    return state


def open_state_to_read(paths: LibraryPaths) -> State | None:
    """As `open_state`; where that fails, a copy of the state in memory, for a disk that cannot be written to.

    A state that cannot be copied either is rebuilt in memory. Raises as `open_state` when nothing is shown
    then, and for 'library.newer_program'.
    """
    try:
        return open_state(paths)
    except KioskError as error:
        state = _copy_state(paths) if error.code != "library.newer_program" else None
        if state is None:
            raise
        state.copied_because = error
        return state


def _copy_state(paths: LibraryPaths) -> State | None:
    """A copy of the state in memory, or one rebuilt from the generations; None without a valid generation."""
    with suppress(StateDamaged):
        return State(paths.state, open_state_copy)
    with suppress(KioskError, OSError), scratch_folder() as scratch:
        generations = _scan_generations(paths, scratch)
        if any(generation.packs for generation in generations):
            state = State(paths.state, lambda _: create_state_in_memory())
            _fill_state(state, generations)
            return state
    return None


def open_state_locked(paths: LibraryPaths) -> State:
    """Open the state as holder of the writer lock: create or rebuild it, remove unreferenced folders."""
    with storage_errors():
        paths.generations.mkdir(parents=True, exist_ok=True)
    state = _open_intact(paths)
    if state is None:
        with storage_errors():
            _rebuild_state(paths)
        state = State(paths.state)
    try:
        with storage_errors():
            remove_unreferenced(paths, state)
    except BaseException:
        state.close()
        raise
    return state


def _open_intact(paths: LibraryPaths) -> State | None:
    """The state; None when it is lost or damaged."""
    try:
        return State(paths.state)
    except StateDamaged:
        return None


def remove_unreferenced(paths: LibraryPaths, state: State) -> None:
    """As holder of the writer lock, remove generation and staging folders neither referenced nor leased."""
    for leftover in _unreferenced_folders(paths, state):
        remove_path(leftover)


def _unreferenced_folders(paths: LibraryPaths, state: State) -> list[Path]:
    referenced = state.folders()
    if not paths.generations.is_dir():
        return []
    return [
        path for path in paths.generations.iterdir() if path.name not in referenced and not is_leased(path)
    ]


def _rebuild_state(paths: LibraryPaths) -> None:
    """Write a new state from the generations that verify; quarantine the old state, remove no generation.

    An earlier state may have held a PIN: then the new state records that the PIN is lost.
    """
    generations = _scan_generations(paths, paths.generations)
    new = paths.root / ".state.new"
    for leftover in (new, paths.root / ".state.new-journal"):
        leftover.unlink(missing_ok=True)
    create_state(new)
    with State(new) as state:
        _fill_state(state, generations)
    if generations or paths.state.exists() or quarantine_path(paths.state).exists():
        from kiosk.store.pin_store import PinStore

        with closing(PinStore(new)) as pins:
            pins.forget_pin()
    quarantine_file(paths.state)
    new.replace(paths.state)
    sync_folder(paths.root)


def _fill_state(state: State, generations: list[Generation]) -> None:
    valid = [generation for generation in generations if generation.packs]
    state.rebuild(generations, valid[::-1][:2], _newest_packs(valid), Clock.system().now())


def _scan_generations(paths: LibraryPaths, scratch: Path) -> list[Generation]:
    if not paths.generation_names():
        return []
    # imports python-tuf, which an ordinary start should not load
    from kiosk.library.generation_scan import scan_generations

    return scan_generations(paths, scratch)


def _newest_packs(generations: list[Generation]) -> list[TrustedPack]:
    newest: dict[str, TrustedPack] = {}
    for generation in generations:
        for pack in generation.packs:
            if pack.publisher not in newest or pack.version >= newest[pack.publisher].version:
                newest[pack.publisher] = TrustedPack(pack.publisher, generation.id, pack.version)
    return list(newest.values())
