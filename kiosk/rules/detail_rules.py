"""The rules for rows of what version 3 adds to a pack's database (ADR 20), but for the dates of series."""

from kiosk.dates.date_parts import NIGHT_ENDS
from kiosk.dates.recurrence import MAX_SPAN
from kiosk.rules.rule import RowRule

MAX_PRICE = 10_000_000
"""The highest price, in whole units of its currency."""
CURRENCIES = ("KZT", "USD", "EUR", "RUB", "GBP", "CHF", "CNY", "JPY", "TRY", "AED", "KGS", "UZS", "TJS")
"""The currencies of prices, by ISO 4217: those that people in Central Asia are asked for."""
MAX_AGE = 120
MAX_SERIES = 10
"""The most rules by which one event is repeated."""

DETAIL_RULES = (
    RowRule(
        "list_long",
        f"An event has at most {MAX_SERIES} rows in `series`.",
        f"SELECT event FROM series GROUP BY event HAVING count(*) > {MAX_SERIES}",
    ),
    RowRule(
        "series_order",
        "A series lasts two years at most; an end of its hours needs another begin, which is not 24:00.",
        f"""SELECT event FROM series WHERE until < first OR julianday(until) - julianday(first) > {MAX_SPAN}
        OR begins = '24:00' OR (begins = '' AND ends <> '') OR (begins = ends AND ends <> '')
        OR (ends <> '' AND ends < begins AND ends > '{NIGHT_ENDS}')""",
    ),
    RowRule(
        "not_bool",
        "`online` and `waiting_list` are 0 or 1.",
        "SELECT event FROM detail WHERE online NOT IN (0, 1) OR waiting_list NOT IN (0, 1)",
    ),
    RowRule(
        "online_link",
        "Only what is `online` has a link.",
        "SELECT event FROM detail WHERE online_url <> '' AND online = 0",
    ),
    RowRule(
        "price_form",
        f"A price is a whole number from 1 to {MAX_PRICE:,}, or a range of two, with a currency.",
        f"""SELECT event FROM detail WHERE (price_least IS NULL) <> (price_most IS NULL)
        OR (price_least IS NULL) <> (currency = '') OR price_least > price_most
        OR price_least < 1 OR price_most > {MAX_PRICE}""",
    ),
    RowRule(
        "price_free",
        "What is free has no price.",
        "SELECT id FROM event JOIN detail ON event = id WHERE free = 1 AND price_least IS NOT NULL",
    ),
    RowRule(
        "ages_form",
        f"Ages are 0 to {MAX_AGE} years, in order.",
        f"""SELECT event FROM detail WHERE age_least NOT BETWEEN 0 AND {MAX_AGE}
        OR age_most NOT BETWEEN 0 AND {MAX_AGE} OR age_least > age_most""",
    ),
    RowRule(
        "waiting_list",
        "Only an event with a registration has a waiting list.",
        "SELECT event FROM detail WHERE waiting_list = 1 AND event NOT IN (SELECT event FROM registration)",
    ),
    RowRule(
        "missing",
        "A speaker has a `name` in one language at least.",
        "SELECT event FROM speaker WHERE id NOT IN (SELECT speaker FROM speaker_text WHERE trim(name) <> '')",
    ),
    RowRule(
        "twice",
        "An event has no level, and a venue no kind of access, twice.",
        """SELECT event FROM level GROUP BY event, code HAVING count(*) > 1
        UNION SELECT venue FROM access GROUP BY venue, code HAVING count(*) > 1""",
    ),
)
