"""Tests the manifest of a pack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base import limits
from kiosk.packs.manifest import Manifest, parse_manifest
from tests.packs_builder import MANIFEST, SIGNED_AT, refused

SLUGS = st.from_regex(r"[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)
COUNTS = st.integers(0, limits.EVENTS)


@given(
    st.builds(
        Manifest,
        pack=SLUGS,
        title=st.just({"en": "Together"}),
        updated=st.dates().map(str),
        languages=st.just(("en", "kk")),
        events=COUNTS,
        themes=st.dictionaries(SLUGS, COUNTS, max_size=5),
        signed_at=st.just(SIGNED_AT),
        fresh_until=st.integers(SIGNED_AT, SIGNED_AT + limits.EXPIRES_AFTER),
        corners=st.lists(SLUGS, unique=True, max_size=4).map(tuple),
    )
)
def test_a_manifest_is_read_back(manifest: Manifest) -> None:
    assert parse_manifest(manifest.to_custom()) == manifest


@pytest.mark.parametrize("field", MANIFEST.to_custom())
def test_every_field_must_be_there(field: str) -> None:
    custom = MANIFEST.to_custom()
    del custom[field]
    with refused("packs.field", field=field):
        parse_manifest(custom)


@pytest.mark.parametrize("value", [None, [], {}, "", -1, True, 1.5, "\n", ["x", 1], {"x": None}])
@pytest.mark.parametrize("field", MANIFEST.to_custom())
def test_no_field_takes_a_value_of_another_type(field: str, value: object) -> None:
    if (field, value) in (("hosts", []), ("corners", []), ("themes", {})):
        assert parse_manifest(MANIFEST.to_custom() | {field: value})
        return
    with refused("packs.field", "packs.format", "packs.min_app"):
        parse_manifest(MANIFEST.to_custom() | {field: value})


def test_fields_of_a_later_format_are_ignored() -> None:
    assert parse_manifest(MANIFEST.to_custom() | {"colour": "blue"}) == MANIFEST


def test_lists_are_bounded() -> None:
    for field, crowd in (
        ("themes", {f"t{number}": 1 for number in range(limits.THEMES + 1)}),
        ("hosts", [f"h{number}.example.org" for number in range(limits.HOSTS + 1)]),
        ("corners", [f"c{number}" for number in range(limits.CORNERS + 1)]),
        ("languages", [f"x{chr(97 + number)}" for number in range(limits.LANGUAGES + 1)]),
    ):
        with refused("packs.field", field=field):
            parse_manifest(MANIFEST.to_custom() | {field: crowd})
