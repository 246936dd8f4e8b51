"""Checks that a pack's events stay within the themes and venues its publisher has rights to."""

import json
from collections.abc import Collection
from contextlib import closing

from kiosk.base.errors import KioskError
from kiosk.store.pack_connection import open_database

_THEMES = """SELECT id, theme FROM event WHERE theme NOT IN (SELECT value FROM json_each(?))
    ORDER BY id LIMIT 1"""
_VENUES = """SELECT event, venue FROM (
        SELECT event, venue FROM place
        UNION SELECT event, venue FROM occurrence WHERE venue IS NOT NULL
        UNION SELECT id, '*' FROM event WHERE reach = 'everywhere')
    WHERE venue NOT IN (SELECT value FROM json_each(?)) ORDER BY event, venue LIMIT 1"""


def check_rights(database: bytes, publisher: str, themes: Collection[str], venues: Collection[str]) -> None:
    """Raise `KioskError` 'packs.rights_theme' or 'packs.rights_venue' for the first event beyond these ids.

    '*' among the ids allows any; an event that takes place everywhere needs it. `publisher` is the name for
    the error's sentence; `database` has passed `check_database`.
    """
    limited = [(ids, sql) for ids, sql in ((themes, _THEMES), (venues, _VENUES)) if "*" not in ids]
    if not limited:
        return
    with closing(open_database(database)) as connection:
        for ids, sql in limited:
            if violation := connection.execute(sql, (json.dumps(list(ids)),)).fetchone():
                event, id = violation
                if sql is _THEMES:
                    raise KioskError("packs.rights_theme", publisher=publisher, event=event, theme=id)
                raise KioskError("packs.rights_venue", publisher=publisher, event=event, venue=id)
