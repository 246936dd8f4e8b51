"""The names by which a workbook refers to its themes and places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import tidy
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.search.fold import fold

Tables = Mapping[str, Mapping[str, Any]]
"""Tables of a source by id."""


@dataclass(frozen=True)
class NameIndex:
    """Finds tables by what they are called in any language; `kind` is the key of their names."""

    tables: Tables
    kind: str
    _found: dict[str, Reading[str]] = field(default_factory=dict, compare=False)

    def find(self, text: str) -> Reading[str]:
        """The id of the table that is called so, or, uncertain, of the only one whose name has these words.

        `text` itself when there is none or several.
        """
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def _find(self, text: str) -> Reading[str]:
        if text in self.tables:
            return Reading(text)
        called = self._ids.get(fold(tidy(text)), frozenset())
        if len(called) == 1:
            return Reading(next(iter(called)))
        words = set(fold(tidy(text)).split())
        similar = {
            id for name, ids in self._ids.items() if words and words <= set(name.split()) for id in ids
        }
        return Reading(similar.pop(), False) if not called and len(similar) == 1 else Reading(text)

    def name(self, id: str, language: str) -> str:
        """The name of a table in that language, or its id where that is needed to find it again."""
        names = self._names(id)
        name = next((names[code] for code in (language, *LANGUAGES) if code in names), id)
        is_plain = name == " ".join(name.split()) and not set(name) & set(";,")
        return name if is_plain and self.find(name) == Reading(id) else id

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        """The ids by folded name."""
        found: dict[str, frozenset[str]] = {}
        for id in self.tables:
            for name in self._names(id).values():
                found[fold(tidy(name))] = found.get(fold(tidy(name)), frozenset()) | {id}
        return found

    def _names(self, id: str) -> dict[str, str]:
        names = self.tables.get(id, {}).get(self.kind)
        there = names.items() if isinstance(names, dict) else ()
        return {code: name for code, name in there if isinstance(name, str)}


@dataclass(frozen=True)
class Names:
    """What the cells of a workbook refer to; `near` is the day to which days without a year are near."""

    language: str
    near: date
    themes: NameIndex = field(default=NameIndex({}, "title"))
    venues: NameIndex = field(default=NameIndex({}, "name"))

    @classmethod
    def of_tables(cls, language: str, near: date, themes: Tables, venues: Tables) -> "Names":
        """The names of these themes and places."""
        return cls(language, near, NameIndex(themes, "title"), NameIndex(venues, "name"))
