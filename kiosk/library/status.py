"""How things stand: what is shown, whether it is whole, and what could be shown instead."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.durable_files import file_matches
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.store.records import Generation
from kiosk.store.storage_errors import storage_errors

LogEntry = tuple[int, str, dict[str, object]]
"""When (UTC seconds), what happened, and more about it."""


@dataclass(frozen=True, slots=True)
class Status:
    """The generation shown, the one to go back to (None: there is none), damaged files, the log."""

    current: Generation | None = None
    previous: Generation | None = None
    damaged: tuple[str, ...] = ()
    log: tuple[LogEntry, ...] = ()


def read_status(folder: Path) -> Status:
    """How the library in `folder` stands; an empty one, or none at all, is no error. Reads every file."""
    places = LibraryPaths(folder.absolute())
    state = open_state(places)
    if state is None:
        return Status()
    with state:
        current, previous = (*state.shown_generations(), None, None)[:2]
        return Status(
            current, previous, find_damaged_files(places, current) if current else (), state.log_entries()
        )


def find_damaged_files(places: LibraryPaths, generation: Generation) -> tuple[str, ...]:
    """The files of a generation that are no longer as they were signed, as '<publisher>/<name>'."""
    found: list[str] = []
    for pack in generation.packs:
        files = places.files(generation.folder, pack.publisher)
        sums = {"events.sqlite": (pack.length, pack.sha256)} | read_signed_files(
            places.metadata(generation.folder, pack.publisher)
        )
        with storage_errors():
            wrong = (name for name, sum in sorted(sums.items()) if not file_matches(files / name, *sum))
            found += (f"{pack.publisher}/{name}" for name in wrong)
    return tuple(found)


def read_signed_files(metadata: Path) -> dict[str, tuple[int, str]]:
    """Length and SHA-256 of each file as the metadata in a folder lists them; nothing when it is damaged."""
    try:
        targets = json.loads((metadata / "targets.json").read_bytes())["signed"]["targets"]
        return {name: (target["length"], target["hashes"]["sha256"]) for name, target in targets.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
