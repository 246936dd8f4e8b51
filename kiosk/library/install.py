"""Installs a pack: all is prepared beside what is shown, and one transaction puts it in its place (ADR 5)."""

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.base import limits
from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import LibraryPaths, new_generation_name
from kiosk.library.recovery import open_locked, remove_unreferenced
from kiosk.library.staging import Staging
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, InstalledPack, TrustedPack, by_precedence
from kiosk.store.state import State
from kiosk.store.state_file import StateDamaged, state_has_folder
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock

RESERVE = 256 * limits.MIB
"""Bytes that stay free on the disk, for the log and the system."""


@dataclass(frozen=True, slots=True)
class Installation:
    """How it ended: the generation now shown, the pack, and whether it was shown `already`.

    `shared` are the ids of events that another publisher's pack has too.
    """

    generation: int
    pack: InstalledPack
    already_shown: bool
    shared_events: tuple[str, ...] = ()


def install(
    folder: Path,
    file: Path,
    *,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE,
) -> Installation:
    """Install the pack `file` into the library `folder`, for the reading room `corner`.

    Whenever this raises, or the machine stops, the library shows what it showed before. Raises the
    KioskErrors of `verify_pack`, `check_media`, `check_database` and `check_rights`, and
    'packs.unknown_publisher', 'library.busy', 'library.no_space', 'library.full', 'library.storage',
    'library.newer_program'.
    """
    places = LibraryPaths(folder.absolute())
    with storage_errors(), ExitStack() as stack:
        pack = Pack(file)
        stack.callback(close_pack, pack)
        root = trusted_root(places, pack)
        stack.enter_context(hold_writer_lock(places.root))
        state = open_locked(places)
        stack.callback(_remove_unreferenced, places)
        stack.callback(state.close)
        now = (clock or Clock.system()).effective(state.time_floor())
        stage = Staging(places, state, pack, report)
        found = stage.verify(root, now, corner)
        if stage.is_shown(found):
            return Installation(stage.shown[0].id, installed_pack(found), already_shown=True)
        stage.fill(found, reserve)
        shared = stage.shared_events()
        generation = _new_generation(state, stage, found, now)
        stage.finish(generation.folder)
        _commit(places, state, generation, installed_pack(found), now)
    return Installation(generation.id, installed_pack(found), already_shown=False, shared_events=shared)


def trusted_root(places: LibraryPaths, pack: Pack) -> bytes:
    """The root metadata of whom the pack claims to be from; KioskError 'packs.unknown_publisher'."""
    claimed = pack.unverified_publisher()
    try:
        return places.root_metadata(claimed.id).read_bytes()
    except FileNotFoundError:
        raise KioskError("packs.unknown_publisher", publisher=claimed.name) from None


def _new_generation(state: State, stage: Staging, found: PackContents, now: int) -> Generation:
    number = state.next_generation_id()
    return Generation(
        number, new_generation_name(number), now, by_precedence((installed_pack(found), *stage.others))
    )


def _commit(
    places: LibraryPaths, state: State, generation: Generation, pack: InstalledPack, now: int
) -> None:
    """Commit, and let what the state then says decide whether that worked, not the error."""
    try:
        state.commit(generation, TrustedPack(pack.publisher, generation.id, pack.version), now)
    except KioskError:
        state.close()
        if not state_has_folder(places.state, generation.folder):
            raise


def _remove_unreferenced(places: LibraryPaths) -> None:
    """Remove all that the state does not name: what failed and what is no longer needed."""
    with suppress(StateDamaged, KioskError, OSError), State(places.state) as state:
        remove_unreferenced(places, state)


def close_pack(pack: Pack) -> None:
    """Give the pack back; a stick that is pulled out by now spoils nothing."""
    with suppress(OSError):
        pack.close()
