"""The media files that a source names, each read once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TypeVar

from kiosk.authoring.media import captions, videos
from kiosk.authoring.media.captions import CaptionsError
from kiosk.authoring.media.pictures import Picture, PictureError, encode
from kiosk.authoring.media.videos import Film
from kiosk.authoring.source.cross_checks import media_files
from kiosk.authoring.source.folder import Entry, Folder
from kiosk.authoring.source.problems import Path, Problem
from kiosk.base.errors import KioskError
from kiosk.base.model import Caption, MediaKind

Made = TypeVar("Made")


@dataclass(frozen=True)
class MediaFiles:
    """Pictures, videos and captions by the names the source calls them."""

    pictures: dict[str, Picture] = field(default_factory=dict)
    videos: dict[str, Film] = field(default_factory=dict)
    captions: dict[str, tuple[Caption, ...]] = field(default_factory=dict)


def read(folder: Folder, problems: list[Problem]) -> MediaFiles:
    """All that events name; what cannot be used is left out and told in `problems`."""
    found = MediaFiles()
    for entry in folder.events.values():
        for path, name in media_files(entry):
            if "captions" in path:
                _take(folder, entry, path, name, captions.read, found.captions, problems)
            elif path[-1] == "file" and entry.data["media"][path[1]].get("kind") == MediaKind.VIDEO:
                _take(folder, entry, path, name, videos.take, found.videos, problems)
            else:
                _take(folder, entry, path, name, encode, found.pictures, problems)
    return found


def _take(
    folder: Folder, entry: Entry, path: Path, name: str,
    make: Callable[[FilePath], Made], made: dict[str, Made], problems: list[Problem],
) -> None:  # fmt: skip
    file = folder.find(name) if name.startswith("media/") and ".." not in name else None
    if file is None:
        problems.append(entry.problem("media_missing", path, value=name))
    elif name not in made:
        try:
            made[name] = make(file)
        except PictureError as error:
            problems.append(entry.problem(f"media_{error.reason}", path, value=name))
        except CaptionsError as error:
            problems.append(entry.problem(f"captions_{error.reason}", path, value=name, **error.detail))
        except KioskError as error:
            code = error.code.removeprefix("packs.")
            problems.append(entry.problem(code, path, value=name, **_without_name(error.detail)))


def _without_name(detail: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in detail.items() if key != "name"}
