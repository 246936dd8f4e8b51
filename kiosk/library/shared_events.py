"""Finds the events that a pack shares with packs of other publishers (ADR 9)."""

from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.store.catalogue import Catalogue


def find_shared_events(database: Path, others: Iterable[Path]) -> tuple[str, ...]:
    """Return the ids of events in both `database` and any of `others`; skip damaged ones."""
    with closing(Catalogue(read_regular_file(database))) as catalogue:
        own = catalogue.event_ids()
    shared: set[str] = set()
    for other in others:
        with suppress(KioskError, OSError), closing(Catalogue(read_regular_file(other))) as catalogue:
            shared |= own & catalogue.event_ids()
    return tuple(sorted(shared))
