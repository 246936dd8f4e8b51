"""Writing the ZIP container of a pack."""

import hashlib
from pathlib import Path

from kiosk.authoring.building.zip_writer import hash_target, write_zip
from kiosk.packs.targets import Target
from tests.packs_builder import refused


def test_a_file_changed_since_it_was_hashed_is_an_error(tmp_path: Path) -> None:
    source = tmp_path / "events.sqlite"
    source.write_bytes(b"before")
    target = hash_target("events.sqlite", source)
    assert target == Target("events.sqlite", 6, hashlib.sha256(b"before").hexdigest())
    source.write_bytes(b"after!")
    with refused("keys.changed", file=str(source)):
        write_zip(tmp_path / "out", {}, {target: source})
