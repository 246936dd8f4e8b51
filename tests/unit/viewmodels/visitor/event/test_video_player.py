"""VideoPlayer: started only by the visitor, captions in their language, reset for the next visitor."""

from dataclasses import replace

import pytest

from kiosk.base.model import Caption, Media, MediaKind
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.event.video_player import VideoPlayer
from tests.unit.store.sample import CODE, HOST, PROGRAMME, text
from tests.unit.viewmodels.sessions import database_with_events, make_session

CAPTIONS = {
    "en": (Caption(500, 2000, "Hello"), Caption(1500, 3000, "again")),
    "ru": (Caption(500, 2000, "Привет"),),
}
VIDEO = Media(
    MediaKind.VIDEO,
    "media/x.webm",
    640,
    360,
    text("A film"),
    "media/x.jpg",
    65,
    f"https://{HOST}/x",
    CAPTIONS,
)


def visit(language: str = "en", **settings: object) -> Session:
    database = database_with_events(replace(CODE, media=(*CODE.media, VIDEO)), *PROGRAMME.events[1:])
    return make_session(language, database=database, **settings)


def taken(visitor: Session, media: Media = VIDEO) -> VideoPlayer:
    player = VideoPlayer(visitor)
    player.load("code", media)
    return player


def test_it_begins_when_a_visitor_wants_it_and_the_player_can() -> None:
    player = taken(visit())
    player.setPlaying(True)
    assert not player.playing
    player.setReady(True)
    assert (player.ready, player.playing, player.started) == (True, False, False)
    player.setPlaying(True)
    assert (player.playing, player.started) == (True, True)
    player.setReady(False)
    assert (player.ready, player.playing) == (False, False)


def test_in_the_end_the_poster_is_back() -> None:
    player = taken(visit())
    player.setReady(True)
    player.setPlaying(True)
    player.setPosition(1000)
    player.finish()
    assert (player.ready, player.playing, player.started, player.progress, player.caption) == (
        True,
        False,
        False,
        0.0,
        "",
    )


def test_captions_follow_the_film_and_the_language() -> None:
    visitor = visit()
    player = taken(visitor)
    player.setReady(True)
    player.setPlaying(True)
    said = []
    for at in (0, 500, 1700, 2500, 3000):
        player.setPosition(at)
        said.append(player.caption)
    assert said == ["", "Hello", "Hello again", "again", ""]
    player.setPosition(1000)
    for language, shown in (("ru", "Привет"), ("kk", "Привет"), ("en", "Hello")):
        visitor.language = language
        player.refresh()
        assert player.caption == shown


def test_before_it_begins_nothing_is_said() -> None:
    player = taken(visit(), replace(VIDEO, captions={"en": (Caption(0, 900, "Hello"),)}))
    assert (player.caption, player.timeText, player.progress) == ("", "0:00 / 1:05", 0.0)
    player.setPosition(32_500)
    assert (player.timeText, player.progress) == ("0:32 / 1:05", 0.5)


def test_the_next_visitor_finds_the_usual_volume() -> None:
    player = taken(visit(volume=40))
    player.changeVolume(3)
    assert player.volume == 0.7
    player.reset()
    assert player.volume == 0.4
    for step, most in ((9, 1.0), (-30, 0.0)):
        player.changeVolume(step)
        assert player.volume == most


@pytest.mark.parametrize(
    ("url", "hosts", "code"),
    [(VIDEO.url, (HOST,), VIDEO.url), (VIDEO.url, ("example.org",), ""), ("", (HOST,), "")],
)
def test_a_code_leads_only_where_the_publisher_may(url: str, hosts: tuple[str, ...], code: str) -> None:
    visitor = visit(hosts=hosts)
    player = taken(visitor, replace(VIDEO, url=url))
    assert (player.payload, player.host, player.modules > 0) == (code, HOST if code else "", bool(code))


def test_whoever_watches_is_not_asked_whether_they_are_there() -> None:
    shell = Shell(visit(idle_seconds=0.05, countdown_seconds=5))
    shell.goHome()
    shell.openEvent("code")
    viewer = shell.event_page.media_viewer
    viewer.open()
    viewer.step(1)
    viewer.video_player.setReady(True)
    asked: list[int] = []
    shell.idle_timer.ask()
    viewer.video_player.setPosition(2000)
    assert shell.idle_timer.asking, "a film that is not played is no sign of life"
    viewer.video_player.setPlaying(True)
    for at in range(3000, 4000, 200):
        viewer.video_player.playbackProgressed.connect(lambda at=at: asked.append(at))
        viewer.video_player.setPosition(at)
    assert not shell.idle_timer.asking
    assert asked == [3000], "once a second is enough"


def test_turning_to_a_picture_ends_the_film() -> None:
    shell = Shell(visit())
    shell.openEvent("code")
    viewer = shell.event_page.media_viewer
    viewer.open()
    assert viewer.video_player.source == ""
    viewer.step(1)
    assert str(viewer.video_player.source).endswith("/local/files/media/x.webm")
    assert viewer.picture == "1/local/media/x.jpg"
    viewer.video_player.setReady(True)
    viewer.video_player.setPlaying(True)
    viewer.step(1)
    assert (viewer.video_player.source, viewer.video_player.playing) == ("", False)
    assert viewer.buttonLabel == "Pictures and video"
