"""Reads what a press officer has dropped as one checked source."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.authoring.building.build_pack import read_rights
from kiosk.authoring.matching.match_media import match_media
from kiosk.authoring.said_focus import apply_said_focus
from kiosk.authoring.source.load_source import Source, check_tables
from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.source_reader import is_source, read_source
from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.file_hash import hash_file
from kiosk.base.safe_open import open_regular_file


@dataclass(frozen=True)
class Dropped:
    """The source, and the folder of pictures beside it, None for none."""

    subject: Path
    pictures: Path | None = None

    def read(self, work: Path) -> RawSource:
        """The unchecked tables, with the pictures matched to their events.

        `work` is for files that have to be converted; keep it as long as the tables. KioskError 'desk.gone'
        for nothing, 'desk.unknown' for no source.
        """
        if not self.subject.exists():
            raise KioskError("desk.gone", name=self.subject.name)
        if not is_source(self.subject):
            raise KioskError("desk.unknown", name=self.subject.name)
        raw = read_source(self.subject)
        if self.pictures:
            raw.problems += match_media(raw, self.pictures, work)
            apply_said_focus(raw, self.subject)
        return raw


def check_dated(raw: RawSource, keys: Path, today: date) -> Source:
    """The checked source with `today` as the day of its last edit; SourceProblems as `check_tables`.

    What is beyond the rights of `keys` is a problem, unless there are no keys yet.
    """
    source = check_tables(raw, read_rights(keys))
    campaign = replace(source.programme.campaign, updated=today.isoformat())
    return replace(source, programme=replace(source.programme, campaign=campaign))


def digest(files: Mapping[str, Path]) -> str:
    """SHA-256 in hex of the names and contents of a pack's files: the same for the same source and day."""
    whole = hashlib.sha256()
    for name, path in sorted(files.items()):
        cancellation.check()
        with open_regular_file(path) as file:
            whole.update(f"{name} {hash_file(file)}\n".encode())
    return whole.hexdigest()
