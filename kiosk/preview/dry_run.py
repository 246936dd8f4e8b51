"""An installation that stops after the last check and keeps nothing."""

from kiosk.base.durable_files import remove_path
from kiosk.base.progress import track_progress
from kiosk.base.safe_open import read_regular_file
from kiosk.library.file_checks import check_file
from kiosk.library.staging import Staging
from kiosk.packs import zip_layout
from kiosk.packs.targets import PackContents


class DryRun(Staging):
    """A staging that is never finished: call `verify`, `check_files`, then `discard`."""

    def check_files(self, contents: PackContents, reserve: int) -> tuple[bytes, int]:
        """Check every file as `fill` does, one after the other; the database, and the bytes not here yet.

        Raises what `fill` raises. No more than the largest file is on the disk at a time.
        """
        files = self._reusable_files(contents, reserve)
        database = b""
        for target, report in track_progress(self._report, "check", contents.targets):
            file = files.get(target) or self._pack.copy_target(target, self._folder, report)
            if target.name == zip_layout.DATABASE:
                database = read_regular_file(file)
            check_file(file, target, contents)
            if target not in files:
                file.unlink()
        return database, contents.length - sum(target.length for target in files)

    def discard(self) -> None:
        """Remove all files of this dry run."""
        remove_path(self._folder)
