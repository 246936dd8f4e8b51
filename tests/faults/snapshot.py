"""Takes a snapshot of a library: what the next start shows, and that nothing is unfinished."""

from pathlib import Path
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State

PUBLISHERS = ("local", "neighbour")
LASTING = {"gen", "lock.db", "state.db", "trust"}
"""The permanent contents of a library folder."""


class Snapshot(NamedTuple):
    """By publisher the version shown and the newest version accepted; the damaged files."""

    shown: dict[str, int]
    trusted: dict[str, int]
    damaged: tuple[str, ...] = ()


EMPTY = Snapshot({}, {})


def take_snapshot(library: Path, *harmless: str) -> Snapshot:
    """What a start shows; AssertionError when anything is lost, or left over but for `harmless`."""
    try:
        showing = open_library(library)
    except KioskError as error:
        assert error.code == "library.empty", error
        shown = {}
    else:
        assert not showing.damaged, "the generation chosen cannot be read"
        shown = {pack.publisher: pack.version for pack in showing.packs}
    damaged = read_status(library).damaged
    names: frozenset[str] = frozenset()
    trusted = {}
    if (library / "state.db").exists():
        with State(library / "state.db") as state:
            names = state.folders()
            newest = {publisher: state.trusted_pack(publisher) for publisher in PUBLISHERS}
        trusted = {publisher: pack.version for publisher, pack in newest.items() if pack}
    generations = library / "gen"
    found = {path.name for path in generations.iterdir()} if generations.exists() else set()
    assert found == names, f"on the disk {found}, in the state {set(names)}"
    left = {path.name for path in library.iterdir()} - LASTING - set(harmless)
    assert not left, f"left over: {left}"
    return Snapshot(shown, trusted, damaged)
