"""The rules for rows of a pack's database, as queries that find violations."""

from collections.abc import Mapping

from kiosk.base import limits
from kiosk.base.model import MediaKind, Reach, Status, VenueKind
from kiosk.rules.detail_rules import DETAIL_RULES
from kiosk.rules.rule import RowRule

MAX_ROWS: Mapping[str, int] = {
    "language": limits.LANGUAGES,
    "theme": limits.THEMES,
    "venue": 5_000,
    "event": limits.EVENTS,
    "occurrence": 100_000,
    "place": 200_000,
    "audience": 200_000,
    "spoken": 200_000,
    "hashtag": 200_000,
    "media": 4_096,
    "caption": 100_000,
    "series": 20_000,
    "level": 100_000,
    "speaker": 20_000,
    "access": 30_000,
    "event_search": limits.EVENTS * limits.LANGUAGES,
}
"""The maximum number of rows by table; text tables are bounded by these and their keys."""

MAX_ROWS_PER_EVENT: Mapping[str, int] = {
    "occurrence": 5_000,
    "place": 100,
    "audience": 20,
    "spoken": 20,
    "hashtag": 20,
    "media": 20,
    "speaker": 20,
}

FIRST_SECOND, LAST_SECOND = -2_208_988_800, 7_258_118_399
"""1900 to 2199, in seconds of UTC: the years that the calendar of the kiosk can show."""


def _has_bad_bounds(name: str = "") -> str:
    """SQL that is true for bounds that are incomplete, in the wrong order or beyond the calendar."""
    written, earliest, latest = f"{name}edtf", f"{name}earliest", f"{name}latest"
    return f"""((({written} IS NULL) <> ({earliest} IS NULL) OR ({written} IS NULL) <> ({latest} IS NULL))
        OR {earliest} > {latest} OR {earliest} < {FIRST_SECOND} OR {latest} > {LAST_SECOND})"""


def _lacks_text(table: str, column: str) -> str:
    """A query for rows that lack a required text in every language."""
    with_text = f"SELECT {table} FROM {table}_text WHERE trim({column}) <> ''"
    return f"SELECT id FROM {table} WHERE id NOT IN ({with_text})"


def _repeats(table: str, column: str, condition: str = "TRUE") -> str:
    """A query for events that have a value twice in one of their lists."""
    return f"""SELECT event FROM {table} JOIN event ON event.id = event WHERE {condition}
        GROUP BY event, {table}.{column} HAVING count(*) > 1"""


_COUNTS = (
    RowRule("one_campaign", "A pack is one programme.", "SELECT count(*) FROM campaign HAVING count(*) <> 1"),
    RowRule(
        "list_short",
        "A programme has a language.",
        "SELECT count(*) FROM language HAVING count(*) = 0",
    ),
    RowRule("nothing", "A programme has a theme.", "SELECT count(*) FROM theme HAVING count(*) = 0"),
    *(
        RowRule(
            "list_long",
            f"A pack has at most {most:,} rows in `{table}`.",
            f"SELECT count(*) FROM {table} HAVING count(*) > {most}",
        )
        for table, most in MAX_ROWS.items()
    ),
    *(
        RowRule(
            "list_long",
            f"An event has at most {most:,} rows in `{table}`.",
            f"SELECT event FROM {table} GROUP BY event HAVING count(*) > {most}",
        )
        for table, most in MAX_ROWS_PER_EVENT.items()
    ),
)

_TEXTS = (
    *(
        RowRule(
            "missing", f"A {table} has a `{column}` in one language at least.", _lacks_text(table, column)
        )
        for table, column in (("campaign", "title"), ("theme", "title"), ("venue", "name"))
    ),
    RowRule("missing", "An event has a `title` in one language at least.", _lacks_text("event", "title")),
    RowRule(
        "alt_missing",
        "A picture or video has an `alt` in one language at least.",
        _lacks_text("media", "alt"),
    ),
)

_VENUES = (
    RowRule(
        "city_unknown",
        "The city of a venue is a venue of kind `city`.",
        f"""SELECT venue.id FROM venue JOIN venue AS town ON town.id = venue.city
        WHERE town.kind <> '{VenueKind.CITY}'""",
    ),
    RowRule(
        "city_of_city",
        "A city is its own city.",
        f"SELECT id FROM venue WHERE kind = '{VenueKind.CITY}' AND city IS NOT id",
    ),
    RowRule(
        "half_a_point",
        "A venue has two coordinates or none.",
        "SELECT id FROM venue WHERE (latitude IS NULL) <> (longitude IS NULL)",
    ),
    RowRule(
        "too_large",
        "Coordinates are degrees of WGS 84: -90 to 90 and -180 to 180.",
        "SELECT id FROM venue WHERE latitude NOT BETWEEN -90 AND 90 OR longitude NOT BETWEEN -180 AND 180",
    ),
    RowRule(
        "route_short",
        "A route has two places or more.",
        f"""SELECT id FROM event WHERE reach = '{Reach.ROUTE}'
        AND (SELECT count(*) FROM place WHERE event = event.id) < 2""",
    ),
    RowRule(
        "twice",
        "A place is named once, unless the event is a route.",
        _repeats("place", "venue", f"reach <> '{Reach.ROUTE}'"),
    ),
)

