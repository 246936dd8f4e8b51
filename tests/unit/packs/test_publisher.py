"""Who a publisher is, as root metadata names them."""

import json

import pytest

from kiosk.packs.publisher import FIELD, Publisher, publisher
from tests.packs_builder import LOCAL, Publishing, refused


def test_the_publisher_is_read_from_root_metadata() -> None:
    assert publisher(Publishing().root) == LOCAL


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
    ],
    ids=str,
)
def test_a_publisher_of_another_form_is_refused(change: dict[str, object]) -> None:
    root = json.dumps({"signed": {FIELD: LOCAL.to_fields() | change}}).encode()
    with refused("packs.field"):
        publisher(root)


@pytest.mark.parametrize("root", [b"", b"{}", b'{"signed": {}}', b'{"signed": 1}', b"\xff"])
def test_metadata_without_a_publisher_is_refused(root: bytes) -> None:
    with refused("packs.field"):
        publisher(root)


def test_hosts_may_be_none() -> None:
    root = json.dumps({"signed": {FIELD: Publisher("x", "X").to_fields()}}).encode()
    assert publisher(root).hosts == ()
