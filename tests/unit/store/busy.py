"""A programme with a full calendar: clubs that meet every week, a day with thirty events, every precision."""

from dataclasses import replace

from kiosk.base.model import Event, Occurrence, Reach, Status, Venue, When
from tests.unit.store.sample import ALMATY, ASTANA, CORNER, TALK, ZONE, at, text, when

CROWDED = "2016-04-16"
"""The day with thirty events."""


def timed(day: str, begins: str, ends: str) -> When:
    """A span from one time of that day to another."""
    return When(f"{day}T{begins}/{day}T{ends}", ZONE, at(f"{day}T{begins}"), at(f"{day}T{ends}") - 1)


def event(id: str, *occurrences: Occurrence, theme: str = "friendship", place: Venue = ALMATY) -> Event:
    """An event with these occurrences, at `place`."""
    return replace(
        TALK, id=id, theme=theme, title=text(id.capitalize()), occurrences=occurrences, places=(place,)
    )


def whole(edtf: str, first: str, last: str = "", **facts: Status) -> Occurrence:
    """An occurrence without a time of day."""
    return Occurrence(when(edtf, first, last or first), **facts)


SUNDAYS = ("2016-04-03", "2016-04-10", "2016-04-17", "2016-04-24", "2016-05-01")
CHESS = event(
    "chess", *(Occurrence(timed(day, "16:00", "17:30")) for day in SUNDAYS), theme="innovation", place=CORNER
)
TALKING = event(
    "talking",
    *(Occurrence(timed(day, "18:00", "19:00")) for day in ("2016-03-28", "2016-04-11", "2016-04-18")),
    whole("2016-04-04", "2016-04-04", status=Status.CANCELLED),
    place=CORNER,
)
ELSEWHERE = event("elsewhere", Occurrence(timed("2016-04-03", "10:00", "12:00")), place=ASTANA)
EVERYWHERE = replace(
    event("everywhere", whole("2016-04-02/2016-04-03", "2016-04-02", "2016-04-03")), reach=Reach.EVERYWHERE
)
SHOW = event("show", whole("2016-04-20/2016-09-30", "2016-04-20", "2016-09-30"), place=ASTANA)
JUNE = event("june", whole("2016-06", "2016-06-01", "2016-06-30"))
SUMMER = event("summer", whole("2016-22", "2016-06-01", "2016-08-31"))
LATE = event("late", whole("2016-03-25~/2016-04-05~", "2016-03-21", "2016-04-10"))
YEAR = event("year", whole("2016", "2016-01-01", "2016-12-31"))
AGAIN = event("again", whole("2017-02-11", "2017-02-11"))
CROWD = tuple(
    event(
        f"crowd-{number:02}",
        Occurrence(timed(CROWDED, f"{8 + number // 4:02}:{number % 4 * 15:02}", "21:00")),
        theme=("innovation", "friendship")[number % 3 == 0],
        place=(ALMATY, ASTANA)[number % 2],
    )
    for number in range(30)
)
EVENTS = (CHESS, TALKING, ELSEWHERE, EVERYWHERE, SHOW, JUNE, SUMMER, LATE, YEAR, AGAIN, *CROWD)
