"""Hours as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.loose.hours import DAY, Hours, read_hours
from kiosk.authoring.loose.reading import Reading

SIX = 18 * 60
CERTAIN = {
    "18:00": Hours(SIX),
    "18.30": Hours(SIX + 30),
    "18-00": Hours(SIX),
    "18:00:00": Hours(SIX),
    "2:00 p.m.": Hours(14 * 60),
    "7pm": Hours(19 * 60),
    "12 am": Hours(0),
    "noon": Hours(12 * 60),
    "7 вечера": Hours(19 * 60),
    "кешкі 7": Hours(19 * 60),
    "9 утра": Hours(9 * 60),
    "в 19.00": Hours(19 * 60),
    "сағат 18:00": Hours(SIX),
    "18:00-19:30": Hours(SIX, SIX + 90),
    "18-00 – 19-30": Hours(SIX, SIX + 90),
    "с 18:00 до 19:30": Hours(SIX, SIX + 90),
    "18:00-ден 19:30-ға дейін": Hours(SIX, SIX + 90),
    "18:00–24:00": Hours(SIX, DAY),
    "22:00-02:00": Hours(22 * 60, DAY + 120),
}
LOOSE = {
    "18": Hours(SIX),
    "19 ч": Hours(19 * 60),
    "18–19": Hours(SIX, SIX + 60),
    "10-15": Hours(600, 900),
    "2-4 pm": Hours(14 * 60, 16 * 60),
    "11-1 pm": Hours(11 * 60, 13 * 60),
    "from 6 to 8 pm": Hours(SIX, 20 * 60),
    "24": Hours(DAY),
    "24:00": Hours(DAY),
    "25:30": Hours(DAY + 90),
}
NO_HOURS = (
    "",
    "hello",
    "13 pm",
    "0 am",
    "30:00",
    "18:60",
    "19:30-18:00",
    "18:00-18:00",
    "18:00 19:00 20:00",
    "18:00?",
)


@pytest.mark.parametrize("text", CERTAIN)
def test_it_is_read(text: str) -> None:
    assert read_hours(text) == Reading(CERTAIN[text])


@pytest.mark.parametrize("text", LOOSE)
def test_it_is_read_and_uncertain(text: str) -> None:
    assert read_hours(text) == Reading(LOOSE[text], False)


@pytest.mark.parametrize("text", NO_HOURS)
def test_it_is_no_time_of_day(text: str) -> None:
    assert read_hours(text) is None


MINUTES = st.integers(0, DAY - 1)


def clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def clock_of_12_hours(minute: int) -> str:
    return f"{(minute // 60 - 1) % 12 + 1}:{minute % 60:02} {'pm' if minute // 60 % 24 >= 12 else 'a.m.'}"


@given(MINUTES, st.sampled_from([clock, clock_of_12_hours]))
def test_a_time_that_is_written_is_read(minute: int, write) -> None:  # type: ignore[no-untyped-def]
    assert read_hours(write(minute)) == Reading(Hours(minute))


@given(MINUTES, st.integers(1, DAY - 1), st.sampled_from([clock, clock_of_12_hours]))
def test_two_times_that_are_written_are_read(begins: int, length: int, write) -> None:  # type: ignore[no-untyped-def]
    """What ends by six in the morning may end on the next day."""
    ends = begins + length
    found = read_hours(f"{write(begins)} – {write(ends)}")
    is_said = ends < DAY or ends <= DAY + 6 * 60
    assert found == (Reading(Hours(begins, ends)) if is_said else None)


@given(st.text())
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = read_hours(text)
    assert found is None or 0 <= found.value.begins < 30 * 60
