"""Creates small videos as cameras and editors write them, with PyAV.

make_video(tmp_path / "x.webm", video="libvpx-vp9", sound="libopus")
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from random import Random

import av
import numpy

RATE = 25
SOUND_RATE = 48_000
Track = Iterator[av.Packet]


def make_video(
    path: Path,
    *,
    video: str = "",
    sound: str = "",
    size: tuple[int, int] = (320, 180),
    seconds: float = 2,
    rate: int = RATE,
) -> Path:
    """Write a video that grows brighter, with a tone; the codecs default to those usual for the suffix.

    `video` or `sound` "none" omits that track; `seconds` may be long, as most frames are then omitted.
    """
    usual = {".webm": ("libvpx-vp9", "libopus"), ".mp4": ("libx264", "aac")}.get(path.suffix, ("", ""))
    with ordinary_priority(), av.open(str(path), "w") as file:
        video_codec, audio_codec = video or usual[0], sound or usual[1]
        tracks: list[Track] = []
        if video_codec != "none":
            tracks.append(_video_packets(file, video_codec, size, seconds, rate))
        if audio_codec != "none":
            tracks.append(_audio_packets(file, audio_codec, min(seconds, 10)))
        for track in tracks:
            for packet in track:
                file.mux(packet)
    return path


@contextmanager
def ordinary_priority() -> Iterator[None]:
    """Undo what the encoder SVT-AV1 does as root: it makes the whole process real-time, before all others."""
    policy, parameters = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, parameters)


def make_padded_video(path: Path, length: int, seed: int = 0) -> Path:
    """A small MP4 followed by a `free` box with `length` random bytes (ISO 14496-12, 8.1.2)."""
    noise = Random(seed).randbytes(length)
    with make_video(path, sound="none").open("ab") as file:
        file.write((8 + length).to_bytes(4, "big") + b"free" + noise)
    return path


def _video_packets(
    file: av.container.OutputContainer, codec: str, size: tuple[int, int], seconds: float, rate: int
) -> Track:
    stream = file.add_stream(codec, rate=rate)
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    return (packet for frame in (*_frames(size, seconds, rate), None) for packet in stream.encode(frame))


def _audio_packets(file: av.container.OutputContainer, codec: str, seconds: float) -> Track:
    stream = file.add_stream(codec, rate=SOUND_RATE, layout="mono")
    assert isinstance(stream, av.AudioStream)
    return (packet for frame in (*_audio_frames(stream, seconds), None) for packet in stream.encode(frame))


def _frames(size: tuple[int, int], seconds: float, rate: int) -> Iterator[av.VideoFrame]:
    frames = round(seconds * rate)
    for place in range(0, frames, max(1, frames // 250)):
        shade = numpy.full((size[1], size[0], 3), 32 + 200 * place // frames, numpy.uint8)
        frame = av.VideoFrame.from_ndarray(shade, "rgb24")
        frame.pts, frame.time_base = place, Fraction(1, rate)
        yield frame


def _audio_frames(voice: av.AudioStream, seconds: float) -> Iterator[av.AudioFrame]:
    moments = numpy.arange(round(seconds * SOUND_RATE)) / SOUND_RATE
    wave = (numpy.sin(moments * 440 * 2 * numpy.pi) * 0.2).astype(numpy.float32)
    whole = av.AudioFrame.from_ndarray(wave[None, :], format="fltp", layout="mono")
    whole.sample_rate, whole.pts, whole.time_base = SOUND_RATE, 0, Fraction(1, SOUND_RATE)
    resampler = av.AudioResampler(voice.format, "mono", SOUND_RATE, voice.frame_size or 960)
    yield from (*resampler.resample(whole), *resampler.resample(None))
