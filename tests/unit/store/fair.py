"""A fair: 400 events of one day in 100 rooms of two cities, every quarter of an hour from 9 to 21."""

from kiosk.base.model import Occurrence, Venue, VenueKind
from tests.unit.store.busy import event, timed
from tests.unit.store.sample import ALMATY, ASTANA, PROGRAMME, text

DAY = "2016-04-03"
ROOMS = tuple(
    Venue(f"room-{number}", VenueKind.BUILDING, text(f"Room {number}"), (ALMATY, ASTANA)[number > 80].id)
    for number in range(1, 101)
)
VENUES = (*PROGRAMME.venues, *ROOMS)


def _begins(number: int) -> str:
    """When the event of that number begins: eight or nine of them at a time."""
    quarters = number * 48 // 400
    return f"{9 + quarters // 4:02}:{quarters % 4 * 15:02}"


EVENTS = tuple(
    event(
        f"fair-{number:03}",
        Occurrence(timed(DAY, _begins(number), f"{int(_begins(number)[:2]) + 1:02}{_begins(number)[2:]}")),
        theme=("innovation", "friendship")[number % 2],
        place=ROOMS[number * 37 % 100],
    )
    for number in range(400)
)
