"""The paths of files and folders in a library folder."""

import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.store import programme_record, state_file, visit_counts

GENERATION_NAME = re.compile(r"g-([0-9]{8,})-[0-9a-f]{4}")
"""The name of a generation's folder; the group is its number."""
STAGING_PREFIX = ".stage-"
"""The prefix of the names of staging folders."""


def new_generation_name(number: int) -> str:
    """Return a unique folder name for the generation of that number."""
    import secrets  # the screen's start never needs it

    return f"g-{number:08d}-{secrets.token_hex(2)}"


@dataclass(frozen=True, slots=True)
class LibraryPaths:
    """The paths within the library `root`; none of them need exist."""

    root: Path

    @property
    def state(self) -> Path:
        """The state database, the only commit point."""
        return self.root / state_file.FILE_NAME

    @property
    def visits(self) -> Path:
        """The database of visit statistics."""
        return self.root / visit_counts.FILE_NAME

    def programmes(self, *, rehearsed: bool = False) -> Path:
        """The record of the programmes held here; a rehearsal has one of its own."""
        names = programme_record.FILE_NAME, programme_record.REHEARSAL_FILE_NAME
        return self.root / names[rehearsed]

    @property
    def generations(self) -> Path:
        """The folder of generations, each a folder with a name like `GENERATION_NAME`."""
        return self.root / "gen"

    def pack(self, generation: str, publisher: str) -> Path:
        """A publisher's pack in the generation with that folder name."""
        return self.generations / generation / publisher

    def files(self, generation: str, publisher: str) -> Path:
        """The files of that pack."""
        return self.pack(generation, publisher) / "files"

    def metadata(self, generation: str, publisher: str) -> Path:
        """The TUF metadata that pack was accepted with."""
        return self.pack(generation, publisher) / "tuf"

    @property
    def incoming(self) -> Path:
        """The folder for packs while they are copied from a share."""
        return self.root / "incoming"

    @property
    def roots(self) -> Path:
        """The folder of the root metadata that staff added."""
        return self.root / "trust"

    def root_metadata(self, publisher: str) -> Path:
        """The first root metadata of a publisher, as staff added it."""
        return self.roots / f"{publisher}.root.json"

    def grant(self, publisher: str) -> Path:
        """What staff allowed that publisher beyond its first root metadata."""
        return self.roots / f"{publisher}.grant.json"

    @property
    def flyers(self) -> Path:
        """The folder of the records of flyers made here, and of flyers to print."""
        return self.root / "flyers"

    @property
    def search(self) -> Path:
        """The folder of the search index of the current generation."""
        return self.root / "search"

    @property
    def pictures(self) -> Path:
        """The folder of the pictures of the first frame."""
        return self.root / "pictures"

    @property
    def receipts(self) -> Path:
        """The folder of the key that signs this kiosk's receipts."""
        return self.root / "receipts"

    def generation_names(self) -> list[str]:
        """Return the names of the finished generation folders on the disk, by number."""
        if not self.generations.is_dir():
            return []
        return sorted(
            entry.name for entry in self.generations.iterdir() if GENERATION_NAME.fullmatch(entry.name)
        )
