"""Search works soon after the first picture: in a small programme, a large one, and the next one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session
from tests.screen_kit import april, copy_library, demo, open_session, qapp, run_cli, wait_until, window

__all__ = ["april", "demo", "qapp"]


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    return copy_library(demo, tmp_path / "library")


@pytest.fixture
def large_programme(library: Path) -> Iterator[KioskWindow]:
    """A window on a programme whose packs claim too many events to be indexed in the window's process."""
    with window(library) as shown:
        session = shown.shell.session
        assert session.programme
        many = tuple(replace(pack, events=501) for pack in session.programme.packs)
        session.programme = replace(session.programme, packs=many)
        yield shown


def search_ids(session: Session, word: str) -> list[str]:
    assert session.search
    return [hit.event for hit in session.search.search(word, "en", session.now).hits]


def test_a_small_programme_is_indexed_at_once_and_the_next_one_too(library: Path, demo: Path) -> None:
    with window(library) as shown:
        session = shown.shell.session
        assert session.search is None
        shown.start_background()
        assert search_ids(session, "saturday") == []
        run_cli("install", demo.parent / "april-update.kpack", "--library", library)
        wait_until(lambda: session.programme and session.programme.packs[0].version == 2)
        assert search_ids(session, "saturday") == ["exercise-open-evening"]
        assert not (library / "search").exists()


def test_a_large_programme_is_indexed_by_a_child(large_programme: KioskWindow, library: Path) -> None:
    session = large_programme.shell.session
    large_programme.shell.open("search")
    assert not prepare_search(session)
    assert (
        large_programme.shell.pages.search.message == "Search is getting ready. Please try again in a minute."
    )
    large_programme.shell.pages.search.type("code")
    large_programme.start_background()
    assert session.search is None
    wait_until(lambda: session.search)
    assert "love-to-code" in [row.eventId for row in large_programme.shell.pages.search.results.rows]
    assert len(list((library / "search").iterdir())) == 1


def test_the_index_of_a_former_programme_is_ignored(large_programme: KioskWindow, library: Path) -> None:
    session = large_programme.shell.session
    programme = session.programme
    large_programme.start_background()
    session.programme = None
    finder = large_programme.background.index_builder if large_programme.background else None
    wait_until(lambda: (library / "search").exists() and finder and not finder.children())
    assert session.search is None
    session.programme = programme


def test_without_a_programme_there_is_no_index(qapp: object, april: Path) -> None:
    with window(april) as shown:
        empty = replace(shown.shell.session, programme=None)
    with open_session(empty):
        assert not prepare_search(empty)
