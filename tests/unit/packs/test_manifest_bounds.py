"""The manifest: the largest values are read, each value beyond is refused under the name of its field."""

from typing import Any

import pytest

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.manifest import Manifest, parse_manifest
from tests.packs_builder import refused

SIGNED_AT = 1_459_500_000
YEAR_2200 = 7_258_118_400
SOUND: dict[str, Any] = {
    "format": 1,
    "min_app": 1,
    "pack": "p",
    "title": {"en": "Title"},
    "updated": "2016-04-01",
    "languages": ["en"],
    "events": 1,
    "themes": {"friendship": 1},
    "signed_at": SIGNED_AT,
    "fresh_until": SIGNED_AT,
    "hosts": ["kz.usembassy.gov"],
    "corners": ["*"],
}
LARGEST = {
    "min_app": limits.APP_LEVEL,
    "pack": "p" * 64,
    "languages": ["en", "abc-12345678-1234567"],
    "events": limits.EVENTS,
    "themes": {f"theme-{number}": limits.EVENTS for number in range(limits.THEMES)},
    "corners": ["c" * 64, *(f"c{number}" for number in range(limits.CORNERS - 1))],
    "fresh_until": SIGNED_AT + limits.EXPIRES_AFTER,
}
WRONG = {
    "pack": ["P", "p" * 65, "", 1],
    "title": [{}, {"ru": "Title"}, {"en": ""}, {"en": 1}, [], {"en": "a\u202eb"}],
    "updated": ["2016-4-1", "2016-04-01T", "20160401", "2016-02-30", 20160401],
    "languages": [["en", "EN"], ["e" * 21], ["en"] * (limits.LANGUAGES + 1), "en"],
    "events": [-1, limits.EVENTS + 1, True, "1"],
    "themes": [
        {"Friendship": 1}, {"friendship": -1}, {"friendship": limits.EVENTS + 1}, [],
        {f"theme-{number}": 1 for number in range(limits.THEMES + 1)},
    ],
    "signed_at": [946_684_799, YEAR_2200 + 1, "2016"],
    "fresh_until": [SIGNED_AT - 1, SIGNED_AT + limits.EXPIRES_AFTER + 1],
    "corners": [["c" * 65], ["*"] * (limits.CORNERS + 1), "*"],
    "format": [0, "1", True],
    "min_app": [0, "1"],
}  # fmt: skip


def test_a_manifest_is_read_as_it_was_written() -> None:
    manifest = parse_manifest(SOUND)
    assert manifest.to_custom() == SOUND
    assert isinstance(manifest, Manifest)


@pytest.mark.parametrize("name", LARGEST)
def test_the_largest_value_of_a_field_is_read(name: str) -> None:
    assert parse_manifest(SOUND | {name: LARGEST[name]}).to_custom()[name] == LARGEST[name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param(name, value, id=f"{name}-{number}")
        for name in WRONG
        for number, value in enumerate(WRONG[name])
    ],
)
def test_a_wrong_value_is_refused_under_the_name_of_its_field(name: str, value: object) -> None:
    with pytest.raises(KioskError) as caught:
        parse_manifest(SOUND | {name: value})
    field = "friendship" if isinstance(value, dict) and "friendship" in value else name
    assert (caught.value.code, caught.value.detail) == ("packs.field", {"field": field})


def test_a_manifest_for_a_newer_program_is_refused_as_such() -> None:
    with refused("packs.format"):
        parse_manifest(SOUND | {"format": 2})
    with refused("packs.min_app"):
        parse_manifest(SOUND | {"min_app": limits.APP_LEVEL + 1})
