"""Reads the media files that a source names, each once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path as FilePath
from typing import TypeVar

from kiosk.authoring.media import captions, videos
from kiosk.authoring.media.captions import CaptionsError
from kiosk.authoring.media.pictures import Picture, PictureError, encode_picture
from kiosk.authoring.media.videos import VideoFile
from kiosk.authoring.source.cross_checks import named_media_files
from kiosk.authoring.source.problems import Path, Problem, Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.model import Caption, MediaKind
from kiosk.base.sentence_ids import ProblemCode, SentenceId

Result = TypeVar("Result")
_VIDEO_PROBLEMS: dict[SentenceId, ProblemCode] = {
    "packs.video_broken": "video_broken",
    "packs.video_codec": "video_codec",
    "packs.video_kind": "video_kind",
    "packs.video_large": "video_large",
    "packs.video_long": "video_long",
    "packs.video_size": "video_size",
}
"""The problem for each error of `read_video`."""


@dataclass(frozen=True)
class MediaFiles:
    """Pictures, videos and captions by their file names in the source."""

    pictures: dict[str, Picture] = field(default_factory=dict)
    videos: dict[str, VideoFile] = field(default_factory=dict)
    captions: dict[str, tuple[Caption, ...]] = field(default_factory=dict)


def read_media(folder: RawSource, problems: list[Problem]) -> MediaFiles:
    """All media files that events name; unusable ones are left out and listed in `problems`.

    A picture that several events name has the focus point of the first.
    """
    media = MediaFiles()
    for entry in folder.events.values():
        for path, name in named_media_files(entry):
            cancellation.check()
            if "captions" in path:
                _read_file(folder, entry, path, name, captions.read_captions, media.captions, problems)
            elif path[-1] == "file" and entry.data["media"][path[1]].get("kind") == MediaKind.VIDEO:
                _read_file(folder, entry, path, name, videos.read_video, media.videos, problems)
            else:
                read = partial(encode_picture, focus=_focus(entry, path))
                _read_file(folder, entry, path, name, read, media.pictures, problems)
    return media


def _focus(entry: Entry, path: Path) -> Sequence[float]:
    """The focus point beside a file, () where there is none that is valid."""
    said = entry.data["media"][path[1]].get("focus")
    is_point = isinstance(said, list) and len(said) == 2
    return said if is_point and all(type(one) in (int, float) and 0 <= one <= 1 for one in said) else ()


def _read_file(
    folder: RawSource, entry: Entry, path: Path, name: str,
    read: Callable[[FilePath], Result], results: dict[str, Result], problems: list[Problem],
) -> None:  # fmt: skip
    file = folder.find_file(name) if name.startswith("media/") and ".." not in name else None
    if file is None:
        problems.append(entry.make_problem("media_missing", path, value=name))
    elif name not in results:
        try:
            results[name] = read(file)
            if isinstance(found := results[name], Picture) and found.is_first_of_many:
                problems.append(entry.make_note(Severity.WARNING, "media_moves", path, value=name))
        except PictureError as error:
            problems.append(entry.make_problem(error.code, path, value=name))
        except CaptionsError as error:
            problems.append(entry.make_problem(error.code, path, value=name, **error.detail))
        except KioskError as error:
            code = _VIDEO_PROBLEMS.get(error.code)
            if code is None:
                raise
            problems.append(entry.make_problem(code, path, value=name, **_drop_name(error.detail)))


def _drop_name(detail: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in detail.items() if key != "name"}
