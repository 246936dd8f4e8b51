"""The rules for rows of a pack's database, as queries that find violations (docs/pack-format.md)."""

from collections.abc import Iterable, Mapping

from kiosk.base.model import AUDIENCES, MediaKind, Reach, Status, VenueKind
from kiosk.base.settings_rules import LANGUAGES

MAX_ROWS: Mapping[str, int] = {
    "language": 16,
    "theme": 64,
    "venue": 5_000,
    "event": 20_000,
    "occurrence": 100_000,
    "place": 200_000,
    "audience": 200_000,
    "spoken": 200_000,
    "hashtag": 200_000,
    "media": 4_096,
    "caption": 100_000,
    "event_search": 320_000,
}
"""The maximum number of rows by table; text tables are bounded by these and their keys."""

MAX_ROWS_PER_EVENT: Mapping[str, int] = {
    "occurrence": 5_000,
    "place": 100,
    "audience": 20,
    "spoken": 20,
    "hashtag": 20,
    "media": 20,
}

FIRST_SECOND, LAST_SECOND = -2_208_988_800, 7_258_118_399
"""1900 to 2199, in seconds of UTC: the years that the calendar of the kiosk can show."""


def _not_in(column: str, allowed: Iterable[str]) -> str:
    return f"{column} NOT IN ({', '.join(repr(str(value)) for value in allowed)})"


def _is_not_id(column: str) -> str:
    return f"({column} GLOB '*[^a-z0-9-]*' OR length({column}) NOT BETWEEN 1 AND 64)"


def _has_bad_bounds(name: str = "") -> str:
    """SQL that is true for bounds that are incomplete, in the wrong order or beyond the calendar."""
    written, earliest, latest = f"{name}edtf", f"{name}earliest", f"{name}latest"
    return f"""((({written} IS NULL) <> ({earliest} IS NULL) OR ({written} IS NULL) <> ({latest} IS NULL))
        OR {earliest} > {latest} OR {earliest} < {FIRST_SECOND} OR {latest} > {LAST_SECOND})"""


def _without_text(table: str, column: str) -> str:
    """A query for rows that lack a required text in every language."""
    with_text = f"SELECT {table} FROM {table}_text WHERE trim({column}) <> ''"
    return f"SELECT id FROM {table} WHERE id NOT IN ({with_text})"


