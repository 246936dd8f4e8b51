"""Writes random events as the source folder of a pack, each event in its file."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from kiosk.base.model import Event, Text
from kiosk.i18n.translator import LANGUAGES
from tests.bench.random_events import ZONE, random_events
from tests.cities import CITIES

TODAY = datetime(2016, 4, 3, tzinfo=UTC)
FEWEST_DAYS, MOST_DAYS = 7, 730
"""The days before and after TODAY with events."""
THEMES = {"innovation": "#0A6C9B", "friendship": "#A23B72", "partnership": "#2E6F40"}
CORNERS = {
    "corner-almaty": "almaty",
    "corner-astana": "astana",
    "corner-karagandy": "karagandy",
    "corner-oskemen": "oskemen",
}


def write_source_folder(folder: Path, events: int, number: int = 0) -> Path:
    """Write `events` random events, half of them at Corners; the same for the same `number`.

    Few events lie in the weeks around TODAY, many in the years around it, so that every one fills pages.
    """
    (folder / "events").mkdir(parents=True)
    id = f"pack-{number}"
    words: Text = {code: id for code in LANGUAGES}
    (folder / "pack.toml").write_text(_pack(id, words), "utf-8")
    themes = (
        f'[{theme}]\ncolour = "{colour}"\nicon = "code"\ntitle = {_table(words)}\ntagline = {_table(words)}\n'
        for theme, colour in THEMES.items()
    )
    (folder / "themes.toml").write_text("\n".join(themes), "utf-8")
    (folder / "venues.toml").write_text("\n".join(_venues()), "utf-8")
    chance = Random(number)
    around = timedelta(days=min(MOST_DAYS, FEWEST_DAYS + events // 3))
    for event in random_events(events, number, id, (TODAY - around, TODAY + around)):
        place = chance.choice((chance.choice(list(CORNERS)), chance.choice(list(CITIES))))
        (folder / "events" / f"{event.id}.toml").write_text("\n".join(_event(event, place)), "utf-8")
    return folder


def _pack(id: str, words: Text) -> str:
    return "\n".join(
        (
            f'id = "{id}"\nversion = 1\nupdated = 2016-04-01\nlanguages = {_value(list(LANGUAGES))}',
            f'zone = "{ZONE}"\nhashtag = "#bench"\nhosts = ["kz.usembassy.gov"]',
            f"title = {_table(words)}\ntagline = {_table(words)}\n",
        )
    )


def _venues() -> Iterator[str]:
    for city in CITIES:
        yield f'[{city}]\nkind = "city"\nname = {_table(_names(city))}\n'
    for id, city in CORNERS.items():
        yield f'[{id}]\nkind = "corner"\ncity = "{city}"\nname = {_table(_names(city))}\n'


def _names(city: str) -> Text:
    return dict(zip(LANGUAGES, CITIES[city], strict=True))


def _event(event: Event, place: str) -> Iterator[str]:
    yield f'theme = "{event.theme}"\nicon = "{event.icon}"\nplaces = ["{place}"]\nfree = true'
    for name in ("audience", "spoken", "hashtags"):
        yield f"{name} = {_value([one.replace('-', '_') for one in getattr(event, name)])}"
    for name in ("title", "summary", "body"):
        yield f"{name} = {_table(getattr(event, name))}"
    if event.registration:
        yield f'registration = {{url = "{event.registration.url}", places = {event.registration.places}}}'
    for occurrence in event.occurrences:
        yield f'\n[[occurrence]]\nwhen = "{occurrence.when.edtf}"'
    yield ""


def _table(texts: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{code} = {_value(text)}" for code, text in texts.items()) + "}"


def _value(value: str | list[str]) -> str:
    """A TOML text or list; the escapes of TOML are those of JSON here."""
    return json.dumps(value, ensure_ascii=False)
