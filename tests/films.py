"""Small videos as cameras and editors write them, made by PyAV.

film(tmp_path / "x.webm", video="libvpx-vp9", sound="libopus")
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

import av
import numpy

RATE = 25
SOUND_RATE = 48_000
Track = Iterator[av.Packet]


def film(
    path: Path,
    *,
    video: str = "",
    sound: str = "",
    size: tuple[int, int] = (320, 180),
    seconds: float = 2,
    rate: int = RATE,
) -> Path:
    """Write a video that grows brighter, with a tone; codecs are those usual for the suffix unless named.

    `video` or `sound` "none" leaves that out; `seconds` may be long, as nearly all frames then are left out.
    """
    usual = {".webm": ("libvpx-vp9", "libopus"), ".mp4": ("libx264", "aac")}.get(path.suffix, ("", ""))
    with av.open(str(path), "w") as file:
        pictures, voice = video or usual[0], sound or usual[1]
        tracks: list[Track] = []
        if pictures != "none":
            tracks.append(_pictures(file, pictures, size, seconds, rate))
        if voice != "none":
            tracks.append(_voice(file, voice, min(seconds, 10)))
        for track in tracks:
            for packet in track:
                file.mux(packet)
    return path


def padded(path: Path, length: int, seed: int = 0) -> Path:
    """A small MP4 and `length` idle bytes after it (ISO 14496-12, 8.1.2); each seed gives others."""
    noise = Random(seed).randbytes(length)
    with film(path, sound="none").open("ab") as file:
        file.write((8 + length).to_bytes(4, "big") + b"free" + noise)
    return path


def _pictures(
    file: av.container.OutputContainer, codec: str, size: tuple[int, int], seconds: float, rate: int
) -> Track:
    stream = file.add_stream(codec, rate=rate)
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    return (packet for frame in (*_shades(size, seconds, rate), None) for packet in stream.encode(frame))


def _voice(file: av.container.OutputContainer, codec: str, seconds: float) -> Track:
    stream = file.add_stream(codec, rate=SOUND_RATE, layout="mono")
    assert isinstance(stream, av.AudioStream)
    return (packet for frame in (*_tone(stream, seconds), None) for packet in stream.encode(frame))


def _shades(size: tuple[int, int], seconds: float, rate: int) -> Iterator[av.VideoFrame]:
    frames = round(seconds * rate)
    for place in range(0, frames, max(1, frames // 250)):
        shade = numpy.full((size[1], size[0], 3), 32 + 200 * place // frames, numpy.uint8)
        frame = av.VideoFrame.from_ndarray(shade, "rgb24")
        frame.pts, frame.time_base = place, Fraction(1, rate)
        yield frame


def _tone(voice: av.AudioStream, seconds: float) -> Iterator[av.AudioFrame]:
    moments = numpy.arange(round(seconds * SOUND_RATE)) / SOUND_RATE
    wave = (numpy.sin(moments * 440 * 2 * numpy.pi) * 0.2).astype(numpy.float32)
    whole = av.AudioFrame.from_ndarray(wave[None, :], format="fltp", layout="mono")
    whole.sample_rate, whole.pts, whole.time_base = SOUND_RATE, 0, Fraction(1, SOUND_RATE)
    resampler = av.AudioResampler(voice.format, "mono", SOUND_RATE, voice.frame_size or 960)
    yield from (*resampler.resample(whole), *resampler.resample(None))
