"""An event that says everything that version 3 of the format adds, and a Corner with its access."""

from dataclasses import replace

from kiosk.base.model import Ages, Amount, Online, Price, Series, Speaker, Status
from tests.unit.store.busy import event, timed
from tests.unit.store.sample import ALMATY, CORNER, HOST, OPEN, PROGRAMME, Occurrence, text

ACCESSIBLE = replace(CORNER, access=("step_free", "lift"))
WEDNESDAYS = (
    "2016-04-06",
    "2016-04-13",
    "2016-04-20",
    "2016-04-27",
    "2016-05-04",
    "2016-05-11",
    "2016-05-25",
)
RULE = Series("FREQ=WEEKLY;BYDAY=WE", "2016-04-06", "2016-05-25", "18:00", "19:30", ("2016-05-18",))
CLUB = replace(
    event(
        "club",
        *(
            Occurrence(
                timed(day, "18:00", "19:30"), Status.CANCELLED if day == "2016-04-20" else Status.SCHEDULED
            )
            for day in WEDNESDAYS
        ),
        place=ACCESSIBLE,
    ),
    series=(RULE,),
    online=Online(f"https://{HOST}/meeting"),
    ages=Ages(8, 12),
    levels=("A2", "B1"),
    price=Price(None, {}, Amount(1000, 2000, "KZT")),
    organiser=text("Friends of the library"),
    speakers=(Speaker(text("Ann"), text("engineer")), Speaker(text("Bob"))),
    registration=replace(OPEN, waiting_list=True, closes=None),
)
VENUES = tuple(ACCESSIBLE if venue.id == CORNER.id else venue for venue in PROGRAMME.venues)
SERIES_PROGRAMME = replace(PROGRAMME, venues=VENUES, events=(CLUB,))
assert ALMATY in VENUES