RULES: tuple[tuple[str, str], ...] = (
    ("not one campaign", "SELECT count(*) FROM campaign HAVING count(*) <> 1"),
    ("no language", "SELECT count(*) FROM language HAVING count(*) = 0"),
    ("no theme", "SELECT count(*) FROM theme HAVING count(*) = 0"),
    *(
        (f"too many rows in {name}", f"SELECT count(*) FROM {name} HAVING count(*) > {most}")
        for name, most in MAX_ROWS.items()
    ),
    *(
        (f"too many rows in {name}", f"SELECT event FROM {name} GROUP BY event HAVING count(*) > {most}")
        for name, most in MAX_ROWS_PER_EVENT.items()
    ),
    *(
        (f"bad id in {table}", f"SELECT id FROM {table} WHERE {_is_not_id('id')}")
        for table in ("campaign", "theme", "venue", "event")
    ),
    *(
        (f"bad icon in {table}", f"SELECT id FROM {table} WHERE {_is_not_id('icon')}")
        for table in ("theme", "event")
    ),
    ("unknown language", f"SELECT code FROM language WHERE {_not_in('code', LANGUAGES)}"),
    ("no title", _without_text("campaign", "title")),
    ("no title", _without_text("theme", "title")),
    ("no name", _without_text("venue", "name")),
    ("no title", _without_text("event", "title")),
    (
        "bad colour",
        """SELECT id FROM theme WHERE length(colour) <> 7 OR colour NOT GLOB '#*'
        OR substr(colour, 2) GLOB '*[^0-9A-Fa-f]*'""",
    ),
    ("unknown kind", f"SELECT id FROM venue WHERE {_not_in('kind', VenueKind)}"),
    (
        "city that is none",
        "SELECT venue.id FROM venue JOIN venue AS town ON town.id = venue.city WHERE town.kind <> 'city'",
    ),
    (
        "bad coordinates",
        """SELECT id FROM venue WHERE (latitude IS NULL) <> (longitude IS NULL)
        OR latitude NOT BETWEEN -90 AND 90 OR longitude NOT BETWEEN -180 AND 180""",
    ),
    ("unknown reach", f"SELECT id FROM event WHERE {_not_in('reach', Reach)}"),
    ("bad price", "SELECT id FROM event WHERE free NOT IN (0, 1)"),
    ("no occurrence", "SELECT id FROM event WHERE id NOT IN (SELECT event FROM occurrence)"),
    ("unknown status", f"SELECT event FROM occurrence WHERE {_not_in('status', Status)}"),
    (
        "bad bounds",
        f"SELECT event FROM occurrence WHERE {_has_bad_bounds()} OR {_has_bad_bounds('original_')}",
    ),
    (
        "bad visibility",
        "SELECT event FROM occurrence WHERE visible_until <> max(latest, coalesce(original_latest, latest))",
    ),
    (
        "bad bounds",
        f"SELECT event FROM registration WHERE {_has_bad_bounds('opens_')} OR {_has_bad_bounds('closes_')}",
    ),
    ("bad number of places", "SELECT event FROM registration WHERE places NOT BETWEEN 1 AND 1000000"),
    ("unknown audience", f"SELECT event FROM audience WHERE {_not_in('code', AUDIENCES)}"),
    (
        "bad language",
        "SELECT event FROM spoken WHERE language GLOB '*[^a-z]*' OR length(language) NOT IN (2, 3)",
    ),
    ("bad hashtag", "SELECT event FROM hashtag WHERE tag NOT GLOB '#?*' OR tag GLOB '* *'"),
    (
        "bad hashtag",
        "SELECT id FROM campaign WHERE hashtag <> '' AND (hashtag NOT GLOB '#?*' OR hashtag GLOB '* *')",
    ),
    ("unknown kind", f"SELECT event FROM media WHERE {_not_in('kind', MediaKind)}"),
    (
        "bad size",
        "SELECT event FROM media WHERE width < 1 OR height < 1 OR max(width, height) > 8192 OR duration < 0",
    ),
    (
        "file of another kind",
        "SELECT event FROM media WHERE (kind = 'video') <> (file LIKE '%.mp4' OR file LIKE '%.webm')"
        " OR poster LIKE '%.mp4' OR poster LIKE '%.webm'",
    ),
    ("several videos", "SELECT event FROM media WHERE kind = 'video' GROUP BY event HAVING count(*) > 1"),
    (
        "captions of no video",
        "SELECT media FROM caption JOIN media ON media.id = media WHERE kind <> 'video'",
    ),
    ("bad time of a caption", 'SELECT media FROM caption WHERE start < 0 OR "end" <= start'),
    ("no address", "SELECT media FROM media_link WHERE url = ''"),
    ("no address", "SELECT campaign FROM campaign_link WHERE url = ''"),
    ("no address", "SELECT event FROM registration WHERE url = ''"),
    ("no file", "SELECT event FROM media WHERE file = ''"),
    ("search for no event", "SELECT event FROM event_search WHERE event NOT IN (SELECT id FROM event)"),
)
"""(violation, query): each row that the query returns is a violation, its first column says where."""

TEXTS: tuple[tuple[str, str, str], ...] = (
    *(
        (table, column, column)
        for table in ("campaign_text", "theme_text")
        for column in ("title", "tagline")
    ),
    *(
        ("event_text", column, column)
        for column in ("title", "summary", "body", "audience_note", "price_note")
    ),
    ("venue_text", "name", "name"),
    ("venue_text", "address", "address"),
    ("contact_text", "name", "name"),
    ("media_text", "alt", "alt"),
    ("caption", "text", "caption"),
    ("campaign", "hashtag", "hashtag"),
    ("hashtag", "tag", "hashtag"),
    ("contact", "phone", "phone"),
    ("contact", "email", "email"),
)
"""(table, column, kind of text as in `kiosk.base.text.TEXT_LIMITS`) of every text a visitor may read."""

LINKS = (
    ("registration", "url"),
    ("contact", "url"),
    ("event", "source"),
    ("media_link", "url"),
    ("campaign_link", "url"),
)
"""(table, column) of the addresses that can become QR codes; '' stands for none."""

TIMES = (
    ("occurrence", "edtf"),
    ("occurrence", "original_edtf"),
    ("registration", "opens_edtf"),
    ("registration", "closes_edtf"),
)
"""(table, column) of the times as written."""

DAYS = (("campaign", "updated"),)
"""(table, column) of ISO dates."""

ZONES = (("campaign", "zone"), ("occurrence", "zone"))
"""(table, column) of the names of time zones."""

FILES = (("media", "file"), ("media", "poster"))
"""(table, column) of the names of media files; '' stands for none."""
