"""A programme is the same after it was a workbook."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.load_source import check_tables, load_source
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.writing.copy_media import copy_media
from kiosk.authoring.writing.write_source import write_source
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.model import Programme
from kiosk.base.text import check_text
from tests.source_builder import write_source as build_source
from tests.workbook_kit import through_workbook, told

DEMOS = ("25-years-together", "april-update", "corner-month")


def by_id(source: RawSource) -> Mapping[str, Mapping[str, Any]]:
    return {id: entry.data for id, entry in source.events.items()}


def sort_events(programme: Programme) -> Programme:
    """A folder has its events by name, one that is based on another adds its own at the end."""
    return dataclasses.replace(programme, events=tuple(sorted(programme.events, key=lambda event: event.id)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEMOS)
def test_a_programme_goes_through_a_workbook_into_a_folder(
    name: str, language: str, checkout: Path, tmp_path: Path
) -> None:
    demo = read_source_folder(checkout / "data" / name)
    again = through_workbook(demo, tmp_path, language)
    assert told(again) == []
    assert by_id(again) == by_id(demo)
    copy_media(demo, tmp_path)
    write_source(again, tmp_path / "folder")
    written, first = load_source(tmp_path / "folder").programme, check_tables(demo).programme
    assert sort_events(written) == sort_events(first)


LETTERS = st.characters(exclude_categories=["Cs", "Co", "Cn", "Cc", "Cf"])


def texts(kind: str) -> st.SearchStrategy[str]:
    """Any text that the gate lets in, as it is after the gate."""
    inner = st.text(LETTERS | st.just("\n") if kind == "body" else LETTERS, min_size=1, max_size=40)
    return inner.map(str.strip).filter(lambda text: not check_text(text, kind))


def in_languages(kind: str) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({code: texts(kind) for code in LANGUAGES})


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 30))
CLOCKS = st.times().map(lambda moment: f"{moment:%H:%M}")
HOURS = st.tuples(CLOCKS, CLOCKS).filter(lambda pair: pair[0] < pair[1])
TIMES = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}-23"),
    DAYS.map(lambda day: f"{day}~"),
    st.builds("{}T{}".format, DAYS, CLOCKS),
    st.builds(lambda day, hours: f"{day}T{hours[0]}/{day}T{hours[1]}", DAYS, HOURS),
    st.builds(lambda day, begins: f"{day}T{begins}/{day}T24:00", DAYS, CLOCKS),
    st.builds(lambda days: f"{min(days)}/{max(days)}", st.sets(DAYS, min_size=2, max_size=2)),
    st.builds(
        lambda days, hours: f"{min(days)}T{hours[0]}/{max(days)}T{hours[1]}",
        st.sets(DAYS, min_size=2, max_size=2),
        HOURS,
    ),
)
STATUS = {"status": st.sampled_from(["scheduled", "cancelled", "full", "over"])}
OCCURRENCES = st.lists(
    st.fixed_dictionaries({"when": TIMES}, optional=STATUS | {"venue": st.just("almaty")}),
    min_size=2,
    max_size=3,
)
CHANGES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"date": DAYS, "status": st.sampled_from(["cancelled", "full"])}),
        st.fixed_dictionaries({"date": DAYS, "when": DAYS.map(lambda day: f"{day}T18:00")}),
    ),
    max_size=2,
)
RULES = st.sampled_from(
    [
        "Wednesday",
        "Monday and Thursday",
        "other Saturday",
        "last Friday",
        "month on the 5",
        "day",
        "FREQ=WEEKLY;BYDAY=SU",
    ]
)
EVENTS = st.fixed_dictionaries(
    {"theme": st.just("innovation"), "icon": st.just("cube"), "title": in_languages("title")},
    optional={
        "summary": in_languages("summary"),
        "body": in_languages("body"),
        "price_note": in_languages("price_note"),
        "places": st.sampled_from([["almaty"], ["corner-almaty", "almaty"]]),
        "audience": st.sampled_from([["students"], ["teachers", "everyone"]]),
        "spoken": st.sampled_from([["en"], ["en", "de"]]),
        "level": st.sampled_from([["A1"], ["beginner", "C2"]]),
        "age": st.sampled_from(["16+", "8-12"]),
        "online": st.sampled_from([True, False, "https://kz.usembassy.gov/x"]),
        "hashtags": st.sampled_from([["#one"], ["#one", "#екі"]]),
        "registration": st.fixed_dictionaries(
            {"url": st.just("https://kz.usembassy.gov/x")},
            optional={"opens": TIMES, "places": st.integers(1, 10**6), "waiting_list": st.booleans()},
        ),
        "contact": st.fixed_dictionaries(
            {"phone": st.just("+7 727 250 76 12"), "name": in_languages("name")}
        ),
        "speaker": st.lists(st.fixed_dictionaries({"name": in_languages("name")}), min_size=1, max_size=2),
        "media": st.lists(
            st.fixed_dictionaries(
                {"kind": st.just("picture"), "file": st.just("media/a b.jpg"), "alt": in_languages("alt")}
            ),
            min_size=1,
            max_size=2,
        ),
        "languages": st.sampled_from([["kk"], ["en", "ru"]]),
    },
)
PRICES = st.sampled_from(
    [{}, {"free": True}, {"free": False}, {"price": "2000 KZT"}, {"free": False, "price": "1-2 EUR"}]
)
WHENS = st.one_of(
    st.fixed_dictionaries({"when": TIMES}, optional=STATUS),
    st.fixed_dictionaries({"when": TIMES, "original": TIMES, "status": st.just("moved")}),
    st.fixed_dictionaries({"occurrence": OCCURRENCES}),
)
SERIES = st.fixed_dictionaries(
    {"every": RULES, "first": DAYS},
    optional={"until": DAYS, "except": st.lists(DAYS, min_size=1, max_size=2).map(sorted), "change": CHANGES},
)


def plain(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """An event without the differences that mean nothing: empty lists, and how a rule is said."""
    said = {"FREQ=WEEKLY;BYDAY=SU": "Sunday"}
    rule = {"every": said.get(event["every"], event["every"])} if "every" in event else {}
    return {key: value for key, value in event.items() if value != []} | rule


@settings(max_examples=50)
@given(
    st.lists(st.tuples(EVENTS, WHENS | SERIES, PRICES), min_size=1, max_size=3), st.sampled_from(LANGUAGES)
)
def test_any_events_go_through_a_workbook_and_a_folder(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[dict[str, Any], ...]], language: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    base = read_source_folder(build_source(folder / "base"))
    document = base.events["talk"].document
    events = {
        f"event-{n}": Entry(f"event-{n}", {**one, **when, **price}, document)
        for n, (one, when, price) in enumerate(made)
    }
    source = dataclasses.replace(base, events=events)
    wanted = {id: plain(data) for id, data in by_id(source).items()}
    read = through_workbook(source, folder, language)
    assert {id: plain(data) for id, data in by_id(read).items()} == wanted
    assert told(read) == []
    write_source(read, folder / "folder")
    last = through_workbook(read_source_folder(folder / "folder"), folder, language)
    assert {id: plain(data) for id, data in by_id(last).items()} == wanted
