"""A publisher with keys and a source of its own."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.desk.keys import make_keys
from kiosk.desk.source import Dropped

TODAY = date(2026, 11, 30)


@dataclass(frozen=True)
class Publisher:
    """A folder with a source, keys and a stick."""

    folder: Path

    @property
    def source(self) -> Path:
        return self.folder / "month"

    @property
    def dropped(self) -> Dropped:
        return Dropped(self.source)

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def kept(self) -> Path:
        return self.folder / "kept/month.kpack"


@pytest.fixture
def publisher(checkout: Path, tmp_path: Path) -> Publisher:
    """A publisher of the made month of a Corner."""
    made = Publisher(tmp_path)
    shutil.copytree(checkout / "data/corner-month", made.source)
    make_keys(made.keys, "American Corner", ["corner.example.org"], "", tmp_path / "sheets.pdf", "en")
    made.stick.mkdir()
    return made
