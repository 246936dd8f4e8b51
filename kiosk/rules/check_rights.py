"""Checks that a pack stays within the themes and venues its publisher has rights to."""

import json
from collections.abc import Collection
from contextlib import closing
from typing import Literal, NamedTuple

from kiosk.base.errors import KioskError
from kiosk.store.pack_connection import open_database

_THEMES = """SELECT id, theme FROM event WHERE theme NOT IN (SELECT value FROM json_each(?))
    ORDER BY id LIMIT 1"""
_VENUES = """SELECT event, venue FROM (
        SELECT event, venue FROM place
        UNION SELECT event, venue FROM occurrence WHERE venue IS NOT NULL
        UNION SELECT id, '*' FROM event WHERE reach = 'everywhere')
    WHERE venue NOT IN (SELECT value FROM json_each(?)) ORDER BY event, venue LIMIT 1"""
_CORNERS = """SELECT '', id FROM venue WHERE kind = 'corner' AND id NOT IN (SELECT value FROM json_each(?))
    ORDER BY id LIMIT 1"""


class Violation(NamedTuple):
    """An event that goes beyond the rights of its publisher, by its theme or a venue with this `id`.

    A 'corner' is a Corner that no event names: it would stand in the list of Corners all the same.
    """

    kind: Literal["theme", "venue", "corner"]
    event: str
    id: str


def find_violation(database: bytes, themes: Collection[str], venues: Collection[str]) -> Violation | None:
    """The first event or Corner beyond these ids of themes and venues; None when there is none.

    '*' among the ids allows any; an event that takes place everywhere needs it. `database` has passed
    `check_database`.
    """
    kinds: tuple[tuple[Literal["theme", "venue", "corner"], Collection[str], str], ...] = (
        ("theme", themes, _THEMES),
        ("venue", venues, _VENUES),
        ("corner", venues, _CORNERS),
    )
    with closing(open_database(database)) as connection:
        for kind, ids, query in kinds:
            if "*" not in ids and (row := connection.execute(query, (json.dumps(list(ids)),)).fetchone()):
                return Violation(kind, *row)
    return None


def check_rights(database: bytes, publisher: str, themes: Collection[str], venues: Collection[str]) -> None:
    """Raise `KioskError` 'packs.rights_theme', '…_venue' or '…_corner' for what is beyond these ids.

    `publisher` is the name for the error's sentence; the rest is as in `find_violation`.
    """
    if violation := find_violation(database, themes, venues):
        _, event, id = violation
        if violation.kind == "theme":
            raise KioskError("packs.rights_theme", publisher=publisher, event=event, theme=id)
        if violation.kind == "corner":
            raise KioskError("packs.rights_corner", publisher=publisher, venue=id)
        raise KioskError("packs.rights_venue", publisher=publisher, event=event, venue=id)
