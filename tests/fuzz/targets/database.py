"""Fuzzes the check of databases: every query of the screens succeeds on what it accepts."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kiosk import dates
from kiosk.authoring.building.write_database import write_database
from kiosk.base.errors import KioskError
from kiosk.base.links import may_link
from kiosk.base.model import Caption, Event, Media, MediaKind, Programme, Text, When
from kiosk.base.text import TEXT_LIMITS, check_text
from kiosk.events.icalendar import Revision, format_vevent
from kiosk.i18n.translator import LANGUAGES
from kiosk.map.outline import is_near_country
from kiosk.map.projection import project
from kiosk.rules.check_database import check_database
from kiosk.rules.reference_rules import LINK_COLUMNS
from kiosk.rules.time_rules import TIME_COLUMNS
from kiosk.rules.value_rules import COLUMNS
from kiosk.store.catalogue import Catalogue
from kiosk.store.pack_connection import READ_ERRORS
from tests.fuzz.target import ByteMutator
from tests.unit.store.sample import CODE, HOST, NOW, PICTURE, PROGRAMME, TOUR

LONGEST = 64 * 1024
_PAGE = 512
_FILM = Media(
    MediaKind.VIDEO, "media/x.mp4", 640, 360, {"en": "A film"}, PICTURE, 65, f"https://{HOST}/film",
    {"en": (Caption(0, 900, "One"), Caption(1000, 2000, "Two")), "kk": (Caption(0, 900, "Бір"),)},
)  # fmt: skip
_ODD = (
    *(
        None,
        "",
        b"\0\xff",
        -1,
        0,
        1,
        1.5,
        float("inf"),
        2**31,
        2**63 - 1,
        -(2**63),
        "\u202e",
        "a\u0301\u0301\u0301",
    ),
    *(
        "x" * 300,
        "x" * 3000,
        "../x",
        "media/run.jpg",
        "#",
        "# ",
        "kk",
        "de",
        "*",
        "code",
        "almaty",
        "Asia/Almaty",
    ),
    *("0000", "0001", "9999-12-31", "1900-01-01T00:00", "2016-21", "2016-04-09~", "2016-04-09/2016-04-08"),
    *(
        "2016-04-09T11:00/2016-04-09T14:00",
        "2016/2017",
        "2016-02-29",
        "2017-02-29",
        "2016-24/2016-21",
        "2016~",
    ),
    *("2016-04-09T11:00", "2016-04-09T11:00/2016-04-10", "2016-04-09/2016-04-10T11:00", "2016-03-27T02:30"),
    *(
        f"https://{HOST}/",
        f"https://{HOST}@evil.example/",
        "javascript:alert(1)",
        "UTC",
        "Etc/GMT+12",
        "posixrules",
    ),
    *(
        "scheduled",
        "moved",
        "over",
        "everywhere",
        "route",
        "city",
        "corner",
        "video",
        "#0A6C9B",
        "-2208988800",
    ),
)


def seeds() -> Mapping[str, bytes]:
    """The sample programme: complete, with only two events, and with everything in version 2."""
    two = replace(PROGRAMME, events=(CODE, TOUR))
    campaign = replace(PROGRAMME.campaign, page=f"https://{HOST}/25")
    second = replace(two, campaign=campaign, events=(replace(CODE, media=(*CODE.media, _FILM)), TOUR))
    return {"whole": _small(PROGRAMME), "two": _small(two), "second": _small(second)}


def offer(data: bytes) -> bool:
    """Run the check as a kiosk does, then every query of the screens."""
    try:
        check_database(data, (HOST,), (PICTURE, _FILM.file))
    except KioskError:
        return False
    catalogue = Catalogue(data)
    try:
        for now in (None, NOW):
            for past in (False, True):
                assert catalogue.count_events(now, past=past) == len(catalogue.cards(now, past=past))
            catalogue.months(now)
            catalogue.cities(now)
            for place, _ in catalogue.places(now):
                if place.latitude is not None and place.longitude is not None:
                    is_near_country(project(place.latitude, place.longitude))
        catalogue.corners()
        programme = catalogue.programme()
        for language in LANGUAGES:
            assert dates.format_day(programme.campaign.updated, language)
            assert dates.clock_line(NOW, programme.campaign.zone, language)
        assert may_link(programme.campaign.page or f"https://{HOST}/", (HOST,))
        for text in (programme.campaign.title, *(theme.title for theme in catalogue.themes())):
            _check_text(text)
        for event in programme.events:
            assert catalogue.event(event.id) == event
            _check_event(event)
    finally:
        catalogue.close()
    return True


def mutate(data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
    """Half of the time change bytes of one page, half of the time one value of a row."""
    if len(data) < 2 * _PAGE or random.random() < 0.1:
        return mutate_bytes(data)
    if random.random() < 0.5:
        return _other_value(data, random, mutate_bytes)
    at = random.randrange(len(data) // _PAGE) * _PAGE
    page = mutate_bytes(data[at : at + _PAGE])
    return data[:at] + page[:_PAGE].ljust(_PAGE, b"\0") + data[at + _PAGE :]


def _check_event(event: Event) -> None:
    for text, kind in ((event.title, "title"), (event.summary, "summary"), (event.body, "body")):
        _check_text(text, kind)
    links = [event.source, event.registration.url if event.registration else ""]
    links += [event.contact.url if event.contact else ""]
    links += [media.url for media in event.media]
    assert all(may_link(url, (HOST,)) for url in links if url), links
    assert all(media.file == _FILM.file for media in event.media if media.captions)
    assert {media.poster or media.file for media in event.media} <= {PICTURE}
    all_captions = [one for media in event.media for captions in media.captions.values() for one in captions]
    assert all(0 <= one.start < one.end and not check_text(one.text, "caption") for one in all_captions), (
        all_captions
    )
    for when in _times(event):
        for language in LANGUAGES:
            assert dates.format_time(when, language, NOW) and dates.date_block(when, language)
        dates.relative_day(when, NOW)
        format_vevent(next(iter(event.title.values())), when, Revision(event.id, 1, NOW))


def _check_text(text: Text, kind: str = "title") -> None:
    assert kind in TEXT_LIMITS and not [words for words in text.values() if check_text(words, kind)], text


def _times(event: Event) -> Iterator[When]:
    for occurrence in event.occurrences:
        yield occurrence.when
        if occurrence.original:
            yield occurrence.original
    if event.registration:
        yield from (when for when in (event.registration.opens, event.registration.closes) if when)


def _other_value(data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
    """The database with one value changed, or one row gone, by SQL; as it was when SQLite will not."""
    table, column = random.choice(_columns() if random.random() < 0.7 else _ruled_columns())
    value = random.choice(_ODD)
    if isinstance(value, str) and random.random() < 0.3:
        value = mutate_bytes(value.encode()).decode("utf-8", "replace")
    row = f"rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET {random.randrange(4)})"
    with suppress(*READ_ERRORS), closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        if random.random() < 0.05:
            connection.execute(f"DELETE FROM {table} WHERE {row}")
        else:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {row}", (value,))
        return connection.serialize()
    return data


@cache
def _ruled_columns() -> list[tuple[str, str]]:
    """The columns that have a rule of their own, but for those of texts."""
    ruled = [column for columns in (*COLUMNS.values(), LINK_COLUMNS) for column in columns]
    times = [(time.table, f"{time.prefix}edtf") for time in TIME_COLUMNS]
    return [(column.table, column.name) for column in ruled] + times


@cache
def _columns() -> tuple[tuple[str, str], ...]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(seeds()["second"])
        sql = """SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT GLOB 'event_search_*'"""
        return tuple(connection.execute(sql).fetchall())


def _small(programme: Programme) -> bytes:
    """Its database in pages as small as SQLite has them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.sqlite"
        write_database(programme, path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute("VACUUM")
        return path.read_bytes()
