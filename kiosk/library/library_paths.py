"""Where everything lies in a library folder."""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from kiosk.store import state_file, visit_counts

GENERATION_NAME = re.compile(r"g-([0-9]{8,})-[0-9a-f]{4}")
"""The name of a generation's folder, with its number."""
STAGING_PREFIX = ".stage-"
"""How the names of unfinished generations begin."""


def new_generation_name(number: int) -> str:
    """A folder's name for that generation that no other had."""
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
        """The counts of visits."""
        return self.root / visit_counts.FILE_NAME

    @property
    def generations(self) -> Path:
        """The folder of generations, each a folder named by `GENERATION`."""
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
        """The folder of packs on their way from a share, for as long as somebody brings them."""
        return self.root / "incoming"

    @property
    def roots(self) -> Path:
        """The folder of the root metadata given to this kiosk by hand."""
        return self.root / "trust"

    def root_metadata(self, publisher: str) -> Path:
        """The root metadata that starts the chain of a publisher."""
        return self.roots / f"{publisher}.root.json"

    @property
    def flyers(self) -> Path:
        """The folder of what is known of the flyers made here, and of those about to be printed."""
        return self.root / "flyers"

    @property
    def search(self) -> Path:
        """The folder of the search index of what is shown."""
        return self.root / "search"

    @property
    def receipts(self) -> Path:
        """The folder of what this kiosk signs its receipts with."""
        return self.root / "receipts"

    def generation_names(self) -> list[str]:
        """The names of the generation folders on the disk, finished ones only, by number."""
        if not self.generations.is_dir():
            return []
        return sorted(
            entry.name for entry in self.generations.iterdir() if GENERATION_NAME.fullmatch(entry.name)
        )
