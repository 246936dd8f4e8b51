"""The focus points of pictures that somebody has set at the desk, in the mapping file of a source."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.authoring.mapping_file import read_mapping_file, said_of, write_said
from kiosk.authoring.source.problems import SourceProblems
from kiosk.authoring.source.raw_source import RawSource

_KEY = "focus"


def apply_said_focus(source: RawSource, subject: Path) -> None:
    """Give pictures the focus points that were set for them, which count more than those of the source."""
    try:
        said = said_of(read_mapping_file(_folder(subject)), subject.stem).get(_KEY)
    except SourceProblems as error:
        source.problems += [one for one in error.problems if one not in source.problems]
        return
    points = said if isinstance(said, dict) else {}
    for entry in source.events.values():
        media = entry.data.get("media")
        for item in media if isinstance(media, list) else ():
            if isinstance(item, dict) and (point := points.get(_picture(item))):
                item[_KEY] = point


def say_focus(subject: Path, picture: str, point: Sequence[float]) -> None:
    """Remember the focus point of a picture by its name in the source; KioskErrors of `write_said`."""
    said = said_of(read_mapping_file(_folder(subject)), subject.stem).get(_KEY)
    points = said if isinstance(said, dict) else {}
    write_said(_folder(subject), subject.stem, {_KEY: {**points, picture: [round(one, 3) for one in point]}})


def _folder(subject: Path) -> Path:
    return subject if subject.is_dir() else subject.parent


def _picture(item: dict[str, object]) -> str:
    """The name of the picture that is cropped: of a video its poster."""
    return str(item.get("poster") or item.get("file"))
