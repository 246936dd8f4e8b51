"""Writing the ZIP of a pack."""

import hashlib
from pathlib import Path

import pytest

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.building.zip_writer import hash_target, write_zip
from kiosk.packs.targets import Target
from tests.packs_builder import refused


def test_a_file_that_changed_since_it_was_measured_is_told(tmp_path: Path) -> None:
    source = tmp_path / "events.sqlite"
    source.write_bytes(b"before")
    target = hash_target("events.sqlite", source)
    assert target == Target("events.sqlite", 6, hashlib.sha256(b"before").hexdigest())
    source.write_bytes(b"after!")
    with refused("keys.changed", file=str(source)):
        write_zip(tmp_path / "out", {}, {target: source})


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), write_atomically(out) as part:
        part.write_bytes(b"half")
        raise ZeroDivisionError
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out": b"old"}
    with write_atomically(out) as part:
        part.write_bytes(b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out": b"new"}
