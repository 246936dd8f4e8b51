"""The kinds of files that people put into a folder of pictures."""

from enum import Enum, auto
from pathlib import Path

MAX_FILES = 5000
"""Files of a folder that are looked at."""
_IGNORED = ("thumbs.db", "desktop.ini")
"""What file managers leave in folders; hidden files are ignored, too."""


class Kind(Enum):
    """What a file is by its suffix."""

    PICTURE = auto()
    VIDEO = auto()
    CAPTIONS = auto()
    SOUND = auto()
    OTHER = auto()


_SUFFIXES = {
    Kind.PICTURE: "jpg jpeg jpe jfif png webp gif bmp tif tiff avif heic heif",
    Kind.VIDEO: "mp4 m4v mov webm mkv avi mpg mpeg wmv 3gp",
    Kind.CAPTIONS: "vtt",
    Kind.SOUND: "mp3 m4a aac ogg oga opus wav flac wma",
}
_KINDS = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}


def kind_of(file: Path) -> Kind:
    """The kind of `file`, which is not opened."""
    return _KINDS.get(file.suffix.removeprefix(".").lower(), Kind.OTHER)


def find_files(folder: Path) -> list[Path]:
    """The files in `folder` and the folders below it, at most MAX_FILES, in the order of their names."""
    found: list[Path] = []
    for path in sorted(folder.rglob("*"), key=lambda path: (path.name.casefold(), path)):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.name.casefold() not in _IGNORED and path.is_file():
            found.append(path)
    return found[:MAX_FILES]
