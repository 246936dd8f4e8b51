"""Fault catalogue, row D9: unsupported and damaged videos are refused before they are played."""

from pathlib import Path

import pytest

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs import videos
from kiosk.packs.media import check_media
from kiosk.packs.videos import Video, check_video
from tests.packs_builder import refused
from tests.videos import make_video

MP4 = b"\0\0\0\x20ftypisom" + bytes(100)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(100)
PLAYLIST = b"#EXTM3U\nfile:///etc/passwd\n"


@pytest.mark.parametrize(
    ("name", "codec"), [("x.mp4", "libx264"), ("x.webm", "libvpx"), ("x.webm", "libvpx-vp9")]
)
def test_d09_supported_videos_are_accepted(name: str, codec: str, tmp_path: Path) -> None:
    path = make_video(tmp_path / name, video=codec)
    assert check_video(path, name) == Video(320, 180, 2)
    check_media(path, f"media/{name}")
    assert check_video(make_video(tmp_path / f"silent-{name}", video=codec, sound="none"), name) == Video(
        320, 180, 2
    )


@pytest.mark.parametrize(
    ("name", "changes", "code"),
    [
        ("x.webm", {"video": "libsvtav1"}, "codec"),
        ("x.mp4", {"video": "libsvtav1"}, "codec"),
        ("x.mp4", {"video": "libx265"}, "codec"),
        ("x.mp4", {"video": "mpeg4"}, "codec"),
        ("x.mp4", {"sound": "libmp3lame"}, "codec"),
        ("x.webm", {"video": "none"}, "broken"),
        ("x.mp4", {"size": (2048, 128)}, "size"),
        ("x.mp4", {"size": (1920, 1088)}, "size"),
        ("x.mp4", {"rate": 100}, "size"),
        ("x.mp4", {"seconds": 620, "sound": "none"}, "long"),
        ("x.webm", {"seconds": 620}, "long"),
    ],
)
def test_d09_unsupported_videos_are_refused(
    name: str, changes: dict[str, object], code: str, tmp_path: Path
) -> None:
    with refused(f"packs.video_{code}"):
        check_video(make_video(tmp_path / name, **changes), name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["x.mp4", "x.webm"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_d09_a_truncated_video_is_refused(name: str, part: float, tmp_path: Path) -> None:
    path = make_video(tmp_path / name)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with refused("packs.video_broken"):
        check_video(path, name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.mp4", WEBM),
        ("x.webm", MP4),
        ("x.webm", WEBM.replace(b"webm", b"mkv\0")),
        ("x.mp4", PLAYLIST),
        ("x.webm", PLAYLIST),
        ("x.mp4", b"ffconcat version 1.0\nfile http://example.org/x\n"),
        ("x.mp4", b""),
    ],
)
def test_d09_videos_are_known_by_their_first_bytes(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with refused("packs.video_kind"):
        check_video(tmp_path / name, name)


@pytest.mark.parametrize(("name", "data"), [("x.mp4", MP4), ("x.webm", WEBM)])
def test_d09_the_first_bytes_alone_are_no_video(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with refused("packs.video_broken"):
        check_video(tmp_path / name, name)


@pytest.mark.parametrize("name", ["x.mp4", "x.webm"])
def test_d09_damage_anywhere_is_refused_or_harmless(name: str, tmp_path: Path) -> None:
    path = make_video(tmp_path / name)
    good = path.read_bytes()
    codes = ("kind", "broken", "codec", "size", "long")
    for place in range(0, len(good), max(1, len(good) // 200)):
        path.write_bytes(good[:place] + b"\xff\xff\xff\xff" + good[place + 4 :])
        try:
            found = check_video(path, name)
        except KioskError as error:
            assert error.code in {f"packs.video_{code}" for code in codes}
        else:
            assert found.width * found.height <= limits.VIDEO_PIXELS


def test_d09_a_table_without_end_is_refused_after_a_deadline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(videos, "HEADER_TIMEOUT", 0.1)
    path = make_video(tmp_path / "x.mp4", sound="none")
    good = path.read_bytes()
    lines = good.index(b"stts") + 8  # ISO 14496-12, 8.6.1.2
    path.write_bytes(good[:lines] + (1 << 28).to_bytes(4, "big") + good[lines + 4 :])
    with refused("packs.video_broken"):
        check_video(path, "x.mp4")


def test_d09_a_video_over_the_length_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.mp4"
    with path.open("wb") as file:
        file.truncate(limits.VIDEO_BYTES + 1)
    with refused("packs.video_large"):
        check_video(path, "media/x.mp4")
