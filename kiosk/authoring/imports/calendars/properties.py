"""Reads the properties of one component of a calendar."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from icalendar.parser import Contentline, split_on_unescaped_comma


def _unescape(value: str) -> str:
    """The text of a value (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


class Property(NamedTuple):
    """A property with its unescaped value; names are in upper case."""

    value: str
    parameters: Mapping[str, str]
    values: tuple[str, ...]
    """The value divided at its commas, for properties that are lists."""

    @property
    def zone(self) -> str:
        """The name of the zone that its times are in, or ''."""
        return self.parameters.get("TZID", "")


_PARAMETERS = re.compile(r'(?:"[^"]*"|[^":])*:')
"""A line up to its value; a colon in quotation marks belongs to a parameter."""


class Properties:
    """The properties of a component, without those of the components in it."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read unfolded lines; of one that breaks the rules of parameters only name and value are read."""
        self._by_name: dict[str, list[Property]] = {}
        depth = 0
        for line in lines:
            name = line.partition(":")[0].strip().upper()
            depth += {"BEGIN": 1, "END": -1}.get(name, 0)
            if depth <= 1 and name not in ("BEGIN", "END") and line.strip():
                self._add(line)

    def _add(self, line: str) -> None:
        raw = _PARAMETERS.sub("", line, count=1)
        try:
            name, parameters, value = Contentline.from_ical(line).parts()
        except ValueError:
            name, parameters, value = re.split("[;:]", line, maxsplit=1)[0], {}, _unescape(raw)
        plain = {key: one if isinstance(one, str) else one[0] for key, one in parameters.items()}
        values = tuple(split_on_unescaped_comma(raw))
        self._by_name.setdefault(name.upper(), []).append(Property(value, plain, values))

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        return self._by_name.get(name, [])

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """The value of the first property of that name, or ''."""
        found = self.first(name)
        return found.value.strip() if found else ""
