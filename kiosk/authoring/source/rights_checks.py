"""Checks that a source stays within the rights of its publisher's keys."""

from collections.abc import Iterable, Iterator
from typing import Literal

from kiosk.authoring.source.problems import Path, Problem
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base.model import Reach, VenueKind
from kiosk.packs.publisher import Publisher

RightsCode = Literal["rights_theme", "rights_venue"]
Named = tuple[Path, str]
"""The path of a field of an event, and the id that it names."""


def check_source_rights(source: RawSource, rights: Publisher) -> Iterator[Problem]:
    """Report each website, theme and place in the tables as written that is beyond `rights`."""
    hosts = source.pack.data.get("hosts") if source.pack else None
    for position, host in enumerate(hosts if isinstance(hosts, list) else ()):
        if source.pack and host not in rights.hosts:
            known = ", ".join(rights.hosts)
            yield source.pack.make_problem("rights_host", ("hosts", position), host=host, choices=known)
    for entry in source.events.values():
        yield from _check_ids(entry, "rights_theme", rights.themes, _named_themes(entry))
        yield from _check_ids(entry, "rights_venue", rights.venues, _named_venues(entry))
    named = {id for entry in source.events.values() for _, id in _named_venues(entry)}
    for id, entry in source.venues.items():
        if entry.data.get("kind") == VenueKind.CORNER and id not in named:
            yield from _check_ids(entry, "rights_venue", rights.venues, [((), id)])


def _check_ids(
    entry: Entry, code: RightsCode, allowed: tuple[str, ...], named: Iterable[Named]
) -> Iterator[Problem]:
    if "*" in allowed:
        return
    for path, id in named:
        if id not in allowed:
            yield entry.make_problem(code, path, value=id, choices=", ".join(allowed))


def _named_themes(entry: Entry) -> Iterator[Named]:
    if isinstance(theme := entry.data.get("theme"), str):
        yield ("theme",), theme


def _named_venues(entry: Entry) -> Iterator[Named]:
    """The places that an event names; '*' for one that takes place everywhere."""
    if entry.data.get("reach") == Reach.EVERYWHERE:
        yield ("reach",), "*"
    places = entry.data.get("places")
    for position, id in enumerate(places if isinstance(places, list) else ()):
        if isinstance(id, str):
            yield ("places", position), id
    for key in ("occurrence", "change"):
        tables = entry.data.get(key)
        for position, table in enumerate(tables if isinstance(tables, list) else ()):
            if isinstance(table, dict) and isinstance(id := table.get("venue"), str):
                yield (key, position, "venue"), id