_LISTS = tuple(
    RowRule("twice", f"An event has no `{column}` twice in `{table}`.", _repeats(table, column))
    for table, column in (("audience", "code"), ("spoken", "language"), ("hashtag", "tag"))
)

_TIMES = (
    RowRule(
        "when_missing",
        "An event has a time.",
        "SELECT id FROM event WHERE id NOT IN (SELECT event FROM occurrence)",
    ),
    RowRule(
        "bounds_complete",
        "A time has both bounds, in order, in the years 1900 to 2199.",
        f"""SELECT event FROM occurrence WHERE {_has_bad_bounds()} OR {_has_bad_bounds("original_")} UNION
        SELECT event FROM registration WHERE {_has_bad_bounds("opens_")} OR {_has_bad_bounds("closes_")}""",
    ),
    RowRule(
        "visible_until",
        "`visible_until` is the later of `latest` and `original_latest`.",
        "SELECT event FROM occurrence WHERE visible_until <> max(latest, coalesce(original_latest, latest))",
    ),
    RowRule(
        "moved_from",
        "What is `moved` has its original time.",
        f"SELECT event FROM occurrence WHERE status = '{Status.MOVED}' AND original_edtf IS NULL",
    ),
    RowRule(
        "moved_not",
        "Only what is `moved` has an original time.",
        f"SELECT event FROM occurrence WHERE status <> '{Status.MOVED}' AND original_edtf IS NOT NULL",
    ),
    RowRule(
        "moved_nowhere",
        "The original time is another than the new one.",
        "SELECT event FROM occurrence WHERE original_edtf = edtf",
    ),
    RowRule(
        "registration_order",
        "Registration does not close before it opens.",
        "SELECT event FROM registration WHERE opens_earliest > closes_latest",
    ),
)

_PEOPLE = (
    RowRule("not_bool", "`free` is 0, 1 or unknown (NULL).", "SELECT id FROM event WHERE free NOT IN (0, 1)"),
    RowRule(
        "too_small",
        "The number of places is 1 to 1,000,000.",
        "SELECT event FROM registration WHERE places NOT BETWEEN 1 AND 1000000",
    ),
    RowRule(
        "contact_empty",
        "A contact has a name, a telephone number, an e-mail address or a link.",
        """SELECT event FROM contact WHERE phone = '' AND email = '' AND url = ''
        AND event NOT IN (SELECT event FROM contact_text WHERE trim(name) <> '')""",
    ),
)

_MEDIA = (
    RowRule(
        "media_size",
        "Pictures and videos are 1 to 8192 pixels a side; no video lasts less than 0 seconds.",
        """SELECT event FROM media WHERE width < 1 OR height < 1 OR max(width, height) > 8192
        OR duration < 0""",
    ),
    RowRule(
        "video_kind",
        "A video is a file `.mp4` or `.webm`; a picture or poster is not.",
        f"""SELECT event FROM media WHERE poster LIKE '%.mp4' OR poster LIKE '%.webm'
        OR (kind = '{MediaKind.VIDEO}') <> (file LIKE '%.mp4' OR file LIKE '%.webm')""",
    ),
    RowRule(
        "video_twice",
        "An event has one video at most.",
        f"""SELECT event FROM media WHERE kind = '{MediaKind.VIDEO}' GROUP BY event HAVING count(*) > 1""",
    ),
    RowRule(
        "video_poster",
        "A video has a poster.",
        f"SELECT event FROM media WHERE kind = '{MediaKind.VIDEO}' AND poster = ''",
    ),
    RowRule(
        "video_only",
        "Only a video has a poster, a link or captions.",
        f"""SELECT event FROM media WHERE kind <> '{MediaKind.VIDEO}' AND (poster <> ''
        OR id IN (SELECT media FROM media_link) OR id IN (SELECT media FROM caption))""",
    ),
    RowRule(
        "captions_order",
        "A caption begins at 0 milliseconds or later and ends after its beginning.",
        'SELECT media FROM caption WHERE start < 0 OR "end" <= start',
    ),
)

ROW_RULES = (
    *_COUNTS,
    *_TEXTS,
    *_VENUES,
    *_LISTS,
    *_TIMES,
    *_PEOPLE,
    *_MEDIA,
    *DETAIL_RULES,
    RowRule(
        "search_index",
        "Each row of the search index is of an event.",
        "SELECT event FROM event_search WHERE event NOT IN (SELECT id FROM event)",
    ),
)
"""Every rule for rows; they are checked in this order."""
