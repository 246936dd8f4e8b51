"""Sorts what was dropped: the programme, its pictures, and what is neither."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.authoring.matching.media_kinds import MAX_FILES, Kind, kind_of
from kiosk.base.errors import KioskError

CALENDARS = frozenset((".ics", ".xml", ".json", ".jsonld", ".html", ".htm"))
TABLES = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"))
"""The ends of the names of files that are imported into a folder; of tables those that others made."""
_MEDIA = frozenset((Kind.PICTURE, Kind.VIDEO, Kind.CAPTIONS))


@dataclass(frozen=True)
class DroppedPaths:
    """The programme and the folder of pictures, None for none; `refusal` says what was not taken."""

    subject: Path | None = None
    pictures: Path | None = None
    refusal: KioskError | None = None


def sort_dropped(paths: Iterable[Path], has_programme: bool) -> DroppedPaths:
    """Pictures stand for the folder in which they lie, and need a programme that is dropped or open.

    Of several programmes the last one counts. Pictures in several folders are refused.
    """
    subject, folders, loose, refusal = None, set(), [], None
    for path in paths:
        if is_programme(path):
            subject = path
        elif path.is_dir() and has_pictures(path):
            folders.add(path)
        elif path.is_file() and kind_of(path) in _MEDIA:
            loose.append(path)
        else:
            refusal = _refuse(path)
    if loose and not (subject or has_programme):
        return DroppedPaths(refusal=_refuse(loose[0]))
    folders |= {path.parent for path in loose}
    if len(folders) > 1:
        return DroppedPaths(subject, refusal=KioskError("desk.scattered"))
    return DroppedPaths(subject, next(iter(folders), None), refusal)


def is_programme(path: Path) -> bool:
    """Whether this is the folder of a programme, or a file that can be one by the end of its name."""
    if path.is_dir():
        return (path / "pack.toml").is_file()
    return path.is_file() and path.suffix.lower() in CALENDARS | TABLES


def has_pictures(folder: Path) -> bool:
    """Whether pictures or videos are among the first MAX_FILES files of a folder and those below it."""
    found = islice(folder.rglob("*"), MAX_FILES)
    return any(kind_of(path) in (Kind.PICTURE, Kind.VIDEO) for path in found)


def _refuse(path: Path) -> KioskError:
    """Why this is neither a programme nor pictures."""
    if not path.exists():
        return KioskError("desk.gone", name=path.name)
    return KioskError("desk.no_pictures" if path.is_dir() else "desk.unknown", name=path.name)
