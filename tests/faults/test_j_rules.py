"""Fault catalogue, row J6: a signed pack that the author's check would refuse is refused by a kiosk."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.base.errors import KioskError
from kiosk.library.install import install
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, sample_publisher
from tests.unit.store.sample import changed_database


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library that shows edition 1; the next one is being made."""
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    kit.publisher.version = 2
    return kit


def refusal_of(kit: LibraryKit) -> str:
    """The reason for which the next edition is refused; the library is as before."""
    before = kit.read_files()
    pack = kit.publisher.pack(kit.packs / "2.kpack")
    with pytest.raises(KioskError, match=r"library\.content") as refusal:
        install(kit.folder, pack, clock=DAY_AFTER_SIGNING, reserve=0)
    assert kit.read_files() == before
    return str(refusal.value.detail["reason"])


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE theme SET colour = '#FFFFFF'", "contrast"),
        ("UPDATE event_text SET title = char(10240, 10240)", "text_invisible"),
        ("UPDATE event_text SET title = 'a' || char(65024)", "text_invisible"),
        ("UPDATE event_text SET title = char(888)", "text_blank"),
        ("UPDATE venue_text SET name = char(12644)", "text_invisible"),
        ("UPDATE occurrence SET earliest = 0, latest = 9, visible_until = 9 WHERE event = 'talk'", "bounds"),
        ("UPDATE occurrence SET edtf = '2016-03-06' WHERE event = 'talk'", "bounds"),
        ("UPDATE registration SET closes_edtf = '2017' WHERE event = 'code'", "bounds"),
        ("UPDATE contact SET phone = 'call me'", "phone"),
        ("UPDATE contact SET email = 'a@b'", "email"),
        ("DELETE FROM place WHERE event = 'tour'", "route_short"),
        ("UPDATE occurrence SET status = 'moved' WHERE event = 'talk'", "moved_from"),
    ],
)
def test_j06_what_no_author_may_write_is_refused_by_a_kiosk(
    kit: LibraryKit, statement: str, code: str
) -> None:
    kit.publisher.files["events.sqlite"] = changed_database(statement)
    assert refusal_of(kit).startswith(f"{code}: ")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pack", "another-programme"),
        ("title", {"en": "Another title"}),
        ("updated", "2016-04-02"),
        ("languages", ("en", "ru", "kk")),
        ("events", 20_000),
        ("themes", {"innovation": 6}),
    ],
)
def test_j06_what_the_database_contradicts_is_refused(kit: LibraryKit, field: str, value: Any) -> None:
    kit.publisher.change_manifest(**{field: value})
    assert refusal_of(kit).startswith(f"manifest: manifest.{field} ")
