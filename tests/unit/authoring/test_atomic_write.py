"""Replacing a file completely or not at all."""

from pathlib import Path

import pytest

from kiosk.authoring.atomic_write import write_atomically


def test_a_file_is_replaced_completely_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), write_atomically(out) as part:
        part.write_bytes(b"half")
        raise ZeroDivisionError
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out": b"old"}
    with write_atomically(out) as part:
        part.write_bytes(b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out": b"new"}
