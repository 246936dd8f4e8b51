"""Previews a pack: verifies it as an installation does, compares it with the programme, keeps nothing."""

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.model import Programme, Text
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.base.safe_open import read_regular_file
from kiosk.library.install import RESERVE_BYTES, close_pack
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.library.status import read_signed_files
from kiosk.library.trust.trusted_publishers import find_trusted_publisher
from kiosk.packs import zip_layout
from kiosk.packs.pack_file import Pack
from kiosk.packs.rights import RightsRequest
from kiosk.packs.targets import PackContents
from kiosk.preview.dry_run import DryRun
from kiosk.preview.programme_diff import Changes, diff_programmes
from kiosk.preview.standing import Standing
from kiosk.programme.missing_translations import UntranslatedEvent, find_untranslated
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.catalogue import Catalogue
from kiosk.store.records import InstalledPack
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


@dataclass(frozen=True, slots=True)
class Preview:
    """What installing a pack would change.

    `publisher` is the display name of its publisher, `size` the bytes of its files and `copied` those of them
    that this library does not have yet, `zone` its time zone. `shown` is the shown pack of that publisher, or
    the first of the others. A pack that is ALREADY installed changes nothing, REPAIR restores its damaged
    files, and a pack shown BESIDE those of other publishers is new in every part. `themes` are the titles of
    all themes by id, old ones included. `request` is what the publisher asks for beyond the rights granted to
    it.
    """

    pack: InstalledPack
    publisher: str
    size: int
    copied: int
    zone: str
    standing: Standing
    shown: InstalledPack | None
    changes: Changes
    untranslated: tuple[UntranslatedEvent, ...]
    themes: Mapping[str, Text]
    request: RightsRequest | None = None


def preview_pack(
    folder: Path,
    file: Path,
    *,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE_BYTES,
) -> Preview:
    """Compute what `install` with the same arguments would do; the library stays unchanged, byte for byte.

    Raises the KioskErrors of `install`: it refuses whatever `install` would.
    """
    paths = LibraryPaths(folder.absolute())
    with storage_errors(), ExitStack() as stack:
        pack = Pack(file)
        stack.callback(close_pack, pack)
        trusted = find_trusted_publisher(paths, pack)
        shown = _open_shown(paths)
        if state := open_state(paths):
            stack.enter_context(state)
            stack.enter_context(hold_writer_lock(paths.root))
        elif not paths.generations.exists():
            paths.generations.mkdir()
            stack.callback(_remove_if_empty, paths.generations)
        dry_run = DryRun(paths, state, pack, report)
        stack.callback(dry_run.discard)
        reading = (clock or Clock.system()).read(state.time_floor() if state else 0)
        contents = dry_run.verify(trusted, reading, corner)
        standing = _determine_standing(contents, dry_run, shown)
        database, copied = dry_run.check_files(contents, 0 if standing is Standing.ALREADY else reserve)
    return _compare(contents, shown, database, copied, standing)


def _remove_if_empty(folder: Path) -> None:
    """Remove a folder unless it has been used meanwhile."""
    with suppress(OSError):
        folder.rmdir()


def _open_shown(paths: LibraryPaths) -> ShownProgramme | None:
    try:
        return open_library(paths.root)
    except KioskError as error:
        if error.code != "library.empty":
            raise
    return None


def _compare(
    contents: PackContents, shown: ShownProgramme | None, database: bytes, copied: int, standing: Standing
) -> Preview:
    programme = _read_programme(Catalogue(database))
    before, replaced_media = None, frozenset[str]()
    shown_pack = _shown_pack_of(contents, shown)
    if standing is Standing.ALREADY:
        before = programme
    elif shown and shown_pack:
        pack_folder = shown.folder / shown_pack.publisher
        before = _read_programme(Catalogue(read_regular_file(pack_folder / "files" / zip_layout.DATABASE)))
        replaced_media = _replaced_media(contents, pack_folder)
    return Preview(
        installed_pack(contents),
        contents.publisher.name,
        contents.length,
        copied,
        programme.campaign.zone,
        standing,
        shown_pack or (shown.packs[0] if shown else None),
        diff_programmes(before, programme, replaced_media),
        find_untranslated(programme),
        {theme.id: theme.title for one in (before, programme) if one for theme in one.themes},
        contents.request,
    )


def _determine_standing(contents: PackContents, dry_run: DryRun, shown: ShownProgramme | None) -> Standing:
    if dry_run.is_shown(contents):
        return Standing.ALREADY
    if dry_run.shown_generations and installed_pack(contents) in dry_run.shown_generations[0].packs:
        return Standing.REPAIR
    if shown is None:
        return Standing.FIRST
    return Standing.NEWER if _shown_pack_of(contents, shown) else Standing.BESIDE


def _shown_pack_of(contents: PackContents, shown: ShownProgramme | None) -> InstalledPack | None:
    """The shown pack of the same publisher."""
    packs = shown.packs if shown else ()
    return next((pack for pack in packs if pack.publisher == contents.publisher.id), None)


def _read_programme(catalogue: Catalogue) -> Programme:
    try:
        return catalogue.programme()
    finally:
        catalogue.close()


def _replaced_media(contents: PackContents, before: Path) -> frozenset[str]:
    """The media files whose name stays and whose content changes."""
    hashes = read_signed_files(before / "tuf")
    return frozenset(
        target.name
        for target in contents.targets
        if target.name in hashes
        and hashes[target.name][1] != target.sha256
        and target.name != zip_layout.DATABASE
    )
