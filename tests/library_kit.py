"""A library folder and a publisher whose packs tests install in it."""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from kiosk.base.clock import Clock
from kiosk.library.install import Installation, install
from kiosk.library.trust.trusted_roots import add_root
from kiosk.packs.publisher import Publisher
from kiosk.store.state import State
from tests.packs_builder import LOCAL, SIGNED_AT, PackPublisher
from tests.unit.store.sample import PICTURE, changed_database, sample_database

DAY_AFTER_SIGNING = Clock(lambda: SIGNED_AT + 86400, SIGNED_AT)
"""A clock at the day after the packs were signed."""


def make_picture(shade: int) -> bytes:
    """Return a small JPEG of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, 90, 120)).save(file, "JPEG")
    return file.getvalue()


def sample_publisher(identity: Publisher = LOCAL, at: int = SIGNED_AT) -> PackPublisher:
    """Return a publisher of the sample programme, with one picture that stays and one that changes."""
    publisher = PackPublisher(identity, at)
    prepare_edition(publisher, 1)
    return publisher


def prepare_edition(publisher: PackPublisher, version: int) -> None:
    """Set the content of the publisher's next pack to that of `version`."""
    publisher.version = version
    database = (
        sample_database()
        if version == 1
        else changed_database(f"UPDATE campaign SET hashtag = '#V{version}'")
    )
    publisher.files = {
        "events.sqlite": database,
        PICTURE: make_picture(10),
        "media/new.jpg": make_picture(10 + version),
    }


class LibraryKit:
    """A library in `folder` that trusts `publisher`."""

    def __init__(self, folder: Path, publisher: PackPublisher) -> None:
        self.folder, self.publisher = folder / "library", publisher
        self.packs = folder / "packs"
        self.packs.mkdir(parents=True)
        root = self.packs / "root.json"
        root.write_bytes(publisher.root)
        add_root(self.folder, root)

    def pack(self, version: int) -> Path:
        """Write the pack `version` to a file and return its path."""
        prepare_edition(self.publisher, version)
        return self.publisher.pack(self.packs / f"{version}.kpack")

    def install(self, *versions: int) -> Installation:
        """Install these versions one after the other; return the result of the last one."""
        done = [
            install(self.folder, self.pack(version), clock=DAY_AFTER_SIGNING, reserve=0)
            for version in versions
        ]
        return done[-1]

    def shown_path(self, path: str) -> Path:
        """Return `path` below the folder of the current generation."""
        with State(self.folder / "state.db") as state:
            return self.folder / "gen" / state.shown_generations()[0].folder / path

    def read_files(self) -> Mapping[str, tuple[int, bytes]]:
        """Return inode and bytes of every file in the library, by path."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): (path.stat().st_ino, path.read_bytes()) for path in files}


def damage_file(file: Path, place: int = 50) -> None:
    """Make a file writable and flip one of its bits."""
    data = bytearray(file.read_bytes())
    data[place % len(data)] ^= 1
    file.chmod(0o644)
    file.write_bytes(data)
