"""The check of what version 3 adds to a pack's database: the whole is accepted, each violation is named."""

import pytest

from kiosk.rules.detail_rules import DETAIL_RULES
from kiosk.rules.series_rules import DATES
from kiosk.store.catalogue import Catalogue
from tests.unit.rules.test_check_database import refusal_reason
from tests.unit.store.sample import changed_database
from tests.unit.store.series_sample import ACCESSIBLE, CLUB, VENUES
from tests.unit.viewmodels.sessions import database_with_venues


def club_database() -> bytes:
    return database_with_venues(VENUES, CLUB)


WRONG = {
    "UPDATE series SET rule = 'FREQ=HOURLY'": "every_form: series.rule",
    "UPDATE series SET begins = '24:00', ends = ''": "series_order",
    "UPDATE series SET begins = '18:60'": "every_form: series.begins",
    "UPDATE series SET ends = begins": "series_order",
    "UPDATE series SET ends = '17:00'": "series_order",
    "UPDATE series SET begins = ''": "series_order",
    "UPDATE series SET until = '2016-04-05'": "series_order",
    "UPDATE series SET until = '2019-04-05'": "series_order",
    "UPDATE series SET first = '2016-02-30'": "not_date: series.first",
    "UPDATE series SET first = '1016-02-03', until = '1016-02-04'": "not_date: series.first",
    "UPDATE series SET left_out = '2016-05-18,2016-05-25'": "not_date: series.left_out",
    "UPDATE series SET begins = '18:05'": "series_dates: 'club'",
    "UPDATE series SET left_out = ''": "series_dates: 'club'",
    "UPDATE series SET rule = 'FREQ=WEEKLY;BYDAY=TH'": "series_dates: 'club'",
    "UPDATE series SET first = '2016-05-18', until = '2016-05-18'": "series_dates: 'club'",
    "DELETE FROM occurrence WHERE edtf LIKE '2016-05-04%'": "series_dates: 'club'",
    "UPDATE detail SET online = 2": "not_bool: 'club'",
    "UPDATE detail SET online = 0": "online_link: 'club'",
    "UPDATE detail SET online_url = 'https://example.org/'": "link_form: detail.online_url",
    "UPDATE detail SET price_most = NULL": "price_form: 'club'",
    "UPDATE detail SET price_least = 0": "price_form: 'club'",
    "UPDATE detail SET price_least = 3000": "price_form: 'club'",
    "UPDATE detail SET currency = ''": "price_form: 'club'",
    "UPDATE detail SET currency = 'tenge'": "price_form: detail.currency",
    "UPDATE event SET free = 1": "price_free: 'club'",
    "UPDATE detail SET age_least = 13": "ages_form: 'club'",
    "UPDATE detail SET age_most = 121": "ages_form: 'club'",
    "DELETE FROM registration": "waiting_list: 'club'",
    "DELETE FROM speaker_text": "missing: 'club'",
    "UPDATE speaker_text SET about = 'a' || char(10)": "text_lines: speaker_text.about",
    "UPDATE organiser_text SET name = 'a' || char(8238)": "text_invisible: organiser_text.name",
    "UPDATE level SET code = 'D1' WHERE position = 0": "choice: level.code",
    "UPDATE level SET code = 'A2'": "twice: 'club'",
    "UPDATE access SET code = 'stairs' WHERE position = 0": "choice: access.code",
    "UPDATE access SET code = 'lift'": "twice: 'corner-almaty'",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 11) INSERT INTO series "
    "SELECT event, i, rule, first, until, begins, ends, left_out FROM series, n": "list_long: 'club'",
}


def test_it_is_read_back() -> None:
    catalogue = Catalogue(club_database())
    assert refusal_reason(club_database(), files=()) == ""
    assert catalogue.event("club") == CLUB
    assert catalogue.venue(ACCESSIBLE.id) == ACCESSIBLE
    assert catalogue.cards(None)[0].series == CLUB.series


@pytest.mark.parametrize("statement", WRONG)
def test_the_error_names_the_violation(statement: str) -> None:
    database = changed_database(statement, database=club_database())
    assert refusal_reason(database, files=()).startswith(WRONG[statement])


def test_every_rule_can_refuse() -> None:
    codes = {rule.code for rule in (*DETAIL_RULES, DATES)}
    assert codes - {reason.split(":")[0] for reason in WRONG.values()} == set()


def test_a_date_that_was_moved_is_still_a_date_of_its_series() -> None:
    moved = (
        "UPDATE occurrence SET status = 'moved', original_edtf = edtf, original_earliest = earliest, "
        "original_latest = latest, edtf = '2016-04-14', earliest = 1460570400, latest = 1460656799, "
        "visible_until = 1460656799 WHERE edtf LIKE '2016-04-13%'"
    )
    assert refusal_reason(changed_database(moved, database=club_database()), files=()) == ""
