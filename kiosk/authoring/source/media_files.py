"""Reads the media files that a source names, each once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TypeVar

from kiosk.authoring.media import captions, videos
from kiosk.authoring.media.captions import CaptionsError
from kiosk.authoring.media.pictures import Picture, PictureError, encode_picture
from kiosk.authoring.media.videos import VideoFile
from kiosk.authoring.source.cross_checks import named_media_files
from kiosk.authoring.source.folder import Entry, SourceFolder
from kiosk.authoring.source.problems import Path, Problem
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


def read_media(folder: SourceFolder, problems: list[Problem]) -> MediaFiles:
    """All media files that events name; unusable ones are left out and listed in `problems`."""
    media = MediaFiles()
    for entry in folder.events.values():
        for path, name in named_media_files(entry):
            cancellation.check()
            if "captions" in path:
                _read_file(folder, entry, path, name, captions.read_captions, media.captions, problems)
            elif path[-1] == "file" and entry.data["media"][path[1]].get("kind") == MediaKind.VIDEO:
                _read_file(folder, entry, path, name, videos.read_video, media.videos, problems)
            else:
                _read_file(folder, entry, path, name, encode_picture, media.pictures, problems)
    return media


def _read_file(
    folder: SourceFolder, entry: Entry, path: Path, name: str,
    read: Callable[[FilePath], Result], results: dict[str, Result], problems: list[Problem],
) -> None:  # fmt: skip
    file = folder.find_file(name) if name.startswith("media/") and ".." not in name else None
    if file is None:
        problems.append(entry.make_problem("media_missing", path, value=name))
    elif name not in results:
        try:
            results[name] = read(file)
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
