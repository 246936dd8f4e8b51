"""Every written form of a time that ADR 3 allows, as hypothesis draws them."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
coarse = st.one_of(
    days.map(lambda day: f"{day:%Y}"),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(str),
    st.builds(lambda day, season: f"{day:%Y}-2{season}", days, st.integers(1, 4)),
)
points = st.builds(lambda written, about: written + "~" * about, coarse, st.booleans())
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
minutes = moments.map(lambda at: at.isoformat(timespec="minutes"))
evenings = st.builds(
    lambda at, length: f"{at:%Y-%m-%dT%H:%M}/{at + timedelta(minutes=length):%Y-%m-%dT%H:%M}",
    moments,
    st.integers(1, 9999),
)
times = st.one_of(points, st.builds("{}/{}".format, points, points), minutes, evenings)


def table(text: str) -> list[list[str]]:
    """The cells of a table: a row a line, '|' between the cells, an indented line goes on with its row."""
    rows = text.replace("\n ", " ").strip().splitlines()
    return [[cell.strip() for cell in row.split("|")] for row in rows]
