"""MediaViewer: the pictures of an event, one at a time."""

from dataclasses import replace

import pytest

from kiosk.base.model import Event, Media, MediaKind
from kiosk.viewmodels.visitor.event.media_viewer import MediaViewer
from kiosk.viewmodels.visitor.event.page import EventPage
from tests.unit.store.sample import CODE, TALK, text
from tests.unit.viewmodels.sessions import database_with_events, make_session

PICTURES = tuple(
    Media(MediaKind.PICTURE, f"media/{name}.jpg", 64, 48, text(name)) for name in ("one", "two", "three")
)


def event_page(*events: Event, language: str = "en") -> EventPage:
    return EventPage(make_session(language, database=database_with_events(*events)))


def open_viewer(language: str = "en") -> MediaViewer:
    """An open viewer of an event with three pictures."""
    viewer = MediaViewer(make_session(language))
    viewer.load(replace(TALK, media=PICTURES))
    viewer.open()
    return viewer


def test_stepping_wraps_around() -> None:
    viewer = open_viewer()
    pictures = []
    for step in (0, 1, 1, 1, -1):
        viewer.step(step)
        pictures.append((viewer.index, viewer.alt, viewer.positionText))
    expected = [(0, "one e", "1 of 3"), (1, "two e", "2 of 3"), (2, "three e", "3 of 3")]
    assert pictures == [*expected, expected[0], expected[2]]
    assert viewer.picture == "1/local/media/three.jpg"


def test_texts_are_in_the_language_of_the_session() -> None:
    assert (open_viewer("kk").alt, open_viewer("ru").positionText) == ("one k", "1 из 3")


def test_a_closed_viewer_shows_nothing_and_reopens_at_the_first_picture() -> None:
    viewer = open_viewer()
    viewer.step(1)
    viewer.close()
    assert (viewer.isOpen, viewer.picture, viewer.alt) == (False, "", "")
    viewer.open()
    assert (viewer.isOpen, viewer.index) == (True, 0)


@pytest.mark.parametrize("event", ["code", ""])
def test_another_event_or_a_reset_closes_the_viewer(event: str) -> None:
    page = event_page(replace(TALK, media=PICTURES), CODE)
    page.open("talk")
    page.media_viewer.open()
    page.open(event) if event else page.reset()
    assert not page.media_viewer.isOpen


def test_without_pictures_the_viewer_does_not_open() -> None:
    page = event_page(TALK)
    page.open("talk")
    page.media_viewer.open()
    page.media_viewer.step(1)
    assert (page.media_viewer.isOpen, page.media_viewer.count) == (False, 0)
