"""Events of schema.org, in JSON-LD and in web pages."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.import_kit import Importer, codes

EVENT: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "MusicEvent",
    "name": "Evening concert",
    "startDate": "2026-04-01T19:00:00+05:00",
    "endDate": "2026-04-01T21:00:00+05:00",
}


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "source")


def page(*blocks: str, body: str = "") -> str:
    scripts = "\n".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    head = f"<head><title>What is on</title>\n{scripts}</head>"
    return f'<!DOCTYPE html>\n<html lang="en">{head}<body>{body}</body></html>'


def take(importer: Importer, **changes: Any) -> dict[str, Any]:
    importer.take("a.json", json.dumps(EVENT | changes))
    return importer.event()


def test_an_event_of_a_page(importer: Importer) -> None:
    result = importer.take("a.html", page(json.dumps({"@graph": [EVENT]})))
    assert (result.events, result.skipped) == (1, 0)
    assert importer.event()["when"] == "2026-04-01T19:00/2026-04-01T21:00"
    assert importer.pack()["title"] == {"en": "What is on"}
    assert importer.pack()["zone"] == "Asia/Almaty"


def test_a_broken_block_loses_only_itself(importer: Importer) -> None:
    result = importer.take("a.html", page('{"@type": "Event", "name": "Lost",}', json.dumps(EVENT)))
    assert importer.events().keys() == {"evening-concert"}
    (broken,) = (problem for problem in result.problems if problem.code == "import_block")
    assert broken.place.line == 3


def test_line_breaks_inside_of_a_text_are_read(importer: Importer) -> None:
    block = json.dumps(EVENT | {"description": "One.\nTwo."}).replace("\\n", "\n")
    importer.take("a.html", page(block))
    assert importer.event()["summary"] == {"en": "One. Two."}


def test_events_in_lists_and_in_other_things(importer: Importer) -> None:
    items = [{"@type": "ListItem", "item": EVENT}]
    series = {"@type": "Place", "event": [EVENT | {"name": "Second"}]}
    importer.take("a.json", json.dumps([{"@type": "ItemList", "itemListElement": items}, series]))
    assert importer.events().keys() == {"evening-concert", "second"}


def test_microdata(importer: Importer) -> None:
    body = """
<div itemscope itemtype="https://schema.org/Event"><h2 itemprop="name">Open <b>lab</b></h2>
<time itemprop="startDate" datetime="2026-04-01T10:00">1 April</time>
<div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Hall</span></div>
<a itemprop="url" href="https://example.org/lab">more</a></div>
"""
    importer.take("a.html", page(body=body))
    event = importer.event()
    assert (event["title"], event["when"]) == ({"en": "Open lab"}, "2026-04-01T10:00")
    assert (event["places"], event["source"]) == (["hall"], "https://example.org/lab")


@pytest.mark.parametrize(
    ("begin", "end", "time"),
    [
        ("2026-04-01", "", "2026-04-01"),
        ("2026-04-01", "2026-04-03", "2026-04-01/2026-04-03"),
        ("2026-04-01T10:00", "2026-04-01", "2026-04-01T10:00"),
        ("2026-04-01T10:00", "2026-04-03", "2026-04-01/2026-04-03"),
        ("2026-04-01T10:00Z", "", "2026-04-01T15:00"),
    ],
)
def test_times(begin: str, end: str, time: str, importer: Importer) -> None:
    assert take(importer, startDate=begin, endDate=end)["when"] == time


def test_a_schedule_is_a_series(importer: Importer) -> None:
    schedule = {
        "@type": "Schedule",
        "startDate": "2026-04-01",
        "endDate": "2026-04-30",
        "repeatFrequency": "P1W",
        "byDay": "https://schema.org/Wednesday",
        "startTime": "18:00",
        "endTime": "19:30",
        "exceptDate": ["2026-04-08"],
    }
    event = take(importer, eventSchedule=schedule)
    assert event["every"] == "Wednesday 18:00-19:30"
    assert (event["first"], event["until"], event["except"]) == (
        date(2026, 4, 1),
        date(2026, 4, 29),
        [date(2026, 4, 8)],
    )


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"eventStatus": "https://schema.org/EventCancelled"}, {"status": "cancelled"}),
        (
            {"eventStatus": "EventRescheduled", "previousStartDate": "2026-03-30T19:00"},
            {"status": "moved", "original": "2026-03-30T19:00"},
        ),
        ({"offers": {"availability": "https://schema.org/SoldOut"}}, {"status": "full"}),
        ({"isAccessibleForFree": True}, {"free": True}),
        ({"offers": [{"price": "0", "priceCurrency": "KZT"}]}, {"free": True}),
        ({"offers": {"price": 2000, "priceCurrency": "KZT"}}, {"price": "2000 KZT"}),
        (
            {"offers": {"url": "https://example.org/tickets"}},
            {"registration": {"url": "https://example.org/tickets"}},
        ),
        ({"typicalAgeRange": "8-12"}, {"age": "8-12"}),
        ({"performer": {"@type": "Person", "name": "Ann"}}, {"speaker": [{"name": {"en": "Ann"}}]}),
        ({"organizer": {"name": "Library"}}, {"organiser": {"en": "Library"}}),
        ({"location": {"@type": "VirtualLocation", "url": "https://example.org/live"}}, {"online": "https://example.org/live"}),
        ({"inLanguage": "ru"}, {"spoken": ["ru"]}),
    ],
)  # fmt: skip
def test_facts(changes: dict[str, Any], fields: dict[str, Any], importer: Importer) -> None:
    event = take(importer, **changes)
    if "spoken" in fields:
        assert event["title"] == {"ru": "Evening concert"}
    assert {name: event.get(name) for name in fields} == fields


def test_a_place_with_its_address(importer: Importer) -> None:
    address = {"@type": "PostalAddress", "streetAddress": "5 Main Street", "addressLocality": "Almaty"}
    take(
        importer,
        location={
            "@type": "Place",
            "name": "Hall",
            "address": address,
            "geo": {"latitude": 43.2, "longitude": "76.9"},
        },
    )
    venues = (importer.folder / "venues.toml").read_text("utf-8")
    assert "5 Main Street, Almaty" in venues and "latitude = 43.2" in venues


def test_the_same_event_twice_in_a_page_is_one(importer: Importer) -> None:
    result = importer.take("a.html", page(json.dumps(EVENT), json.dumps(EVENT)))
    assert (result.events, result.skipped) == (1, 0)


def test_one_that_ends_before_it_begins_is_skipped(importer: Importer) -> None:
    result = importer.take(
        "a.json", json.dumps([EVENT, EVENT | {"name": "Bad", "endDate": "2026-03-01T10:00+05:00"}])
    )
    assert (result.events, result.skipped) == (1, 1)
    assert "import_order" in codes(result.problems)
