"""The files of the desk in the library folder, which is the user's own."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DeskPaths:
    """The paths below the library `root`; none of them need exist."""

    root: Path

    @property
    def keys(self) -> Path:
        """The keys folder, the same that `kiosk pack build` uses."""
        return self.root / "keys"

    @property
    def sheets(self) -> Path:
        """The recovery sheets of new keys, to be printed and deleted."""
        return self.root / "recovery-sheets.pdf"

    @property
    def memory(self) -> Path:
        """What is remembered between two starts."""
        return self.root / "desk" / "memory.json"

    @property
    def lock(self) -> Path:
        """Held by the one window that is open."""
        return self.root / "desk" / "lock"

    def kept_pack(self, programme: str) -> Path:
        """The copy of the last pack of a programme."""
        return self.root / "desk" / "packs" / f"{programme}.kpack"
