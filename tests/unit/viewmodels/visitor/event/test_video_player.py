"""A film as a visitor watches it: never begun by itself, in their language, quiet again for the next one."""

from dataclasses import replace

import pytest

from kiosk.base.model import Caption, Media, MediaKind
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.event.video_player import VideoPlayer
from tests.unit.store.sample import CODE, HOST, PROGRAMME, text
from tests.unit.viewmodels.sessions import session, with_events

SAID = {
    "en": (Caption(500, 2000, "Hello"), Caption(1500, 3000, "again")),
    "ru": (Caption(500, 2000, "Привет"),),
}
VIDEO = Media(
    MediaKind.VIDEO, "media/x.webm", 640, 360, text("A film"), "media/x.jpg", 65, f"https://{HOST}/x", SAID
)


def visit(language: str = "en", **settings: object) -> Session:
    database = with_events(replace(CODE, media=(*CODE.media, VIDEO)), *PROGRAMME.events[1:])
    return session(language, database=database, **settings)


def taken(visitor: Session, media: Media = VIDEO) -> VideoPlayer:
    film = VideoPlayer(visitor)
    film.take("code", media)
    return film


def test_it_begins_when_a_visitor_wants_it_and_the_player_can() -> None:
    film = taken(visit())
    film.play(True)
    assert not film.playing
    film.offer(True)
    assert (film.ready, film.playing, film.begun) == (True, False, False)
    film.play(True)
    assert (film.playing, film.begun) == (True, True)
    film.offer(False)
    assert (film.ready, film.playing) == (False, False)


def test_in_the_end_the_poster_is_back() -> None:
    film = taken(visit())
    film.offer(True)
    film.play(True)
    film.reach(1000)
    film.end()
    assert (film.ready, film.playing, film.begun, film.part, film.caption) == (True, False, False, 0.0, "")


def test_captions_follow_the_film_and_the_language() -> None:
    visitor = visit()
    film = taken(visitor)
    film.offer(True)
    film.play(True)
    said = []
    for at in (0, 500, 1700, 2500, 3000):
        film.reach(at)
        said.append(film.caption)
    assert said == ["", "Hello", "Hello again", "again", ""]
    film.reach(1000)
    for language, shown in (("ru", "Привет"), ("kk", "Привет"), ("en", "Hello")):
        visitor.language = language
        film.refresh()
        assert film.caption == shown


def test_before_it_begins_nothing_is_said() -> None:
    film = taken(visit(), replace(VIDEO, captions={"en": (Caption(0, 900, "Hello"),)}))
    assert (film.caption, film.time, film.part) == ("", "0:00 / 1:05", 0.0)
    film.reach(32_500)
    assert (film.time, film.part) == ("0:32 / 1:05", 0.5)


def test_the_next_visitor_finds_the_usual_volume() -> None:
    film = taken(visit(volume=40))
    film.louder(3)
    assert film.volume == 0.7
    film.rest()
    assert film.volume == 0.4
    for step, most in ((9, 1.0), (-30, 0.0)):
        film.louder(step)
        assert film.volume == most


@pytest.mark.parametrize(
    ("url", "hosts", "code"),
    [(VIDEO.url, (HOST,), VIDEO.url), (VIDEO.url, ("example.org",), ""), ("", (HOST,), "")],
)
def test_a_code_leads_only_where_the_publisher_may(url: str, hosts: tuple[str, ...], code: str) -> None:
    visitor = visit(hosts=hosts)
    film = taken(visitor, replace(VIDEO, url=url))
    assert (film.payload, film.host, film.modules > 0) == (code, HOST if code else "", bool(code))


def test_whoever_watches_is_not_asked_whether_they_are_there() -> None:
    shell = Shell(visit(idle_seconds=0.05, countdown_seconds=5))
    shell.goHome()
    shell.openEvent("code")
    viewer = shell.event_page.media_viewer
    viewer.open()
    viewer.turn(1)
    viewer.video_player.offer(True)
    asked: list[int] = []
    shell.idle_timer.ask()
    viewer.video_player.reach(2000)
    assert shell.idle_timer.asking, "a film that is not played is no sign of life"
    viewer.video_player.play(True)
    for at in range(3000, 4000, 200):
        viewer.video_player.watched.connect(lambda at=at: asked.append(at))
        viewer.video_player.reach(at)
    assert not shell.idle_timer.asking
    assert asked == [3000], "once a second is enough"


def test_turning_to_a_picture_ends_the_film() -> None:
    shell = Shell(visit())
    shell.openEvent("code")
    viewer = shell.event_page.media_viewer
    viewer.open()
    assert viewer.video_player.source == ""
    viewer.turn(1)
    assert str(viewer.video_player.source).endswith("/local/files/media/x.webm")
    assert viewer.picture == "1/local/media/x.jpg"
    viewer.video_player.offer(True)
    viewer.video_player.play(True)
    viewer.turn(1)
    assert (viewer.video_player.source, viewer.video_player.playing) == ("", False)
    assert viewer.label == "Pictures and video"
