"""Checks a video before it may be played: a known container and codecs, bounded size, complete.

MediaInfo reads the headers and decodes nothing. Which codecs every kiosk can play without a graphics card was
found by trial: AV1 is not among them.
"""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from xml.etree.ElementTree import ParseError

from pymediainfo import MediaInfo, Track

from kiosk.base import cancellation, limits
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import open_regular_file
from kiosk.base.threads import require_thread_memory

CODECS: Mapping[str, frozenset[str]] = {
    "mp4": frozenset({"AVC", "AAC"}),
    "webm": frozenset({"VP8", "VP9", "Opus", "Vorbis"}),
}
"""The allowed codecs of pictures and sound by suffix, in MediaInfo's names."""
CODEC_NAMES = {"AVC": "H.264"}
HEADER_TIMEOUT = 20.0
"""Seconds. Valid headers take hundredths, a table that claims to be far longer than it is takes minutes."""

POLL_SECONDS = 0.1
"""Seconds between two safe points of a request to end."""


@dataclass(frozen=True, slots=True)
class Video:
    """The facts in a video's headers: its size in pixels, its duration in whole seconds."""

    width: int
    height: int
    duration: int


def check_video(path: Path, name: str) -> Video:
    """The facts of the video at `path`. Raises KioskError with `name`:

    'packs.video_kind' (not the MP4 or WebM its name says), 'packs.video_broken' (damaged, without picture),
    'packs.video_codec' (`codec` is none of `allowed`), and, by limits.py, 'packs.video_large' (its bytes),
    'packs.video_size' (its pixels or frames per second) and 'packs.video_long'.
    """
    if path.stat().st_size > limits.VIDEO_BYTES:
        raise KioskError("packs.video_large", name=name, most=limits.VIDEO_BYTES // limits.MIB)
    suffix = path.suffix.removeprefix(".").lower()
    with open_regular_file(path) as file:
        start = file.read(64)
    # ISO 14496-12, 4.3; RFC 9559, section 11
    webm = start.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in start
    if suffix not in CODECS or not (webm if suffix == "webm" else start[4:8] == b"ftyp"):
        raise KioskError("packs.video_kind", name=name)
    if not (info := _read_headers(path)):
        raise KioskError("packs.video_broken", name=name)
    return _check_headers(info, name, suffix)


def _read_headers(path: Path) -> MediaInfo | None:
    """What MediaInfo reads in the file; None for no video, or after HEADER_TIMEOUT: it cannot be stopped."""
    results: list[MediaInfo] = []

    def read() -> None:
        # given an open file instead of its name, MediaInfo looks for no other files beside it
        with suppress(ParseError), open_regular_file(path) as file:
            info = MediaInfo.parse(file, parse_speed=0)
            assert isinstance(info, MediaInfo)
            results.append(info)

    reader = Thread(target=read, daemon=True)
    with require_thread_memory():
        reader.start()
    end = time.monotonic() + HEADER_TIMEOUT
    while reader.is_alive() and time.monotonic() < end:
        reader.join(POLL_SECONDS)
        cancellation.check()
    return results[0] if results else None


def _check_headers(info: MediaInfo, name: str, suffix: str) -> Video:
    general, pictures = info.general_tracks[:1], info.video_tracks
    if not general or general[0].istruncated or len(pictures) != 1:
        raise KioskError("packs.video_broken", name=name)
    for track in (*pictures, *info.audio_tracks):
        if track.format not in CODECS[suffix]:
            allowed = ", ".join(sorted(CODEC_NAMES.get(codec, codec) for codec in CODECS[suffix]))
            raise KioskError("packs.video_codec", name=name, codec=str(track.format)[:20], allowed=allowed)
    width, height = (_number(pictures[0], side) for side in ("width", "height"))
    seconds = max(_number(track, "duration") for track in (general[0], pictures[0])) / 1000
    if min(width, height, seconds) <= 0:
        raise KioskError("packs.video_broken", name=name)
    fast = _number(pictures[0], "frame_rate") > limits.VIDEO_RATE
    if fast or max(width, height) > limits.VIDEO_SIDE or width * height > limits.VIDEO_PIXELS:
        raise KioskError("packs.video_size", name=name, most=limits.VIDEO_SIDE, rate=limits.VIDEO_RATE)
    if seconds > limits.VIDEO_SECONDS:
        raise KioskError("packs.video_long", name=name, most=limits.VIDEO_SECONDS // 60)
    return Video(round(width), round(height), max(1, round(seconds)))


def _number(track: Track, name: str) -> float:
    """A number from MediaInfo, which is mostly text; 0 for none."""
    try:
        return float(getattr(track, name) or 0)
    except ValueError:
        return 0
