"""The exact limits of videos, and what an error says of them."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.base import limits
from kiosk.packs import videos
from kiosk.packs.videos import Video, check_video
from tests.packs_builder import refused
from tests.videos import make_video

NAME = "media/a.b.mp4"
WIDTH, HEIGHT, SECONDS, RATE = 320, 180, 2, 25.0


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_video(tmp_path_factory.mktemp("videos") / "a.b.mp4", sound="none")


@dataclass
class Track:
    """A track as MediaInfo describes it, in text."""

    format: str = "AVC"
    width: str | None = str(WIDTH)
    height: str | None = str(HEIGHT)
    duration: str | None = str(SECONDS * 1000)
    frame_rate: str | None = str(RATE)
    istruncated: str | None = None


@dataclass
class Info:
    """What MediaInfo finds in a file."""

    general_tracks: list[Track]
    video_tracks: list[Track]
    audio_tracks: list[Track]


def check(picture: Track, general: Track | None = None) -> Video:
    info = Info([general or Track()], [picture], [])
    return videos._check_headers(info, NAME, "mp4")  # type: ignore[arg-type]


def test_the_facts_of_a_video() -> None:
    assert check(Track()) == Video(WIDTH, HEIGHT, SECONDS)
    assert check(Track(duration="100"), Track(duration="400")).duration == 1
    assert check(Track(duration="2600"), Track(duration=None)).duration == 3


@pytest.mark.parametrize("field", ["width", "height"])
@pytest.mark.parametrize("value", [None, "0", "-1", "many"])
def test_a_video_without_a_size_is_refused(field: str, value: str | None) -> None:
    with refused("packs.video_broken", name=NAME):
        check(Track(**{field: value}))


@pytest.mark.parametrize("value", [None, "0", "-1"])
def test_a_video_without_a_duration_is_refused(value: str | None) -> None:
    with refused("packs.video_broken", name=NAME):
        check(Track(duration=value), Track(duration=value))


@pytest.mark.parametrize(
    ("limit", "exact", "code", "detail"),
    [
        ("VIDEO_SIDE", WIDTH, "size", {"most": WIDTH - 1, "rate": limits.VIDEO_RATE}),
        ("VIDEO_PIXELS", WIDTH * HEIGHT, "size", {"most": limits.VIDEO_SIDE, "rate": limits.VIDEO_RATE}),
        ("VIDEO_RATE", RATE, "size", {"most": limits.VIDEO_SIDE, "rate": RATE - 1}),
        ("VIDEO_SECONDS", SECONDS, "long", {"most": 0}),
    ],
)
def test_a_video_may_reach_each_limit_and_not_pass_it(
    monkeypatch: pytest.MonkeyPatch, limit: str, exact: float, code: str, detail: dict[str, object]
) -> None:
    monkeypatch.setattr(limits, limit, exact)
    check(Track())
    monkeypatch.setattr(limits, limit, exact - 1)
    with refused(f"packs.video_{code}", name=NAME, **detail):
        check(Track())


def test_the_longest_video_is_told_in_minutes() -> None:
    with refused("packs.video_long", name=NAME, most=limits.VIDEO_SECONDS // 60):
        check(Track(duration=str(limits.VIDEO_SECONDS * 1000 + 1)))


def test_a_file_may_reach_the_limit_of_bytes(video: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = video.stat().st_size
    monkeypatch.setattr(limits, "VIDEO_BYTES", size)
    assert check_video(video, NAME) == Video(WIDTH, HEIGHT, SECONDS)
    monkeypatch.setattr(limits, "VIDEO_BYTES", size - 1)
    with refused("packs.video_large", name=NAME, most=(size - 1) // limits.MIB):
        check_video(video, NAME)


@pytest.mark.parametrize(("suffix", "allowed"), [("mp4", "AAC, H.264"), ("webm", "Opus, VP8, VP9, Vorbis")])
def test_an_unknown_codec_is_named_with_those_that_are_allowed(suffix: str, allowed: str) -> None:
    info = Info([Track()], [Track(format="V" * 30)], [])
    with refused("packs.video_codec", name=NAME, codec="V" * 20, allowed=allowed):
        videos._check_headers(info, NAME, suffix)  # type: ignore[arg-type]


def test_the_kind_is_looked_for_in_the_first_bytes_only(tmp_path: Path) -> None:
    late = tmp_path / "x.webm"
    late.write_bytes(b"\x1a\x45\xdf\xa3" + bytes(60) + b"webm" + bytes(100))
    with refused("packs.video_kind", name="x.webm"):
        check_video(late, "x.webm")


def test_a_webm_is_read_under_its_own_suffix_only(tmp_path: Path) -> None:
    file = make_video(tmp_path / "x.webm", sound="none")
    assert check_video(file, "x.webm") == Video(WIDTH, HEIGHT, SECONDS)
    for suffix in (".mp4", ".WEBMX"):
        other = file.rename(file.with_suffix(suffix))
        with refused("packs.video_kind", name="x"):
            check_video(other, "x")
        other.rename(file)


def test_a_file_with_nothing_but_the_mark_of_its_kind_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "x.mp4"
    file.write_bytes(b"\0\0\0\x10ftypisom" + bytes(200))
    with refused("packs.video_broken", name="x.mp4"):
        check_video(file, "x.mp4")


def test_an_unfinished_copy_and_other_than_one_picture_are_broken() -> None:
    for info in (
        Info([Track(istruncated="Yes")], [Track()], []),
        Info([], [Track()], []),
        Info([Track()], [], []),
        Info([Track()], [Track(), Track()], []),
    ):
        with refused("packs.video_broken", name=NAME):
            videos._check_headers(info, NAME, "mp4")  # type: ignore[arg-type]
