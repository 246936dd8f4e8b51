"""What installing a pack would change: it is verified as for an installation, and nothing of it is kept."""

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.model import Programme, Text
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.library.install import RESERVE_BYTES, close_pack, read_trusted_root
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.library.status import read_signed_files
from kiosk.packs import zip_layout
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.preview.dry_run import DryRun
from kiosk.preview.programme_diff import Changes, diff_programmes
from kiosk.programme.missing_translations import UntranslatedEvent, find_untranslated
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.catalogue import Catalogue
from kiosk.store.records import InstalledPack
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


class Standing(StrEnum):
    """What the pack is to the programme that is showing."""

    FIRST = "first"
    NEWER = "newer"
    ALREADY = "already"
    REPAIR = "repair"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Preview:
    """A pack that could be installed.

    `publisher` is its publisher's readable name, `size` the bytes of its files and `copied` those of them
    that this library does not hold yet, `zone` its time zone. `shown` is the pack of that publisher that
    visitors see now, or the first of the others. What is ALREADY installed changes nothing, REPAIR brings
    back damaged files of it, and a pack that would be shown BESIDE those of other publishers is new in every
    part. `themes` are the titles of all themes, those of before included, by id.
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


def preview_pack(
    folder: Path,
    file: Path,
    *,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE_BYTES,
) -> Preview:
    """What `install` with the same arguments would do; the library stays as it is, to the last byte.

    Raises the KioskErrors of `install`: whatever it would refuse is refused here.
    """
    places = LibraryPaths(folder.absolute())
    with storage_errors(), ExitStack() as stack:
        pack = Pack(file)
        stack.callback(close_pack, pack)
        root = read_trusted_root(places, pack)
        showing = _open_shown(places)
        if state := open_state(places):
            stack.enter_context(state)
            stack.enter_context(hold_writer_lock(places.root))
        elif not places.generations.exists():
            places.generations.mkdir()
            stack.callback(_remove_if_empty, places.generations)
        trial = DryRun(places, state, pack, report)
        stack.callback(trial.discard)
        now = (clock or Clock.system()).effective(state.time_floor() if state else 0)
        found = trial.verify(root, now, corner)
        standing = _standing(found, trial, showing)
        database, copied = trial.check_files(found, 0 if standing is Standing.ALREADY else reserve)
    return _compare(found, showing, database, copied, standing)


def _remove_if_empty(folder: Path) -> None:
    """Remove an empty folder, unless somebody has begun to use it."""
    with suppress(OSError):
        folder.rmdir()


def _open_shown(places: LibraryPaths) -> ShownProgramme | None:
    try:
        return open_library(places.root)
    except KioskError as error:
        if error.code != "library.empty":
            raise
    return None


def _compare(
    found: PackContents, showing: ShownProgramme | None, database: bytes, copied: int, standing: Standing
) -> Preview:
    programme = _read_programme(Catalogue(database))
    before, replaced = None, frozenset[str]()
    last = _shown_pack_of(found, showing)
    if showing and last:
        own = showing.folder / last.publisher
        before = _read_programme(Catalogue((own / "files" / zip_layout.DATABASE).read_bytes()))
        replaced = _replaced_media(found, own)
    return Preview(
        installed_pack(found),
        found.publisher.name,
        found.length,
        copied,
        programme.campaign.zone,
        standing,
        last or (showing.packs[0] if showing else None),
        Changes() if standing is Standing.ALREADY else diff_programmes(before, programme, replaced),
        find_untranslated(programme),
        {theme.id: theme.title for one in (before, programme) if one for theme in one.themes},
    )


def _standing(found: PackContents, trial: DryRun, showing: ShownProgramme | None) -> Standing:
    if trial.is_shown(found):
        return Standing.ALREADY
    if trial.shown_generations and installed_pack(found) in trial.shown_generations[0].packs:
        return Standing.REPAIR
    if showing is None:
        return Standing.FIRST
    return Standing.NEWER if _shown_pack_of(found, showing) else Standing.BESIDE


def _shown_pack_of(found: PackContents, showing: ShownProgramme | None) -> InstalledPack | None:
    """The pack of the same publisher that is showing now."""
    packs = showing.packs if showing else ()
    return next((pack for pack in packs if pack.publisher == found.publisher.id), None)


def _read_programme(catalogue: Catalogue) -> Programme:
    try:
        return catalogue.programme()
    finally:
        catalogue.close()


def _replaced_media(found: PackContents, before: Path) -> frozenset[str]:
    """The media that keep their name but not their content."""
    sums = read_signed_files(before / "tuf")
    return frozenset(
        target.name
        for target in found.targets
        if target.name in sums
        and sums[target.name][1] != target.sha256
        and target.name != zip_layout.DATABASE
    )
