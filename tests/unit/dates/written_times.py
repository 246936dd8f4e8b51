"""Hypothesis strategies for every written form of a time that ADR 3 allows."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
dates = st.one_of(
    days.map(lambda day: f"{day:%Y}"),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(str),
    st.builds(lambda day, season: f"{day:%Y}-2{season}", days, st.integers(1, 4)),
)
points = st.builds(lambda written, about: written + "~" * about, dates, st.booleans())
local_times = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
exact_times = local_times.map(lambda at: at.isoformat(timespec="minutes"))
spans = st.builds(
    lambda at, length: f"{at:%Y-%m-%dT%H:%M}/{at + timedelta(minutes=length):%Y-%m-%dT%H:%M}",
    local_times,
    st.integers(1, 9999),
)
times = st.one_of(points, st.builds("{}/{}".format, points, points), exact_times, spans)


def parse_table(text: str) -> list[list[str]]:
    """The cells of a table: a row per line, '|' between cells; an indented line continues its row."""
    rows = text.replace("\n ", " ").strip().splitlines()
    return [[cell.strip() for cell in row.split("|")] for row in rows]
