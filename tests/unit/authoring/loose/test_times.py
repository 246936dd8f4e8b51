"""Times as precise as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.times import read_when
from kiosk.dates.bounds import WhenError, parse_when

NEAR = date(2026, 4, 1)
CERTAIN = {
    "2016": "2016",
    "2016-21": "2016-21",
    "2026-04-09T11:00/2026-04-09T14:00": "2026-04-09T11:00/2026-04-09T14:00",
    "2016-03-25~/2016-04-05~": "2016-03-25~/2016-04-05~",
    "2026 год": "2026",
    "апрель 2026": "2026-04",
    "2026 жылдың көктемі": "2026-21",
    "апрель-май 2026": "2026-04/2026-05",
    "3 April 2026": "2026-04-03",
    "3-5 April 2026": "2026-04-03/2026-04-05",
    "April 3–5, 2026": "2026-04-03/2026-04-05",
    "3-5.04.2026": "2026-04-03/2026-04-05",
    "15.06-26.06.2026": "2026-06-15/2026-06-26",
    "from 30 April to 2 May 2026": "2026-04-30/2026-05-02",
    "2026 жылғы 3-5 сәуір": "2026-04-03/2026-04-05",
    "30 April – 2 May 2026": "2026-04-30/2026-05-02",
    "30.04.2026 – 02.05.2026": "2026-04-30/2026-05-02",
    "3 April 2026, 18:00-19:30": "2026-04-03T18:00/2026-04-03T19:30",
    "Fri, 3 April 2026 at 7 pm": "2026-04-03T19:00",
    "18:00 3 апреля 2026": "2026-04-03T18:00",
    "03.04.2026 22:00-02:00": "2026-04-03T22:00/2026-04-04T02:00",
    "03.04.2026 18:00-24:00": "2026-04-03T18:00/2026-04-03T24:00",
    "2026-04-03 18:00:00": "2026-04-03T18:00",
}
LOOSE = {
    "9 апреля в 18.00": "2026-04-09T18:00",
    "апрель": "2026-04",
    "январь": "2026-01",
    "декабрь": "2026-12",
    "осень": "2026-23",
    "3/4/26": "2026-04-03",
    "3 April 2026, 24:00": "2026-04-04T00:00",
    "с 1 по 30 июня": "2026-06-01/2026-06-30",
    "2022-02-1": "2022-02-01",
}


@pytest.mark.parametrize("text", CERTAIN)
def test_it_is_read(text: str) -> None:
    assert read_when(text) == Reading(CERTAIN[text])


@pytest.mark.parametrize("text", LOOSE)
def test_it_is_read_and_uncertain(text: str) -> None:
    assert read_when(text, NEAR) == Reading(LOOSE[text], False)


@pytest.mark.parametrize(
    "text",
    ["", "Wednesday", "soon", "май-апрель 2026", "5-3 April 2026", "2026 2027", "18:00", "1 3 April 2026"],
)
def test_it_is_no_time(text: str) -> None:
    assert read_when(text, NEAR) is None


@given(st.text(alphabet="0123456789-./: apмйTril~г.,", max_size=24))
def test_what_is_read_is_a_time_of_the_format(text: str) -> None:
    """Of the form at least: that its date exists is checked where all times are."""
    if found := read_when(text, NEAR):
        try:
            parse_when(found.value, "UTC")
        except WhenError as error:
            assert error.reason in ("date", "year", "order"), text
