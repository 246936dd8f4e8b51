"""A generation in the making: verified, filled and checked in a folder that nothing shows yet."""

import tempfile
from pathlib import Path

from kiosk.base.durable_files import (
    file_matches,
    link_or_copy,
    link_tree,
    require_free_space,
    seal_tree,
    sync_folder,
)
from kiosk.base.progress import Progress, ProgressCallback, track_progress
from kiosk.library.background_checker import BackgroundChecker
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import STAGING_PREFIX, LibraryPaths
from kiosk.library.shared_events import find_shared_events
from kiosk.library.verify_pack import verify_pack
from kiosk.packs import verification, zip_layout
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents, Target
from kiosk.store.records import InstalledPack
from kiosk.store.state import State


class Staging:
    """The unfinished generation that is to hold `pack` besides the packs of other publishers.

    `state` is None for a library that has accepted nothing yet.
    """

    def __init__(
        self, places: LibraryPaths, state: State | None, pack: Pack, report: ProgressCallback
    ) -> None:
        self.shown = state.shown_generations() if state else ()
        self._places = places
        self._state = state
        self._pack = pack
        self._report = report
        self._folder = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=places.generations))
        self._publisher = ""

    @property
    def others(self) -> tuple[InstalledPack, ...]:
        """The packs of other publishers that stay as they are."""
        packs = self.shown[0].packs if self.shown else ()
        return tuple(pack for pack in packs if pack.publisher != self._publisher)

    def verify(self, root: bytes, now: int, corner: str) -> PackContents:
        """What the pack holds, if it may be believed at the time `now`; KioskErrors of `verify_pack`."""
        self._report(Progress("verify", 0, 1))
        self._publisher = verification.verify_root(root).id
        last = self._state.trusted_pack(self._publisher) if self._state else None
        accepted = self._places.metadata(last.folder if last else "", self._publisher)
        tuf = self._folder / self._publisher / "tuf"
        return verify_pack(self._pack, root, last, accepted, tuf, now, corner)

    def is_shown(self, found: PackContents) -> bool:
        """Whether the pack is what is shown now, whole and undamaged."""
        if not self.shown or installed_pack(found) not in self.shown[0].packs:
            return False
        files = self._places.files(self.shown[0].folder, self._publisher)
        return all(
            file_matches(files / target.name, target.length, target.sha256)
            for target, _ in track_progress(self._report, "verify", found.targets)
        )

    def fill(self, found: PackContents, reserve: int) -> None:
        """Bring all files here, and refuse the pack if one of them may not be shown.

        Raises KioskError 'library.no_space' unless `reserve` bytes stay free, and those of `check_file`.
        """
        there = self._reusable_files(found, reserve)
        files = self._folder / self._publisher / "files"
        (files / "media").mkdir(parents=True)
        with BackgroundChecker(files, found) as behind:
            for target, hear in track_progress(self._report, "copy", found.targets):
                if target in there:
                    link_or_copy(there[target], files / target.name)
                else:
                    self._pack.extract(target, files, hear)
                behind.add(target)
            behind.wait(self._report)
        for pack in self.others:
            link_tree(self._places.pack(self.shown[0].folder, pack.publisher), self._folder / pack.publisher)

    def shared_events(self) -> tuple[str, ...]:
        """The ids of events that packs of other publishers have too; to be asked once it is filled."""
        files = [self._folder / pack.publisher / "files" / zip_layout.DATABASE for pack in self.others]
        return find_shared_events(self._folder / self._publisher / "files" / zip_layout.DATABASE, files)

    def finish(self, name: str) -> None:
        """Make everything here durable and give the folder its name as a generation."""
        self._report(Progress("finish", 0, 1))
        promote_staging(self._folder, self._places, name)

    def _reusable_files(self, found: PackContents, reserve: int) -> dict[Target, Path]:
        """The files that need not be copied, and where they are; there must be room for the others."""
        there = {
            target: earlier
            for target, _ in track_progress(self._report, "verify", found.targets)
            if (earlier := self._kept_copy(target))
        }
        missing = found.length - sum(target.length for target in there)
        require_free_space(self._folder, missing, reserve)
        return there

    def _kept_copy(self, target: Target) -> Path | None:
        """The same file in a generation that is kept, if it is undamaged."""
        for generation in self._state.generations() if self._state else ():
            file = self._places.files(generation.folder, self._publisher) / target.name
            if file_matches(file, target.length, target.sha256):
                return file
        return None


def promote_staging(stage: Path, places: LibraryPaths, name: str) -> None:
    """Make a stage durable and give it its name as the folder of a generation."""
    seal_tree(stage)
    stage.rename(places.generations / name)
    sync_folder(places.generations)
