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


def page(*events: Event, language: str = "en") -> EventPage:
    return EventPage(make_session(language, database=database_with_events(*events)))


def opened(language: str = "en") -> MediaViewer:
    """Of an event with three pictures."""
    viewer = MediaViewer(make_session(language))
    viewer.load(replace(TALK, media=PICTURES))
    viewer.open()
    return viewer


def test_arrows_go_round() -> None:
    viewer = opened()
    seen = []
    for step in (0, 1, 1, 1, -1):
        viewer.step(step)
        seen.append((viewer.index, viewer.alt, viewer.positionText))
    places = [(0, "one e", "1 of 3"), (1, "two e", "2 of 3"), (2, "three e", "3 of 3")]
    assert seen == [*places, places[0], places[2]]
    assert viewer.picture == "1/local/media/three.jpg"


def test_it_speaks_the_language_chosen() -> None:
    assert (opened("kk").alt, opened("ru").positionText) == ("one k", "1 из 3")


def test_closed_it_shows_nothing_and_opens_with_the_first() -> None:
    viewer = opened()
    viewer.step(1)
    viewer.close()
    assert (viewer.isOpen, viewer.picture, viewer.alt) == (False, "", "")
    viewer.open()
    assert (viewer.isOpen, viewer.index) == (True, 0)


@pytest.mark.parametrize("event", ["code", ""])
def test_another_event_or_none_closes_it(event: str) -> None:
    shown = page(replace(TALK, media=PICTURES), CODE)
    shown.open("talk")
    shown.media_viewer.open()
    shown.open(event) if event else shown.reset()
    assert not shown.media_viewer.isOpen


def test_an_event_without_pictures_has_nothing_to_open() -> None:
    shown = page(TALK)
    shown.open("talk")
    shown.media_viewer.open()
    shown.media_viewer.step(1)
    assert (shown.media_viewer.isOpen, shown.media_viewer.count) == (False, 0)
