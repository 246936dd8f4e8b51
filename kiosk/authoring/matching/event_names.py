"""Finds the event that the name of a file stands for."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from kiosk.authoring.matching.names import file_keys, name_key
from kiosk.authoring.source.raw_source import Entry

LIKENESS = 0.75
"""From here on two names are alike enough to ask (ratio of difflib, 1 for the same name)."""
MAX_COMPARED = 20
"""Names, of those that share most groups of letters, that are compared with one file."""
MIN_PREFIX = 6
"""Letters of the beginning of a name that are enough to ask."""


@dataclass(frozen=True)
class Match:
    """The events that a file may be of: one for certain, several of one name, or those that it resembles."""

    ids: tuple[str, ...] = ()
    number: int = 0
    is_certain: bool = False


class EventNames:
    """The ids and titles of the events, in every language."""

    def __init__(self, events: Mapping[str, Entry]) -> None:
        self._ids = {name_key(id): id for id in events}
        self._names: dict[str, set[str]] = defaultdict(set)
        for id, entry in events.items():
            title = entry.data.get("title")
            texts = title.values() if isinstance(title, dict) else ()
            for text in (id, *(one for one in texts if isinstance(one, str))):
                if key := name_key(text):
                    self._names[key].add(id)

    def find(self, file: Path) -> Match:
        """The events whose name is that of `file`, or whose id begins it; else those that it resembles."""
        keys = [(key, number) for key, number in file_keys(file) if key]
        for key, number in keys:
            if found := self._names.get(key):
                return Match(tuple(sorted(found)), number, len(found) == 1)
        for key, number in keys:
            begins = [id for id in self._ids if len(id) >= MIN_PREFIX and key.startswith(id)]
            if begins:
                longest = max(begins, key=len)
                found = {self._ids[longest]}.union(
                    *(ids for name, ids in self._names.items() if name.startswith(longest))
                )
                return Match(tuple(sorted(found)), number, len(found) == 1)
        return self._find_alike(keys[0][0] if keys else "")

    def _find_alike(self, key: str) -> Match:
        shared = Counter(name for part in _parts(key) for name in self._names_by_part.get(part, ()))
        best, found = LIKENESS, set[str]()
        for name, _ in shared.most_common(MAX_COMPARED):
            begins = min(len(name), len(key)) >= MIN_PREFIX and (name.startswith(key) or key.startswith(name))
            likeness = 1.0 if begins else SequenceMatcher(None, key, name, autojunk=False).ratio()
            if likeness > best:
                best, found = likeness, set()
            if likeness >= best:
                found |= self._names[name]
        return Match(tuple(sorted(found)))

    @cached_property
    def _names_by_part(self) -> dict[str, list[str]]:
        """The names that have three letters in a row; only they are worth comparing."""
        found = defaultdict[str, list[str]](list)
        for name in self._names:
            for part in _parts(name):
                found[part].append(name)
        return found


def _parts(name: str) -> set[str]:
    """All groups of three neighbouring letters."""
    return {name[at : at + 3] for at in range(len(name) - 2)}
