"""An installation that goes as far as the last check, and keeps nothing."""

from kiosk.base.durable_files import remove_path
from kiosk.base.progress import track_progress
from kiosk.library.file_checks import check_file
from kiosk.library.staging import Staging
from kiosk.packs import zip_layout
from kiosk.packs.targets import PackContents


class DryRun(Staging):
    """A stage that is never finished: `verify` it, `prove` it, and `discard` it."""

    def check_files(self, found: PackContents, reserve: int) -> tuple[bytes, int]:
        """Check every file as `fill` does, one after the other; the database, and the bytes not here yet.

        Raises what `fill` raises. No more than the largest file is on the disk at a time.
        """
        there = self._reusable_files(found, reserve)
        database = b""
        for target, hear in track_progress(self._report, "check", found.targets):
            file = there.get(target) or self._pack.copy_target(target, self._folder, hear)
            if target.name == zip_layout.DATABASE:
                database = file.read_bytes()
            check_file(file, target, found)
            if target not in there:
                file.unlink()
        return database, found.length - sum(target.length for target in there)

    def discard(self) -> None:
        """Leave no trace."""
        remove_path(self._folder)
