"""Fault catalogue, A23, as tuf-conformance's test_static_repositories: packs made earlier stay readable.

`static/43.kpack` was made with program version 0.1.0 and format 1, after its keys had been changed twice; it
must be accepted for as long as docs/pack-format.md says format 1.
"""

from pathlib import Path

from kiosk.base import limits
from tests.packs_builder import MANIFEST, SIGNED_AT, PackReader

STATIC = Path(__file__).parent / "static"


def test_a23_a_pack_of_an_earlier_program_is_accepted(tmp_path: Path) -> None:
    kiosk = PackReader(tmp_path / "kiosk", (STATIC / "root.json").read_bytes())
    found = kiosk.offer(STATIC / "43.kpack", now=SIGNED_AT + limits.EXPIRES_AFTER - 1)
    assert (found.version, found.root, found.short_id) == (43, 3, "754f540")
    assert found.manifest == MANIFEST
