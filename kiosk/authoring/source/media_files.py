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
from kiosk.base.errors import KioskError
from kiosk.base.model import Caption, MediaKind

Result = TypeVar("Result")


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
            problems.append(entry.make_problem(f"media_{error.reason}", path, value=name))
        except CaptionsError as error:
            problems.append(entry.make_problem(f"captions_{error.reason}", path, value=name, **error.detail))
        except KioskError as error:
            code = error.code.removeprefix("packs.")
            problems.append(entry.make_problem(code, path, value=name, **_drop_name(error.detail)))


def _drop_name(detail: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in detail.items() if key != "name"}
