"""Reads what the library knows of publishers and their packs; nothing stays open."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.library.trusted_roots import trusted_publisher_ids
from kiosk.library.verify_pack import verify_against_last
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, TrustedPack
from kiosk.store.storage_errors import storage_errors


@dataclass(frozen=True, slots=True)
class KnownPublishers:
    """The root metadata added by staff and the newest accepted pack, by publisher id; the current generation.

    `time_floor` is the latest time that is known to have passed, in UTC seconds.
    """

    paths: LibraryPaths
    roots: Mapping[str, bytes]
    accepted: Mapping[str, TrustedPack]
    shown_generation: Generation | None = None
    time_floor: int = 0

    def publisher_name(self, pack: Pack) -> str:
        """Return the publisher's name from the root metadata that staff added; '' if it is not trusted."""
        root = self.roots.get(pack.unverified_publisher().id)
        return parse_publisher(root).name if root else ""

    def verify(self, pack: Pack, tuf: Path, now: int, corner: str) -> PackContents:
        """As `verify_against_last`; KioskError 'packs.unknown_publisher' if the publisher is not trusted."""
        claimed = pack.unverified_publisher()
        if claimed.id not in self.roots:
            raise KioskError("packs.unknown_publisher", publisher=claimed.name)
        last = self.accepted.get(claimed.id)
        metadata = self.paths.metadata(last.folder if last else "", claimed.id)
        return verify_against_last(pack, self.roots[claimed.id], last, metadata, tuf, now, corner)


def read_known_publishers(folder: Path) -> KnownPublishers:
    """Read the library in `folder`; the result is empty if the library is empty or missing.

    KioskError 'library.newer_program', 'library.storage', 'library.full', 'library.busy' (see `open_state`).
    """
    paths = LibraryPaths(folder.absolute())
    with storage_errors():
        roots = {name: paths.root_metadata(name).read_bytes() for name in trusted_publisher_ids(paths)}
    state = open_state(paths)
    if state is None:
        return KnownPublishers(paths, roots, {})
    with state:
        accepted = {name: last for name in roots if (last := state.trusted_pack(name))}
        return KnownPublishers(
            paths, roots, accepted, next(iter(state.shown_generations()), None), state.time_floor()
        )
