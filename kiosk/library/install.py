"""Installs a pack: prepares a new generation in staging and makes it current in one transaction (ADR 5)."""

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.base import cancellation, limits
from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import LibraryPaths, new_generation_name
from kiosk.library.recovery import open_state_locked, remove_unreferenced
from kiosk.library.staging import Staging
from kiosk.library.trust.trusted_publishers import find_trusted_publisher
from kiosk.packs.pack_file import Pack
from kiosk.packs.rights import RightsRequest
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, InstalledPack, TrustedPack, sort_by_precedence
from kiosk.store.state import State
from kiosk.store.state_file import StateDamaged, state_has_folder
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock

RESERVE_BYTES = 256 * limits.MIB
"""Bytes that stay free on the disk, for the log and the system."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The result of `install`: the generation now shown and the pack; `already_shown` if nothing changed.

    `shared_events` are the ids of events that another publisher's pack has too. `request` is what the
    publisher asks for beyond the rights granted to it, None for nothing.
    """

    generation: int
    pack: InstalledPack
    already_shown: bool
    shared_events: tuple[str, ...] = ()
    request: RightsRequest | None = None


def install(
    folder: Path,
    file: Path,
    *,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE_BYTES,
    unattended: bool = False,
) -> Installation:
    """Install the pack `file` into the library `folder`, for the Corner with the id `corner`.

    An `unattended` installation refuses a pack whose publisher asks for more rights ('packs.waits').

    If this raises or the machine stops, the library still shows the old programme. It can be cancelled until
    it reports the step 'finish'. Raises the KioskErrors of `Staging.verify` and `check_file`, and
    'packs.unknown_publisher', 'library.busy', 'library.no_space', 'library.full', 'library.storage',
    'library.newer_program'.
    """
    paths = LibraryPaths(folder.absolute())
    with storage_errors(), ExitStack() as stack:
        pack = Pack(file)
        stack.callback(close_pack, pack)
        find_trusted_publisher(paths, pack)
        stack.enter_context(hold_writer_lock(paths.root))
        state = open_state_locked(paths)
        stack.callback(_clean_up, paths)
        stack.callback(state.close)
        reading = (clock or Clock.system()).read(state.time_floor())
        staging = Staging(paths, state, pack, report)
        # once more, now that nobody can stop trusting the publisher meanwhile
        contents = staging.verify(find_trusted_publisher(paths, pack), reading, corner)
        if unattended and contents.request:
            raise KioskError("packs.waits", publisher=contents.publisher.name)
        done = partial(Installation, pack=installed_pack(contents), request=contents.request)
        if staging.is_shown(contents):
            return done(staging.shown_generations[0].id, already_shown=True)
        staging.fill(contents, reserve)
        shared_events = staging.shared_events()
        generation = _new_generation(state, staging, contents, reading.effective)
        with cancellation.shield():
            staging.finish(generation.folder)
            _commit(paths, state, generation, installed_pack(contents), reading.effective)
    return done(generation.id, already_shown=False, shared_events=shared_events)


def _new_generation(state: State, staging: Staging, contents: PackContents, now: int) -> Generation:
    number = state.next_generation_id()
    return Generation(
        number,
        new_generation_name(number),
        now,
        sort_by_precedence((installed_pack(contents), *staging.other_packs)),
    )


def _commit(paths: LibraryPaths, state: State, generation: Generation, pack: InstalledPack, now: int) -> None:
    """Commit the generation; after an error, the state file decides whether the commit succeeded."""
    try:
        state.commit(generation, TrustedPack(pack.publisher, generation.id, pack.version), now)
    except KioskError:
        state.close()
        if not state_has_folder(paths.state, generation.folder):
            raise


def _clean_up(paths: LibraryPaths) -> None:
    """Remove the folders that the state does not reference: failed stagings and old generations."""
    with suppress(StateDamaged, KioskError, OSError), State(paths.state) as state:
        remove_unreferenced(paths, state)


def close_pack(pack: Pack) -> None:
    """Close the pack; ignore errors, as the stick may already be unplugged."""
    with suppress(OSError):
        pack.close()
