"""Tests the names of targets and members."""

import pytest

from kiosk.base import limits
from kiosk.packs import zip_layout


@pytest.mark.parametrize("name", ["events.sqlite", "media/x.jpg", "media/25-years_a.webm", "media/0.png"])
def test_allowed_names_of_targets(name: str) -> None:
    assert zip_layout.is_target(name)


@pytest.mark.parametrize(
    "name", ["x.jpg", "media/events.sqlite", "media/-x.jpg", "media/lpt1.jpg", "media/x.gif"]
)
def test_forbidden_names_of_targets(name: str) -> None:
    assert not zip_layout.is_target(name)


def test_the_name_of_a_member_has_the_hash_before_the_file_name() -> None:
    assert zip_layout.member_name("events.sqlite", "ab") == "targets/ab.events.sqlite"
    assert zip_layout.member_name("media/x.jpg", "ab") == "targets/media/ab.x.jpg"


def test_each_kind_of_file_has_its_own_limit() -> None:
    assert zip_layout.max_bytes("events.sqlite") == limits.DATABASE_BYTES
    assert zip_layout.max_bytes("media/x.webp") == limits.PICTURE_BYTES
    assert zip_layout.max_bytes("media/x.mp4") == limits.VIDEO_BYTES
