"""VideoPlayer: started only by the visitor, captions in the session's language, reset between visits."""

from dataclasses import replace
from pathlib import Path

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


def video_session(language: str = "en", **settings: object) -> Session:
    database = database_with_events(replace(CODE, media=(*CODE.media, VIDEO)), *PROGRAMME.events[1:])
    return make_session(language, database=database, **settings)


def load_player(session: Session, media: Media = VIDEO) -> VideoPlayer:
    player = VideoPlayer(session)
    player.load("code", media)
    return player


def test_a_video_starts_when_the_visitor_plays_it_and_the_player_is_ready() -> None:
    player = load_player(video_session())
    player.setPlaying(True)
    assert not player.playing
    player.setReady(True)
    assert (player.ready, player.playing, player.started) == (True, False, False)
    player.setPlaying(True)
    assert (player.playing, player.started) == (True, True)
    player.setReady(False)
    assert (player.ready, player.playing) == (False, False)


def test_at_the_end_the_player_is_reset() -> None:
    player = load_player(video_session())
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


def test_captions_follow_position_and_language() -> None:
    session = video_session()
    player = load_player(session)
    player.setReady(True)
    player.setPlaying(True)
    captions = []
    for at in (0, 500, 1700, 2500, 3000):
        player.setPosition(at)
        captions.append(player.caption)
    assert captions == ["", "Hello", "Hello again", "again", ""]
    player.setPosition(1000)
    for language, caption in (("ru", "Привет"), ("kk", "Привет"), ("en", "Hello")):
        session.language = language
        player.refresh()
        assert player.caption == caption


def test_before_the_start_there_is_no_caption() -> None:
    player = load_player(video_session(), replace(VIDEO, captions={"en": (Caption(0, 900, "Hello"),)}))
    assert (player.caption, player.timeText, player.progress) == ("", "0:00 / 1:05", 0.0)
    player.setPosition(32_500)
    assert (player.timeText, player.progress) == ("0:32 / 1:05", 0.5)


def test_a_reset_restores_the_volume_of_the_settings() -> None:
    player = load_player(video_session(volume=40))
    player.changeVolume(3)
    assert player.volume == 0.7
    player.reset()
    assert player.volume == 0.4
    for step, limit in ((9, 1.0), (-30, 0.0)):
        player.changeVolume(step)
        assert player.volume == limit


@pytest.mark.parametrize(
    ("url", "hosts", "code"),
    [(VIDEO.url, (HOST,), VIDEO.url), (VIDEO.url, ("example.org",), ""), ("", (HOST,), "")],
)
def test_a_code_leads_only_to_hosts_of_the_publisher(url: str, hosts: tuple[str, ...], code: str) -> None:
    session = video_session(hosts=hosts)
    player = load_player(session, replace(VIDEO, url=url))
    assert (player.payload, player.host, player.modules > 0) == (code, HOST if code else "", bool(code))


def test_a_playing_video_counts_as_activity() -> None:
    shell = Shell(video_session(idle_seconds=0.05, countdown_seconds=5))
    shell.goHome()
    shell.openEvent("code")
    viewer = shell.pages.event.media_viewer
    viewer.open()
    viewer.step(1)
    viewer.video_player.setReady(True)
    progress_signals: list[int] = []
    shell.idle_timer.ask()
    viewer.video_player.setPosition(2000)
    assert shell.idle_timer.asking, "a video that is not playing is no activity"
    viewer.video_player.setPlaying(True)
    for at in range(3000, 4000, 200):
        viewer.video_player.playbackProgressed.connect(lambda at=at: progress_signals.append(at))
        viewer.video_player.setPosition(at)
    assert not shell.idle_timer.asking
    assert progress_signals == [3000], "activity is signalled once a second"


def test_a_video_whose_file_is_missing_has_no_source() -> None:
    assert load_player(video_session()).source == ""


def test_stepping_to_a_picture_stops_the_video(tmp_path: Path) -> None:
    session = video_session()
    assert session.programme
    session.programme = replace(session.programme, folder=tmp_path / "gen/1")
    media = session.programme.folder / "local/files/media"
    media.mkdir(parents=True)
    (media / "x.webm").touch()
    shell = Shell(session)
    shell.openEvent("code")
    viewer = shell.pages.event.media_viewer
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
