"""Which states the gallery draws."""

from collections.abc import Collection
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True)
class Selection:
    """Events by their ids and states by patterns of their names; where one is empty it excludes nothing.

    With events alone only their pages are drawn.
    """

    events: Collection[str] = ()
    screens: Collection[str] = ()

    def has_event(self, id: str) -> bool:
        """Whether the pages of this event are drawn."""
        return not self.events or id in self.events

    def has_screen(self, name: str) -> bool:
        """Whether the state of this name is drawn."""
        own_pages = [pattern for id in self.events for pattern in (f"event-{id}", f"event-{id}-*")]
        patterns = self.screens or own_pages
        return not patterns or any(fnmatchcase(name, pattern) for pattern in patterns)


EVERYTHING = Selection()
