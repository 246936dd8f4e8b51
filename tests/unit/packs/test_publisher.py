"""Tests parsing the publisher in root metadata."""

import json

import pytest

from kiosk.packs.publisher import RIGHTS_FIELD, Publisher, parse_publisher
from tests.packs_builder import LOCAL, PackPublisher, refused


def test_the_publisher_is_read_from_root_metadata() -> None:
    assert parse_publisher(PackPublisher().root) == LOCAL


@pytest.mark.parametrize(
    "change",
    [
        {"publisher": "No Spaces"},
        {"publisher": "-x"},
        {"publisher": "x" * 41},
        {"publisher": "../x"},
        {"name": ""},
        {"name": "two\nlines"},
        {"hosts": ["kz.usembassy.gov/path"]},
        {"hosts": "kz.usembassy.gov"},
        {"hosts": ["192.168.0.1"]},
        {"venues": "corner"},
        {"venues": ["Two Words"]},
        {"themes": ["a", "a"]},
        {"themes": [f"t{number}" for number in range(257)]},
        {"rank": -1},
        {"rank": 100},
        {"rank": "0"},
    ],
)
def test_an_invalid_publisher_is_refused(change: dict[str, object]) -> None:
    root = json.dumps({"signed": {RIGHTS_FIELD: LOCAL.to_fields() | change}}).encode()
    with refused("packs.field", field=next(iter(change))):
        parse_publisher(root)


@pytest.mark.parametrize(
    ("root", "field"),
    [
        (b"", "root"),
        (b"{}", "root"),
        (b'{"signed": {}}', RIGHTS_FIELD),
        (b'{"signed": 1}', "root"),
        (b"\xff", "root"),
    ],
)
def test_metadata_without_a_publisher_is_refused(root: bytes, field: str) -> None:
    with refused("packs.field", field=field):
        parse_publisher(root)


@pytest.mark.parametrize(
    "rights",
    [
        Publisher("x", "X", (), ("corner-almaty",), ("innovation", "*"), 10),
        Publisher("x", "X", (), (), ("innovation",)),
        Publisher("x", "X"),
    ],
    ids=str,
)
def test_rights_are_read_back(rights: Publisher) -> None:
    root = json.dumps({"signed": {RIGHTS_FIELD: rights.to_fields()}}).encode()
    assert parse_publisher(root) == rights


def test_a_publisher_without_limits_has_rights_to_everything() -> None:
    fields = LOCAL.to_fields()
    assert set(fields) == {"publisher", "name", "hosts"}
    found = parse_publisher(json.dumps({"signed": {RIGHTS_FIELD: fields}}).encode())
    assert (found.venues, found.themes, found.rank) == (("*",), ("*",), 0)


def test_the_lowest_and_the_highest_values_are_read() -> None:
    for rank in (0, 99):
        fields = LOCAL.to_fields() | {"publisher": "p" * 40, "venues": ["v" * 64], "rank": rank}
        found = parse_publisher(json.dumps({"signed": {RIGHTS_FIELD: fields}}).encode())
        assert (found.id, found.venues, found.rank) == ("p" * 40, ("v" * 64,), rank)


def test_the_list_of_hosts_may_be_empty() -> None:
    root = json.dumps({"signed": {RIGHTS_FIELD: Publisher("x", "X").to_fields()}}).encode()
    assert parse_publisher(root).hosts == ()
