"""Converts a video to one that every kiosk plays, and takes its poster, with PyAV (the extra `media`)."""

import errno
from collections.abc import Iterator
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.authoring.atomic_write import write_atomically
from kiosk.base import cancellation
from kiosk.base.errors import KioskError

if TYPE_CHECKING:
    import av
    from PIL import Image

MAX_RATE = 30
"""Frames per second of a converted video; a kiosk without a graphics card shows no more."""
MAX_WIDTH, MAX_HEIGHT = 1920, 1080
"""Pixels of a converted video, upright ones the other way round."""
SOUND_RATE = 48_000
_DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
_TURNS = {90: "transpose=cclock", 180: "hflip,vflip", 270: "transpose=clock"}
"""Filters that turn a frame upright, by the degrees that its file says, anticlockwise."""


def can_convert() -> bool:
    """Whether the extra `media` is installed."""
    return find_spec("av") is not None


def convert_video(source: Path, target: Path) -> None:
    """Write `source` to the MP4 `target`: H.264 and AAC, upright, within MAX_WIDTH, MAX_HEIGHT and MAX_RATE.

    KioskError 'packs.video_broken' when it cannot be decoded; then there is no `target`. OSError.
    """
    import av

    try:
        with write_atomically(target) as part, av.open(str(source)) as read:
            _require_picture(read, source)
            with av.open(str(part), "w", format="mp4", options={"movflags": "+faststart"}) as write:
                _transcode(read, write)
    except av.FFmpegError as error:
        if error.errno in _DISK_ERRORS:
            raise OSError(error.errno, error.strerror) from error
        raise KioskError("packs.video_broken", name=source.name) from error


def make_poster(source: Path) -> "Image.Image":
    """The frame a tenth into the video, upright; KioskError 'packs.video_broken'."""
    import av

    try:
        with av.open(str(source)) as read:
            _require_picture(read, source)
            read.seek((read.duration or 0) // 10)
            for frame in read.decode(read.streams.video[0]):
                image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
                return image.rotate(frame.rotation, expand=True)
    except av.FFmpegError as error:
        raise KioskError("packs.video_broken", name=source.name) from error
    raise KioskError("packs.video_broken", name=source.name)


def _require_picture(read: "av.container.InputContainer", source: Path) -> None:
    if not read.streams.video:
        raise KioskError("packs.video_broken", name=source.name)


def _transcode(read: "av.container.InputContainer", write: "av.container.OutputContainer") -> None:
    import av

    picture, sound = read.streams.video[0], next(iter(read.streams.audio), None)
    first = next(read.decode(picture))
    width, height = _fit(first)
    rate = min(Fraction(picture.average_rate or MAX_RATE), Fraction(MAX_RATE))
    graph = _make_graph(picture, _TURNS.get(first.rotation % 360, "null"), width, height, rate)
    read.seek(0)
    film = write.add_stream("libx264", rate=rate, options={"crf": "21", "preset": "fast"})
    film.width, film.height, film.pix_fmt = width, height, "yuv420p"
    voice = write.add_stream("aac", rate=SOUND_RATE, layout="stereo") if sound else None
    resampler = av.AudioResampler("fltp", "stereo", SOUND_RATE, voice.frame_size or 1024) if voice else None
    for packet in read.demux(*filter(None, (picture, sound))):
        cancellation.check()
        for frame in packet.decode():
            if isinstance(frame, av.VideoFrame):
                graph.vpush(frame)
                for shown in _pull(graph):
                    write.mux(film.encode(shown))
            elif voice and resampler and isinstance(frame, av.AudioFrame):
                for heard in resampler.resample(frame):
                    write.mux(voice.encode(heard))
    graph.vpush(None)
    for shown in _pull(graph):
        write.mux(film.encode(shown))
    write.mux(film.encode(None))
    if voice and resampler:
        for heard in resampler.resample(None):
            write.mux(voice.encode(heard))
        write.mux(voice.encode(None))


def _fit(first: "av.VideoFrame") -> tuple[int, int]:
    """The size of the frames once they are upright and fit in; colours are stored for every second pixel."""
    turned = first.rotation % 180 != 0
    width, height = (first.height, first.width) if turned else (first.width, first.height)
    across, down = (MAX_WIDTH, MAX_HEIGHT) if width >= height else (MAX_HEIGHT, MAX_WIDTH)
    scale = min(1.0, across / width, down / height)
    return max(2, int(width * scale) // 2 * 2), max(2, int(height * scale) // 2 * 2)


def _make_graph(
    picture: "av.VideoStream", turn: str, width: int, height: int, rate: Fraction
) -> "av.filter.Graph":
    """Filters that turn the frames upright, scale them and drop those beyond `rate`."""
    import av

    graph = av.filter.Graph()
    nodes = [graph.add_buffer(template=picture)]
    for one in (*turn.split(","), f"scale={width}:{height}", f"fps={rate}", "format=yuv420p"):
        name, _, arguments = one.partition("=")
        nodes.append(graph.add(name, arguments))
    nodes.append(graph.add("buffersink"))
    graph.link_nodes(*nodes).configure()
    return graph


def _pull(graph: "av.filter.Graph") -> "Iterator[av.VideoFrame]":
    """The frames that have passed the filters."""
    import av

    while True:
        try:
            yield graph.vpull()
        except (av.BlockingIOError, av.EOFError):
            return
