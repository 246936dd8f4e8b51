"""A protected keys folder and a person who types."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk.authoring.keys.key_folder import create_key_folder
from tests.packs_builder import LOCAL

PASSPHRASE = "керуен жұлдыз алма қоңырау"
OTHER = "jurt kompas lampa oqiğa"
AT = datetime(2016, 4, 1, tzinfo=UTC)


class Typist:
    """Types these passphrases one after the other and notes for which files."""

    def __init__(self, *typed: str) -> None:
        self.left = list(typed)
        self.asked: list[str] = []

    def __call__(self, file: Path) -> str:
        self.asked.append(file.name)
        return self.left.pop(0)


def create_protected(folder: Path, at: datetime = AT) -> Path:
    """A new keys folder in which PASSPHRASE protects every key."""
    create_key_folder(folder, LOCAL, at, PASSPHRASE)
    return folder


def read_files(folder: Path, names: Sequence[str] = ()) -> dict[str, bytes]:
    """The files of a folder by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not names or path.name in names}
