"""A library folder and a publisher to fill it, for tests of installing and showing."""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from kiosk.base.clock import Clock
from kiosk.library.install import Installation, install
from kiosk.library.trusted_roots import add_root
from kiosk.packs.publisher import Publisher
from kiosk.store.state import State
from tests.packs_builder import LOCAL, SIGNED_AT, PackPublisher
from tests.unit.store.sample import PICTURE, changed_database, sample_database

CLOCK = Clock(lambda: SIGNED_AT + 86400, 0)
"""The day after the packs were signed."""


def picture(shade: int) -> bytes:
    """A small JPEG of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, 90, 120)).save(file, "JPEG")
    return file.getvalue()


def sample_publisher(identity: Publisher = LOCAL, at: int = SIGNED_AT) -> PackPublisher:
    """A publisher whose packs hold the sample programme, with a picture that stays and one that changes."""
    publisher = PackPublisher(identity, at)
    edition(publisher, 1)
    return publisher


def edition(publisher: PackPublisher, version: int) -> None:
    """Let the next pack be number `version`, with something new in it."""
    publisher.version = version
    database = (
        sample_database()
        if version == 1
        else changed_database(f"UPDATE campaign SET hashtag = '#V{version}'")
    )
    publisher.files = {
        "events.sqlite": database,
        PICTURE: picture(10),
        "media/new.jpg": picture(10 + version),
    }


class Kit:
    """A library in `folder` that trusts `publisher`."""

    def __init__(self, folder: Path, publisher: PackPublisher) -> None:
        self.folder, self.publisher = folder / "library", publisher
        self.packs = folder / "packs"
        self.packs.mkdir(parents=True)
        root = self.packs / "root.json"
        root.write_bytes(publisher.root)
        add_root(self.folder, root)

    def pack(self, version: int) -> Path:
        """Edition `version` as a file."""
        edition(self.publisher, version)
        return self.publisher.pack(self.packs / f"{version}.kpack")

    def install(self, *versions: int) -> Installation:
        """Install these editions one after the other; how the last one ended."""
        done = [install(self.folder, self.pack(version), clock=CLOCK, reserve=0) for version in versions]
        return done[-1]

    def place(self, path: str) -> Path:
        """A path below the folder of the generation shown."""
        with State(self.folder / "state.db") as state:
            return self.folder / "gen" / state.shown_generations()[0].folder / path

    def content(self) -> Mapping[str, tuple[int, bytes]]:
        """Every file below the library, by path: its inode and bytes."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): (path.stat().st_ino, path.read_bytes()) for path in files}


def spoil(file: Path, place: int = 50) -> None:
    """Flip a bit in a file that nobody should write to."""
    data = bytearray(file.read_bytes())
    data[place % len(data)] ^= 1
    file.chmod(0o644)
    file.write_bytes(data)
