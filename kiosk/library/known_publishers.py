"""What a library knows of publishers and their packs, read at once so that nothing of it stays open."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.library.trusted_roots import trusted_publisher_ids
from kiosk.library.verify_pack import verify_pack
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, TrustedPack
from kiosk.store.storage_errors import storage_errors


@dataclass(frozen=True, slots=True)
class KnownPublishers:
    """The root metadata given by hand and the newest pack accepted, by publisher; what is shown; the floor.

    `floor` is the latest time known to have passed, in UTC seconds.
    """

    paths: LibraryPaths
    roots: Mapping[str, bytes]
    accepted: Mapping[str, TrustedPack]
    shown: Generation | None = None
    time_floor: int = 0

    def publisher_name(self, pack: Pack) -> str:
        """What its publisher is called, as its first root metadata has it; '' for one nobody trusts here."""
        root = self.roots.get(pack.unverified_publisher().id)
        return parse_publisher(root).name if root else ""

    def verify(self, pack: Pack, tuf: Path, now: int, corner: str) -> PackContents:
        """As `verified`; KioskError 'packs.unknown_publisher' for a publisher that is not trusted."""
        claimed = pack.unverified_publisher()
        if claimed.id not in self.roots:
            raise KioskError("packs.unknown_publisher", publisher=claimed.name)
        last = self.accepted.get(claimed.id)
        metadata = self.paths.metadata(last.folder if last else "", claimed.id)
        return verify_pack(pack, self.roots[claimed.id], last, metadata, tuf, now, corner)


def read_known_publishers(folder: Path) -> KnownPublishers:
    """What the library in `folder` knows; an empty one, or none at all, knows nothing.

    KioskError 'library.newer_program', 'library.storage', 'library.full', 'library.busy' (see `open_state`).
    """
    places = LibraryPaths(folder.absolute())
    with storage_errors():
        roots = {name: places.root_metadata(name).read_bytes() for name in trusted_publisher_ids(places)}
    state = open_state(places)
    if state is None:
        return KnownPublishers(places, roots, {})
    with state:
        accepted = {name: last for name in roots if (last := state.trusted_pack(name))}
        return KnownPublishers(
            places, roots, accepted, next(iter(state.shown_generations()), None), state.time_floor()
        )
