"""Staging: verifies a pack and prepares the new generation in a folder that nothing references yet."""

import tempfile
from pathlib import Path

from kiosk.base.clock import ClockReading
from kiosk.base.durable_files import (
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
from kiosk.library.sealed_pack import SealedPack
from kiosk.library.shared_events import find_shared_events
from kiosk.library.trust.trusted_publishers import TrustedPublisher
from kiosk.library.verify_pack import require_granted_hosts, verify_against_last
from kiosk.packs import zip_layout
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents, Target
from kiosk.store.records import InstalledPack
from kiosk.store.state import State


class Staging:
    """The unfinished generation with `pack` and the current packs of other publishers: verify, fill, finish.

    `state` is None for a library that has accepted nothing yet.
    """

    def __init__(
        self, paths: LibraryPaths, state: State | None, pack: Pack, report: ProgressCallback
    ) -> None:
        self.shown_generations = state.shown_generations() if state else ()
        self._paths = paths
        self._state = state
        self._pack = pack
        self._report = report
        self._folder = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=paths.generations))
        self._publisher = ""

    @property
    def other_packs(self) -> tuple[InstalledPack, ...]:
        """The current packs of other publishers; they are taken over unchanged."""
        packs = self.shown_generations[0].packs if self.shown_generations else ()
        return tuple(pack for pack in packs if pack.publisher != self._publisher)

    def verify(self, trusted: TrustedPublisher, reading: ClockReading, corner: str) -> PackContents:
        """Verify the pack at the time of `reading` and return its contents.

        Raises the KioskErrors of `verify_against_last` and `require_granted_hosts`.
        """
        self._report(Progress("verify", 0, 1))
        self._publisher = trusted.grant.id
        last = self._state.trusted_pack(self._publisher) if self._state else None
        last_metadata = self._paths.metadata(last.folder if last else "", self._publisher)
        new_metadata = self._folder / self._publisher / "tuf"
        contents = verify_against_last(
            self._pack, trusted, last, last_metadata, new_metadata, reading, corner
        )
        require_granted_hosts(contents)
        return contents

    def is_shown(self, contents: PackContents) -> bool:
        """Whether the pack is in the current generation and none of its files is missing or damaged."""
        if not self.shown_generations or installed_pack(contents) not in self.shown_generations[0].packs:
            return False
        files = SealedPack.find(self._paths, self.shown_generations[0].folder, self._publisher)
        return all(
            files.matches(target.name, target.length, target.sha256)
            for target, _ in track_progress(self._report, "verify", contents.targets)
        )

    def fill(self, contents: PackContents, reserve: int) -> None:
        """Copy or link all files into the staging folder and check them.

        Raises KioskError 'library.no_space' unless `reserve` bytes stay free, and those of `check_file`.
        """
        reusable = self._reusable_files(contents, reserve)
        files = self._folder / self._publisher / "files"
        (files / "media").mkdir(parents=True)
        with BackgroundChecker(files, contents) as checker:
            for target, report_bytes in track_progress(self._report, "copy", contents.targets):
                if target in reusable:
                    link_or_copy(reusable[target], files / target.name)
                else:
                    self._pack.copy_target(target, files, report_bytes)
                checker.enqueue(target)
            checker.wait_for_all(self._report)
        for pack in self.other_packs:
            link_tree(
                self._paths.pack(self.shown_generations[0].folder, pack.publisher),
                self._folder / pack.publisher,
            )

    def shared_events(self) -> tuple[str, ...]:
        """Return the ids of events that packs of other publishers have too; call `fill` first."""
        files = [self._folder / pack.publisher / "files" / zip_layout.DATABASE for pack in self.other_packs]
        return find_shared_events(self._folder / self._publisher / "files" / zip_layout.DATABASE, files)

    def finish(self, name: str) -> None:
        """Sync the staging folder and rename it to the generation folder `name`."""
        self._report(Progress("finish", 0, 1))
        promote_staging(self._folder, self._paths, name)

    def _reusable_files(self, contents: PackContents, reserve: int) -> dict[Target, Path]:
        """Map targets to undamaged copies in kept generations; require free space for the other targets."""
        reusable = {
            target: earlier
            for target, _ in track_progress(self._report, "verify", contents.targets)
            if (earlier := self._kept_copy(target))
        }
        missing_bytes = contents.length - sum(target.length for target in reusable)
        require_free_space(self._folder, missing_bytes, reserve)
        return reusable

    def _kept_copy(self, target: Target) -> Path | None:
        """Return the same file in a kept generation; None if there is none or it is damaged."""
        for generation in self._state.generations() if self._state else ():
            files = SealedPack.find(self._paths, generation.folder, self._publisher)
            if files.matches(target.name, target.length, target.sha256):
                return files.folder / target.name
        return None


def promote_staging(staging: Path, paths: LibraryPaths, name: str) -> None:
    """Sync a staging folder, make it read-only and rename it to the generation folder `name`."""
    seal_tree(staging)
    staging.rename(paths.generations / name)
    sync_folder(paths.generations)
