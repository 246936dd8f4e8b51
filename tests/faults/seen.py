"""What a library shows at the next start, and that nothing about it is half done."""

from pathlib import Path
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State

PUBLISHERS = ("local", "neighbour")
LASTING = {"gen", "lock.db", "state.db", "trust"}
"""All that may lie in a library's folder for good."""


class Seen(NamedTuple):
    """The number of the pack shown, and of the newest accepted, by publisher; and which files are damaged."""

    shown: dict[str, int]
    trusted: dict[str, int]
    damaged: tuple[str, ...] = ()


NOTHING = Seen({}, {})


def seen(library: Path, *harmless: str) -> Seen:
    """What a start shows; an assertion fails over what is lost, or left besides `harmless` files."""
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
    return Seen(shown, trusted, damaged)
