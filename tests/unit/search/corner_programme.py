"""A spring of made-up events of reading rooms in three languages, as the database of a pack."""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.authoring.building.write_database import write_database
from kiosk.base.model import (
    Campaign,
    Event,
    Occurrence,
    Programme,
    Registration,
    Theme,
    Venue,
    VenueKind,
    When,
)
from kiosk.base.time_zones import zone
from kiosk.i18n.translator import LANGUAGES
from tests.cities import CITIES

ZONE = "Asia/Almaty"
EVENTS = Path(__file__).with_name("corner.txt").read_text("utf-8").splitlines()
"""An event a line: id, city, day, audience, languages spoken, hashtag, titles in three languages."""


def _text(kk: str, ru: str, en: str) -> dict[str, str]:
    return dict(zip(LANGUAGES, (kk, ru, en), strict=True))


def _event(line: str) -> Event:
    id, city, day, audience, spoken, tag, *titles = line.split("|")
    start = datetime.fromisoformat(f"{day}T15:00").replace(tzinfo=zone(ZONE))
    end = start + timedelta(hours=2)
    when = When(f"{day}T15:00/{day}T17:00", ZONE, int(start.timestamp()), int(end.timestamp()))
    summary = _text("Келіңіздер, орын тегін.", "Приходите, вход свободный.", "Come along, admission is free.")
    places = (Venue(city, VenueKind.CITY, _text(*CITIES[city]), city),)
    return Event(
        id,
        "spring",
        "code",
        _text(*titles),
        summary,
        {},
        (Occurrence(when),),
        places,
        audience=(audience,),
        spoken=tuple(spoken.split()),
        hashtags=(tag,),
        registration=Registration("https://kz.usembassy.gov/x") if city == "almaty" else None,
    )


PROGRAMME = Programme(
    Campaign(
        "spring",
        _text("Көктем", "Весна", "Spring"),
        _text("2016", "2016", "2016"),
        "#spring",
        ZONE,
        "2016-04-01",
        LANGUAGES,
    ),
    (Theme("spring", _text("Бұрыштар", "Уголки", "Corners"), _text("11", "11", "11"), "#0A6C9B", "code"),),
    tuple(Venue(id, VenueKind.CITY, _text(*names), id) for id, names in CITIES.items()),
    tuple(map(_event, EVENTS)),
)


@cache
def database() -> bytes:
    """The programme as a pack has it."""
    with TemporaryDirectory() as folder:
        write_database(PROGRAMME, Path(folder) / "events.sqlite")
        return (Path(folder) / "events.sqlite").read_bytes()
