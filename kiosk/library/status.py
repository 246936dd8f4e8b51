"""Reads the status of the library: current and previous generation, damaged files, log."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.safe_open import open_regular_file
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state_to_read
from kiosk.library.sealed_pack import SealedPack
from kiosk.store.records import Generation
from kiosk.store.storage_errors import storage_errors

LogEntry = tuple[int, str, dict[str, object]]
"""Time (UTC seconds), event, details."""


@dataclass(frozen=True, slots=True)
class Status:
    """The current generation and the previous one, damaged files, the log, the newer generation.

    A generation that there is none of is None; `newer` is the one that was rolled back from.
    `copied_because` is why the state could only be read from a copy, None when it could be opened.
    """

    current: Generation | None = None
    previous: Generation | None = None
    damaged: tuple[str, ...] = ()
    log: tuple[LogEntry, ...] = ()
    newer: Generation | None = None
    copied_because: KioskError | None = None


def read_status(folder: Path) -> Status:
    """Read the status of the library in `folder`, which may be empty or missing. Reads every file."""
    paths = LibraryPaths(folder.absolute())
    state = open_state_to_read(paths)
    if state is None:
        return Status()
    with state:
        current, previous = (*state.shown_generations(), None, None)[:2]
        damaged = find_damaged_files(paths, current) if current else ()
        return Status(
            current, previous, damaged, state.log_entries(), state.newer_generation(), state.copied_because
        )


def find_damaged_files(paths: LibraryPaths, generation: Generation) -> tuple[str, ...]:
    """Return the files of a generation that differ from what was signed, as '<publisher>/<name>'."""
    damaged: list[str] = []
    for pack in generation.packs:
        files = SealedPack.find(paths, generation.folder, pack.publisher)
        signed_files = {"events.sqlite": (pack.length, pack.sha256)} | read_signed_files(
            paths.metadata(generation.folder, pack.publisher)
        )
        with storage_errors():
            damaged += (
                f"{pack.publisher}/{name}"
                for name, (length, sha256) in sorted(signed_files.items())
                if not files.matches(name, length, sha256)
            )
    return tuple(damaged)


def read_signed_files(metadata: Path) -> dict[str, tuple[int, str]]:
    """Return length and SHA-256 of each file from the targets in `metadata`; empty if they are damaged."""
    try:
        with open_regular_file(metadata / "targets.json", follow=False) as file:
            targets = json.loads(file.read())["signed"]["targets"]
        return {name: (target["length"], target["hashes"]["sha256"]) for name, target in targets.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
