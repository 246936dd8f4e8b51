"""Videos are converted to what every kiosk plays."""

import errno
from pathlib import Path

import pytest
from av.error import err_check
from PIL import Image

from kiosk.authoring.media import convert_video as module
from kiosk.authoring.media.convert_video import convert_video, make_poster
from kiosk.base.cancellation import Cancelled
from kiosk.packs.videos import check_video
from tests.packs_builder import refused
from tests.videos import make_video

QUARTER_TURN = (0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)
"""The matrix of a telephone held upright (ISO 14496-12, 8.3.2.3): turn clockwise to show."""


def turn(path: Path) -> Path:
    """Write QUARTER_TURN into the track header of the first track."""
    data = path.read_bytes()
    at = data.index(b"tkhd") + 4 + 40
    matrix = b"".join((number & 0xFFFFFFFF).to_bytes(4, "big") for number in QUARTER_TURN)
    path.write_bytes(data[:at] + matrix + data[at + 36 :])
    return path


@pytest.mark.parametrize(
    ("name", "options", "size"),
    [
        ("a.mov", {"video": "mpeg4", "sound": "aac"}, (320, 180)),
        ("a.avi", {"video": "mpeg4", "sound": "mp3"}, (320, 180)),
        ("a.mkv", {"video": "libx264", "sound": "none"}, (320, 180)),
        ("a.mp4", {"size": (2560, 1440), "sound": "none", "seconds": 0.2}, (1920, 1080)),
        ("b.mp4", {"size": (1440, 2560), "sound": "none", "seconds": 0.2}, (1080, 1920)),
    ],
)
def test_any_video_becomes_one_that_every_kiosk_plays(
    tmp_path: Path, name: str, options: dict[str, object], size: tuple[int, int]
) -> None:
    source = make_video(tmp_path / name, **options)  # type: ignore[arg-type]
    convert_video(source, tmp_path / "out.mp4")
    video = check_video(tmp_path / "out.mp4", "out.mp4")
    assert (video.width, video.height) == size
    assert {path.name for path in tmp_path.iterdir()} == {name, "out.mp4"}


def test_the_same_video_gives_the_same_bytes(tmp_path: Path) -> None:
    source = make_video(tmp_path / "a.mov", video="mpeg4", sound="aac")
    for name in ("one.mp4", "two.mp4"):
        convert_video(source, tmp_path / name)
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_a_telephones_video_is_turned_upright(tmp_path: Path) -> None:
    source = turn(make_video(tmp_path / "a.mp4", sound="none"))
    convert_video(source, tmp_path / "out.mp4")
    video = check_video(tmp_path / "out.mp4", "out.mp4")
    assert (video.width, video.height) == (180, 320)
    assert make_poster(source).size == (180, 320)


def test_the_poster_is_a_frame_of_the_video(tmp_path: Path) -> None:
    poster = make_poster(make_video(tmp_path / "a.webm"))
    assert isinstance(poster, Image.Image)
    assert poster.size == (320, 180)


@pytest.mark.parametrize("content", [b"", b"no video" * 20])
def test_what_is_no_video_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.avi").write_bytes(content)
    with refused("packs.video_broken", name="a.avi"):
        convert_video(tmp_path / "a.avi", tmp_path / "out.mp4")
    with refused("packs.video_broken", name="a.avi"):
        make_poster(tmp_path / "a.avi")
    assert not (tmp_path / "out.mp4").exists()


def test_sound_alone_is_no_video(tmp_path: Path) -> None:
    source = make_video(tmp_path / "a.mp4", video="none")
    for work in (lambda: convert_video(source, tmp_path / "out.mp4"), lambda: make_poster(source)):
        with refused("packs.video_broken"):
            work()


def test_a_full_disk_is_not_called_a_broken_video(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*files: object) -> None:
        err_check(-errno.ENOSPC)

    source = make_video(tmp_path / "a.mp4")
    monkeypatch.setattr(module, "_transcode", fail)
    with pytest.raises(OSError, match="space"):
        convert_video(source, tmp_path / "out.mp4")
    assert not (tmp_path / "out.mp4").exists()


def test_nothing_is_left_of_a_conversion_that_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> None:
        raise Cancelled

    source = make_video(tmp_path / "a.mp4")
    monkeypatch.setattr(module.cancellation, "check", stop)
    with pytest.raises(Cancelled):
        convert_video(source, tmp_path / "out.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]
