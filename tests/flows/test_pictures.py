"""The pictures of an event by touch: seen whole, turned by arrows and by a finger, put away."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from kiosk.screen import Screen
from kiosk.words import LANGUAGES, words
from tests.appearance.rules import faults
from tests.flows.test_touch import drag
from tests.screen_kit import centre, find, items, picture, presses, settle, tap, texts, window

EVENT = "exercise-open-evening"
SIZES = ["1920x1080", "1080x1920", "1280x1024"]


def open_event(shown: Screen) -> None:
    shown.shell.goHome()
    shown.shell.openEvent(EVENT)
    settle()


def alts(language: str, shown: Screen) -> list[str]:
    """What is said of each picture of the event."""
    assert shown.shell.session.showing
    event = shown.shell.session.showing.catalogue.event(EVENT)
    return [one.alt[language] for one in event.media]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_are_seen_one_after_the_other_and_put_away(size: str, language: str, april: Path) -> None:
    with window(april, size, language=language) as shown:
        open_event(shown)
        said = alts(language, shown)
        assert find(shown, "pictures").property("label").endswith(f" · {len(said)}")
        tap(shown, "pictures")
        looks = []
        for alt in said:
            assert alt in texts(shown)
            assert not list(faults(shown.view.rootObject()))
            looks.append(picture(shown))
            tap(shown, "picture-after")
        assert all(np.any(one != other) for one, other in pairwise(looks))
        assert said[0] in texts(shown)
        tap(shown, "picture-before")
        assert said[-1] in texts(shown)
        assert words(language).text("screens.pictures.of", n=3, m=3) == shown.shell.event_page.album.said
        tap(shown, "close-pictures")
        assert "picture-after" not in [item.objectName() for item in presses(shown)]
        assert shown.shell.page == "event"


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_whole_and_as_large_as_there_is_room(size: str, april: Path) -> None:
    with window(april, size) as shown:
        open_event(shown)
        tap(shown, "pictures")
        for media in shown.shell.session.showing.catalogue.event(EVENT).media:  # type: ignore[union-attr]
            seen = find(shown, "picture")
            assert seen.width() / seen.height() == pytest.approx(media.width / media.height, abs=0.01)
            assert max(seen.width() / shown.view.width(), seen.height() / shown.view.height()) > 0.4
            tap(shown, "picture-after")


def test_a_finger_turns_to_the_picture_beside(april: Path) -> None:
    with window(april) as shown:
        open_event(shown)
        tap(shown, "pictures")
        said, place = alts("en", shown), centre(find(shown, "picture"))
        drag(shown, place, place - QPoint(300, 0))
        assert said[1] in texts(shown)
        drag(shown, place, place + QPoint(300, 0))
        assert said[0] in texts(shown)
        drag(shown, place, place + QPoint(20, 0))
        assert said[0] in texts(shown)


def test_none_is_kept_once_the_visitor_has_left(april: Path) -> None:
    with window(april) as shown:
        open_event(shown)
        tap(shown, "pictures")
        assert shown.shell.event_page.album.address
        shown.shell.showAttract()
        shown.shell.forget()
        assert (shown.shell.event_page.album.address, shown.shell.event_page.album.count) == ("", 0)


def test_an_event_without_pictures_offers_none(april: Path) -> None:
    with window(april) as shown:
        shown.shell.goHome()
        shown.shell.openEvent("techforum")
        settle()
        assert "pictures" not in [item.objectName() for item in items(shown)]
