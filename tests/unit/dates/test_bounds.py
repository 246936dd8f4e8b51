"""Parsing times: their bounds (ADR 3), and what is refused."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.base.time_zones import zone
from kiosk.dates.bounds import WhenError, parse_when
from kiosk.dates.date_parts import YEARS
from tests.unit.dates.written_times import dates, parse_table, times

ALMATY = "Asia/Almaty"

BOUNDS = parse_table("""
2016                              | 2016-01-01T00:00:00 | 2016-12-31T23:59:59
2016~                             | 2016-01-01T00:00:00 | 2016-12-31T23:59:59
2016-06                           | 2016-06-01T00:00:00 | 2016-06-30T23:59:59
2016-02                           | 2016-02-01T00:00:00 | 2016-02-29T23:59:59
2016-12~                          | 2016-12-01T00:00:00 | 2016-12-31T23:59:59
2016-21                           | 2016-03-01T00:00:00 | 2016-05-31T23:59:59
2016-22~                          | 2016-06-01T00:00:00 | 2016-08-31T23:59:59
2016-23                           | 2016-09-01T00:00:00 | 2016-11-30T23:59:59
2016-24                           | 2016-12-01T00:00:00 | 2017-02-28T23:59:59
2016-04-09                        | 2016-04-09T00:00:00 | 2016-04-09T23:59:59
2016-04-10~                       | 2016-04-01T00:00:00 | 2016-04-10T23:59:59
2016-04-11~                       | 2016-04-11T00:00:00 | 2016-04-20T23:59:59
2016-02-21~                       | 2016-02-21T00:00:00 | 2016-02-29T23:59:59
2016-03-31~                       | 2016-03-21T00:00:00 | 2016-03-31T23:59:59
2016-03-25~/2016-04-05~           | 2016-03-21T00:00:00 | 2016-04-10T23:59:59
2016-03/2016-04-05                | 2016-03-01T00:00:00 | 2016-04-05T23:59:59
2016-21/2017                      | 2016-03-01T00:00:00 | 2017-12-31T23:59:59
2016-04-09T11:00                  | 2016-04-09T11:00:00 | 2016-04-09T23:59:59
2016-04-09T11:00/2016-04-09T14:00 | 2016-04-09T11:00:00 | 2016-04-09T13:59:59
2016-04-09T22:00/2016-04-10T02:00 | 2016-04-09T22:00:00 | 2016-04-10T01:59:59
2016-04-09T18:00/2016-04-09T24:00 | 2016-04-09T18:00:00 | 2016-04-09T23:59:59
2016-04-09T18:00/2016-04-10T00:00 | 2016-04-09T18:00:00 | 2016-04-09T23:59:59
""")

REFUSED = parse_table("""
form  | | 16 | 2016-6 | 2016-6-1 | 20160409 | 2016-04-09T11 | 2016-04-09T11:00:00 | 2016-04-09T11:00Z | 2016?
form  | 2016/ | /2016 | 2016/.. | 2016/2017/2018 | 2016 - 2017 | spring | 2016-04-09T11:00~ | 2016%
form  | 2016-04-09T11:00/2016-04-10 | 2016-04-09/2016-04-10T11:00 | 2016-04-09 11:00 | ２０１６ | 2016-1X
form  | 2016-00 | 2016-13 | 2016-20 | 2016-25 | 2016-04-00 | 2016-04-32 | 2016-04-09T24:00 | 2016-04-09T11:60
form  | 2016-04-09T24:00/2016-04-10T01:00 | 2016-04-09T24:01
date  | 2016-02-30 | 2015-02-29 | 2016-04-31 | 2016-02-30~ | 2016-02-30T11:00 | 2016-04-09/2016-04-31
year  | 0000 | 1899 | 2101 | 9999 | 2016/2101 | 1899-04-09T11:00
order | 2017/2016 | 2016-06/2016-05 | 2016/2016 | 2016-04-09T11:00/2016-04-09T10:00 | 2016-06-15/2016-06
order | 2016-04-09T11:00/2016-04-09T11:00 | 2016-04-09T00:00/2016-04-09T00:00 | 2016-04-20~/2016-04-01
""")


def to_utc_seconds(local: str, name: str = ALMATY) -> int:
    return int(datetime.fromisoformat(local).replace(tzinfo=zone(name)).timestamp())


@pytest.mark.parametrize(("written", "earliest", "latest"), BOUNDS)
def test_bounds(written: str, earliest: str, latest: str) -> None:
    when = parse_when(written, ALMATY)
    assert (when.edtf, when.zone) == (written, ALMATY)
    assert (when.earliest, when.latest) == (to_utc_seconds(earliest), to_utc_seconds(latest))


@pytest.mark.parametrize(
    ("reason", "written"), [(reason, written) for reason, *row in REFUSED for written in row]
)
def test_c7_an_invalid_time_is_refused(reason: str, written: str) -> None:
    with pytest.raises(WhenError) as refusal:
        parse_when(written, ALMATY)
    assert refusal.value.reason == reason


@pytest.mark.parametrize("written", ["2016-04-09\n", " 2016", "2016-04-09T11:00\n", "2016\n/2017"])
def test_c7_space_around_a_time_is_refused(written: str) -> None:
    with pytest.raises(WhenError, match="form"):
        parse_when(written, ALMATY)


def test_an_unknown_zone_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        parse_when("2016", "Asia/Nowhere")


def test_c7_an_hour_that_clocks_skip_is_refused() -> None:
    with pytest.raises(WhenError, match="gap"):
        parse_when("2016-03-27T02:30", "Europe/Berlin")
    with pytest.raises(WhenError, match="gap"):
        parse_when("2016-03-27T01:00/2016-03-27T02:30", "Europe/Berlin")


def test_an_hour_that_occurs_twice_lasts_from_the_first_to_the_second() -> None:
    when = parse_when("2016-10-30T02:00/2016-10-30T02:30", "Europe/Berlin")
    assert when.latest - when.earliest == 90 * 60 - 1


def test_the_day_almaty_changed_its_clocks_has_25_hours() -> None:
    when = parse_when("2024-02-29", ALMATY)
    assert when.latest - when.earliest == 25 * 3600 - 1


def test_a_day_whose_midnight_is_skipped_begins_when_clocks_go_forward() -> None:
    """In Beirut the clocks went from 23:59:59 on 26 March 2016 to 01:00 (IANA tz, 'asia')."""
    when = parse_when("2016-03-27", "Asia/Beirut")
    assert datetime.fromtimestamp(when.earliest, ZoneInfo("UTC")).isoformat() == "2016-03-26T22:00:00+00:00"
    assert when.latest - when.earliest == 23 * 3600 - 1


@given(times)
def test_bounds_are_in_order_and_within_the_calendar(written: str) -> None:
    try:
        when = parse_when(written, ALMATY)
    except WhenError:
        assume(False)
    assert when.earliest <= when.latest
    first = datetime.fromtimestamp(when.earliest, zone(ALMATY)).year
    last = datetime.fromtimestamp(when.latest, zone(ALMATY)).year
    assert YEARS[0] <= first <= last <= YEARS[-1] + 1


@given(dates)
def test_whole_dates_agree_with_the_edtf_library(written: str) -> None:
    """Winter is left out: the library ends it in December."""
    assume(not written.endswith("-24") or len(written) != 7)
    when, expected = parse_when(written, "UTC"), parse_edtf(written)
    first, last = (date(*bound[:3]) for bound in (expected.lower_strict(), expected.upper_strict()))
    assert when.earliest == to_utc_seconds(f"{first}T00:00:00", "UTC")
    assert when.latest == to_utc_seconds(f"{last + timedelta(days=1)}T00:00:00", "UTC") - 1


@given(st.text(alphabet="0123456789-/~T:.X% ", max_size=24))
def test_any_text_is_parsed_or_refused(written: str) -> None:
    try:
        assert parse_when(written, ALMATY).edtf == written
    except WhenError as refusal:
        assert refusal.reason in {"form", "date", "year", "order", "gap"}
