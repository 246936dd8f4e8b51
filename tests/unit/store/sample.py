"""A small programme in which every rule of the catalogue has a case, as the bytes of a pack's database."""

import sqlite3
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path

from kiosk.authoring.building.write_database import write_database
from kiosk.base.model import (
    Campaign,
    Contact,
    Event,
    Media,
    MediaKind,
    Occurrence,
    Price,
    Programme,
    Reach,
    Registration,
    Status,
    Text,
    Theme,
    Venue,
    VenueKind,
    When,
)
from kiosk.base.time_zones import zone
from kiosk.events.event_source import EventSource
from kiosk.store.schema import add_later_tables

ZONE = "Asia/Almaty"
HOST = "kz.usembassy.gov"
PICTURE = "media/run.jpg"
DAY = 86400


def at(local: str) -> int:
    """The UTC seconds of a local time such as '2016-04-03T14:20'."""
    return int(datetime.fromisoformat(local).replace(tzinfo=zone(ZONE)).timestamp())


def when(edtf: str, first: str, last: str) -> When:
    """From the start of the day `first` to the end of the day `last`."""
    return When(edtf, ZONE, at(f"{first}T00:00"), at(f"{last}T00:00") + DAY - 1)


def text(words: str) -> Text:
    """The same words in three languages, distinguished by a letter."""
    return {"en": f"{words} e", "kk": f"{words} k", "ru": f"{words} r"}


NOW = at("2016-04-03T14:20")
SOURCE = EventSource("local", 1, NOW - DAY, (HOST,))
ALMATY = Venue("almaty", VenueKind.CITY, text("Almaty"), "almaty", {}, 43.25, 76.95)
ASTANA = Venue("astana", VenueKind.CITY, text("Astana"), "astana")
LOUISVILLE = Venue("louisville", VenueKind.CITY, text("Louisville"), "louisville")
CORNER = Venue("corner-almaty", VenueKind.CORNER, text("Corner"), "almaty")
CENTRE = Venue("centre", VenueKind.BUILDING, text("Centre"), "louisville", text("Street"))
CORNERS = Venue("corners", VenueKind.CORNERS, text("All Corners"))
APRIL_9 = When("2016-04-09T11:00/2016-04-09T14:00", ZONE, at("2016-04-09T11:00"), at("2016-04-09T14:00") - 1)
OPEN = Registration(f"https://{HOST}/code", closes=when("2016-04-08", "2016-04-08", "2016-04-08"), places=20)
LATER = Registration(f"https://{HOST}/tour", opens=when("2016-05-01", "2016-05-01", "2016-05-01"))

CODE = Event(
    "code",
    "innovation",
    "code",
    text("Love to Code"),
    text("Learn"),
    text("Body"),
    (Occurrence(APRIL_9), Occurrence(when("2016-05-02", "2016-05-02", "2016-05-02"), venue=CORNER)),
    (ALMATY,),
    audience=("students", "teachers"),
    audience_note=text("From 14"),
    spoken=("en", "kk"),
    price=Price(True, text("Free of charge")),
    hashtags=("#USKZ25",),
    registration=OPEN,
    contact=Contact(text("Aizhan"), "+7 727 250 76 12", "almaty@example.org", f"https://{HOST}/contact"),
    media=(Media(MediaKind.PICTURE, PICTURE, 64, 48, text("A runner")),),
    source=f"https://{HOST}/source",
)
CLUBS = Event(
    "clubs",
    "friendship",
    "users-three",
    text("Clubs"),
    text("All year"),
    text("Body"),
    (Occurrence(when("2016", "2016-01-01", "2016-12-31")),),
    (CORNERS,),
    Reach.EVERYWHERE,
)
TOUR = Event(
    "tour",
    "friendship",
    "bus",
    {"ru": "Тур"},
    text("From city to city"),
    text("Body"),
    (
        Occurrence(
            when("2016-06", "2016-06-01", "2016-06-30"),
            Status.MOVED,
            original=when("2016-05", "2016-05-01", "2016-05-31"),
        ),
    ),
    (ASTANA, ALMATY),
    Reach.ROUTE,
    registration=LATER,
)
TALK = Event(
    "talk",
    "friendship",
    "microphone",
    text("Talk"),
    text("Over"),
    text("Body"),
    (Occurrence(when("2016-03-05", "2016-03-05", "2016-03-05")),),
    (CENTRE,),
)
CLOSED = Event(
    "closed",
    "innovation",
    "x",
    text("Closed early"),
    text("Over"),
    text("Body"),
    (Occurrence(when("2016-07-01", "2016-07-01", "2016-07-01"), Status.OVER),),
    (ASTANA,),
)
FULL = Event(
    "full",
    "innovation",
    "robot",
    text("Full"),
    text("No seats"),
    text("Body"),
    (Occurrence(when("2016-04-20", "2016-04-20", "2016-04-20"), Status.FULL),),
    (ASTANA,),
    registration=Registration(f"https://{HOST}/full"),
)
PROGRAMME = Programme(
    Campaign(
        "25-years", text("25 Years"), text("Together"), "#USKZ25", ZONE, "2016-04-01", ("en", "kk", "ru")
    ),
    (
        Theme("innovation", text("Innovation"), text("New"), "#0A6C9B", "rocket-launch", 3),
        Theme("friendship", text("Friendship"), text("Old"), "#B5452C", "handshake", 3),
    ),
    (ALMATY, ASTANA, LOUISVILLE, CORNER, CENTRE, CORNERS),
    (CODE, CLUBS, TOUR, TALK, CLOSED, FULL),
)


@cache
def sample_database() -> bytes:
    """The programme as a pack's database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.sqlite"
        write_database(PROGRAMME, path)
        return path.read_bytes()


def changed_database(*statements: str, database: bytes = b"") -> bytes:
    """The sample database, or `database`, after these SQL statements."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(database or sample_database())
        for statement in statements:
            connection.execute(statement)
        return connection.serialize()
    finally:
        connection.close()


def insert_rows(rows: int, insertion: str) -> str:
    """A statement that inserts `rows` rows; `i` counts them."""
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})"
    return f"{numbers} INSERT INTO {insertion} FROM n"


def query_plan(database: bytes, sql: str, values: dict[str, object], setup: str = "") -> list[str]:
    """The steps of SQLite's query plan for `sql` with these parameters, after the statement `setup`."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(database)
        add_later_tables(connection)
        connection.execute(setup)
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    finally:
        connection.close()
