"""Schedules of conferences, as XML and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.authoring.source.problems import SourceProblems
from tests.import_kit import Importer, codes

XML = """<?xml version="1.0"?>
<schedule>
  <conference><title>Open Days</title><acronym>od26</acronym>{zone}</conference>
  <day date="2026-04-01" start="2026-04-01T09:00:00+02:00">
    <room name="Hall">
      <event id="1" guid="g-1">
        {date}<start>{start}</start><duration>00:45</duration>
        <title>Bees &amp; trees</title><subtitle>A walk</subtitle><track>Nature</track><type>lecture</type>
        <language>en</language><abstract>Come along.</abstract><description>We look at bees.</description>
        <persons><person id="1">Ann Lee</person><person id="2">Bo</person></persons>
        <links><link href="http://example.org/bees">Bees</link></links>
      </event>
    </room>
  </day>
</schedule>
"""
ZONE = "<time_zone_name>Europe/Berlin</time_zone_name>"


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "source")


def xml(date: str = "", start: str = "10:00", zone: str = ZONE) -> str:
    return XML.format(date=f"<date>{date}</date>" if date else "", start=start, zone=zone)


def as_json(**changes: Any) -> str:
    event = {
        "guid": "g-1",
        "date": "2026-04-01T10:00:00+02:00",
        "start": "10:00",
        "duration": "00:45",
        "title": "Bees",
        "track": "Nature",
        "language": "en",
        "abstract": "<p>Come along.</p>",
        "persons": [{"public_name": "Ann Lee"}, {"name": "Bo"}],
        **changes,
    }
    day = {"date": "2026-04-01", "rooms": {"Hall": [event]}}
    conference = {"title": "Open Days", "time_zone_name": "Europe/Berlin", "days": [day]}
    return json.dumps({"schedule": {"conference": conference}}, indent=1)


def test_an_event_of_xml(importer: Importer) -> None:
    result = importer.take("a.xml", xml("2026-04-01T08:00:00Z"))
    assert (result.events, result.skipped) == (1, 0)
    event = importer.event()
    assert event == {
        "theme": "nature",
        "icon": "leaf",
        "when": "2026-04-01T10:00/2026-04-01T10:45",
        "places": ["hall"],
        "spoken": ["en"],
        "speaker": [{"name": {"en": "Ann Lee"}}, {"name": {"en": "Bo"}}],
        "source": "https://example.org/bees",
        "title": {"en": "Bees & trees"},
        "summary": {"en": "A walk"},
        "body": {"en": "Come along.\n\nWe look at bees."},
    }
    pack = importer.pack()
    assert (pack["id"], pack["title"], pack["zone"]) == ("od26", {"en": "Open Days"}, "Europe/Berlin")
    assert pack["tagline"] == {"en": "1 April 2026"}


@pytest.mark.parametrize(
    ("date", "start", "time"),
    [
        ("", "10:00", "2026-04-01T10:00/2026-04-01T10:45"),
        ("", "00:30", "2026-04-02T00:30/2026-04-02T01:15"),
        ("2026-04-02", "00:30", "2026-04-02T00:30/2026-04-02T01:15"),
    ],
)
def test_the_hour_of_a_day(date: str, start: str, time: str, importer: Importer) -> None:
    importer.take("a.xml", xml(date, start))
    assert importer.event()["when"] == time


def test_without_a_zone_the_offset_of_the_times_counts(importer: Importer) -> None:
    result = importer.take("a.xml", xml("2026-04-01T10:00:00+05:30", zone=""))
    assert importer.event()["when"] == "2026-04-01T10:00/2026-04-01T10:45"
    assert "import_zone" in codes(result.problems)


def test_an_event_of_json(importer: Importer) -> None:
    importer.take("a.json", as_json())
    event = importer.event()
    assert event["when"] == "2026-04-01T10:00/2026-04-01T10:45"
    assert [one["name"]["en"] for one in event["speaker"]] == ["Ann Lee", "Bo"]
    assert event["summary"] == {"en": "Come along."}


def test_a_language_that_the_kiosk_does_not_have_is_told(importer: Importer) -> None:
    result = importer.take("a.json", as_json(language="de", title="Bienen"))
    (told,) = (problem for problem in result.problems if problem.code == "import_language")
    assert (told.detail["names"], told.detail["count"]) == ("de", 1)
    assert importer.event()["spoken"] == ["de"] and importer.event()["title"] == {"en": "Bienen"}


def test_a_skipped_event_has_its_line(importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("a.json", as_json(date="soon", start=""))
    (skipped,) = (problem for problem in caught.value.problems if problem.code == "import_time")
    assert skipped.place == ("a.json", 11, "", "")


@pytest.mark.parametrize(
    "text",
    ["<schedule><day></schedule>", '<!DOCTYPE a [<!ENTITY b "c">]><schedule>&b;</schedule>', "{", '"', ""],
)
def test_what_cannot_be_read_is_one_error(text: str, importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("a.xml", text)
    assert set(codes(caught.value.problems)) <= {"import_kind", "import_nothing", "import_columns"}
