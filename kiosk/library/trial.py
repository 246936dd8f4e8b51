"""An installation that goes as far as the last check, and keeps nothing."""

from kiosk.library.disk import remove
from kiosk.library.progress import counted
from kiosk.library.stage import Stage
from kiosk.packs import layout
from kiosk.packs.contents import Contents
from kiosk.packs.media import check_media
from kiosk.store.check import check
from kiosk.store.rights import check_rights


class Trial(Stage):
    """A stage that is never finished: `verify` it, `prove` it, and `discard` it."""

    def prove(self, found: Contents, reserve: int) -> tuple[bytes, int]:
        """Check every file as `fill` does, one after the other; the database, and the bytes not here yet.

        Raises what `fill` raises. No more than the largest file is on the disk at a time.
        """
        there = self._there(found, reserve)
        media = {target.name for target in found.targets} - {layout.DATABASE}
        database = b""
        for target, hear in counted(self._report, "check", found.targets):
            file = there.get(target) or self._pack.save(target, self._folder, hear)
            if target.name == layout.DATABASE:
                database = file.read_bytes()
                check(database, found.manifest.hosts, media)
                check_rights(database, found.publisher.name, found.publisher.themes, found.publisher.venues)
            else:
                check_media(file, target.name)
            if target not in there:
                file.unlink()
        return database, found.length - sum(target.length for target in there)

    def discard(self) -> None:
        """Leave no trace."""
        remove(self._folder)
