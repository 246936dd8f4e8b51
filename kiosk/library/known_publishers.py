"""Reads what the library knows of publishers and their packs; nothing stays open."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.clock import ClockReading
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state_to_read
from kiosk.library.trust.trusted_publishers import TrustedPublisher, read_trusted_publishers, require_trusted
from kiosk.library.verify_pack import verify_against_last
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, TrustedPack


@dataclass(frozen=True, slots=True)
class KnownPublishers:
    """The trusted publishers and the newest accepted pack, by publisher id; the current generation.

    `time_floor` is the recorded time floor in UTC seconds.
    """

    paths: LibraryPaths
    trusted: Mapping[str, TrustedPublisher]
    accepted: Mapping[str, TrustedPack]
    shown_generation: Generation | None = None
    time_floor: int = 0

    def publisher_name(self, pack: Pack) -> str:
        """Return the label of the publisher; '' if it is not trusted."""
        trusted = self.trusted.get(pack.unverified_publisher().id)
        return trusted.label if trusted else ""

    def verify(self, pack: Pack, tuf: Path, reading: ClockReading, corner: str) -> PackContents:
        """As `verify_against_last`; KioskError 'packs.unknown_publisher' if the publisher is not trusted."""
        trusted = require_trusted(self.trusted, pack)
        id = trusted.grant.id
        last = self.accepted.get(id)
        metadata = self.paths.metadata(last.folder if last else "", id)
        return verify_against_last(pack, trusted, last, metadata, tuf, reading, corner)


def read_known_publishers(folder: Path) -> KnownPublishers:
    """Read the library in `folder`; the result is empty if the library is empty or missing.

    KioskError 'library.newer_program', 'library.storage', 'library.full', 'library.busy' (see `open_state`).
    """
    paths = LibraryPaths(folder.absolute())
    trusted = read_trusted_publishers(paths)
    state = open_state_to_read(paths)
    if state is None:
        return KnownPublishers(paths, trusted, {})
    with state:
        accepted = {name: last for name in trusted if (last := state.trusted_pack(name))}
        return KnownPublishers(
            paths, trusted, accepted, next(iter(state.shown_generations()), None), state.time_floor()
        )
