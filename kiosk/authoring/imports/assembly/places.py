"""Makes venues of the rooms and locations that a file names."""

import re
from collections.abc import Mapping
from typing import Any

from kiosk.authoring.imports.assembly.slugs import free_slug, make_slug
from kiosk.authoring.imports.assembly.texts import clean, one_line, shorten
from kiosk.base.text import TEXT_LIMITS
from kiosk.search.fold import fold

_ONLINE = re.compile(
    r"(?:https://\S+|online|онлайн|zoom|google meet|(?:microsoft )?teams|webinar|вебинар)\b.*", re.I
)


def is_online(location: str) -> bool:
    """Whether a location is no place: an address of the web, or a word for it."""
    return bool(_ONLINE.fullmatch(location.strip()))


class PlaceFinder:
    """Finds the venue of a location among those that are there, by name, and makes the others.

    `made` are the new tables by id.
    """

    def __init__(self, venues: Mapping[str, Mapping[str, Any]]) -> None:
        self.made: dict[str, dict[str, Any]] = {}
        self._ids: dict[str, str] = {}
        self._taken = set(venues)
        for id, table in venues.items():
            names = table.get("name")
            for name in names.values() if isinstance(names, dict) else ():
                self._ids.setdefault(fold(str(name)), id)

    def find(self, location: str, address: str, point: tuple[float, float] | None, language: str) -> str:
        """The id of the venue at a location. A comma in it divides its name from its address."""
        whole = one_line(clean(location).replace("\n", ", "))
        if known := self._ids.get(fold(whole)):
            return known
        name, _, rest = whole.partition(", ")
        address = one_line(clean(address)) or rest
        id = self._ids.get(fold(name)) if not rest else None
        if id is None:
            id = free_slug(make_slug(name, "place"), self._taken)
            self._taken.add(id)
            self.made[id] = _table(name, address, point, language)
        self._ids[fold(whole)] = id
        return id


def _table(name: str, address: str, point: tuple[float, float] | None, language: str) -> dict[str, Any]:
    table: dict[str, Any] = {"kind": "building", "name": {language: shorten(name, TEXT_LIMITS["name"])}}
    if address and address != name:
        table["address"] = {language: shorten(address, TEXT_LIMITS["address"])}
    if point:
        table["latitude"], table["longitude"] = point
    return table
