"""Checking a database takes time in proportion to its rows, counted in instructions of SQLite."""

from contextlib import closing

import pytest

from kiosk.rules.row_rules import ROW_RULES
from kiosk.rules.time_rules import TIME_COLUMNS
from kiosk.store.pack_connection import open_unchecked
from kiosk.store.schema import add_later_tables
from tests.unit.store.sample import changed_database, insert_rows

SIZES = (400, 800, 1200)
ID = "printf('event-%05d', i)"
ROWS = (
    f"event SELECT {ID}, 'innovation', 'code', 'places', NULL, ''",
    f"event_text SELECT {ID}, 'en', 'Title', 'Summary', 'Body', NULL, NULL",
    f"""occurrence (event, edtf, zone, earliest, latest, status, visible_until)
    SELECT {ID}, '2016-04-09', 'Asia/Almaty', i, i + 60, 'scheduled', i + 60""",
    f"place SELECT {ID}, 0, 'almaty'",
    f"audience SELECT {ID}, 0, 'students'",
    f"spoken SELECT {ID}, 0, 'kk'",
    f"hashtag SELECT {ID}, 0, '#word'",
    f"registration SELECT {ID}, 'https://kz.usembassy.gov/' || i, NULL, NULL, NULL, NULL, NULL, NULL, 20",
    f"contact SELECT {ID}, '+7 727', '', ''",
    f"media SELECT 1000 + i, {ID}, 0, 'picture', 'media/run.jpg', 4, 3, '', 0",
    "media_text SELECT 1000 + i, 'en', 'A picture'",
    "venue SELECT 'venue-' || i, 'building', 'almaty', NULL, NULL",
    "venue_text SELECT 'venue-' || i, 'en', 'Venue', NULL",
)
QUERIES = {f"{n}-{rule.code}": rule.query for n, rule in enumerate(ROW_RULES)}
QUERIES |= {f"{times.table}-{times.prefix}": times.query for times in TIME_COLUMNS}


@pytest.fixture(scope="module")
def databases() -> tuple[bytes, ...]:
    """Databases with so many more of everything."""
    return tuple(changed_database(*(insert_rows(size, rows) for rows in ROWS)) for size in SIZES)


def count_instructions(database: bytes, query: str) -> int:
    """The instructions of SQLite's virtual machine until all rows of `query` are read."""
    instructions = 0

    def note() -> int:
        nonlocal instructions
        instructions += 1
        return 0

    with closing(open_unchecked(database)) as connection:
        add_later_tables(connection)
        connection.set_progress_handler(note, 1)
        connection.execute(query).fetchall()
        connection.set_progress_handler(None, 0)
    return instructions


@pytest.mark.parametrize("name", QUERIES)
def test_a_rule_takes_time_in_proportion_to_the_rows(name: str, databases: tuple[bytes, ...]) -> None:
    counts = [count_instructions(database, QUERIES[name]) for database in databases]
    first, second = counts[1] - counts[0], counts[2] - counts[1]
    assert second <= 1.1 * first + 50, counts


def test_a_quadratic_query_is_noticed(databases: tuple[bytes, ...]) -> None:
    pairs = "SELECT count(*) FROM theme_text AS one JOIN venue AS other ON one.title < other.id"
    square = pairs.replace("theme_text", "contact").replace("one.title", "one.phone")
    for query, is_linear in ((pairs, True), (square, False)):
        counts = [count_instructions(database, query) for database in databases]
        assert (counts[2] - counts[1] <= 1.1 * (counts[1] - counts[0]) + 50) is is_linear
