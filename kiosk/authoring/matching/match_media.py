"""Gives pictures, videos and captions of a folder to the events that their names stand for."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from kiosk.authoring.matching.event_names import EventNames, Match
from kiosk.authoring.matching.media_kinds import Kind, find_files, kind_of
from kiosk.authoring.matching.prepare_video import prepare_poster, prepare_video
from kiosk.authoring.source.problems import Place, Problem, Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base import cancellation
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.model import MediaKind
from kiosk.base.sentence_ids import ProblemCode

MAX_NAMED = 3
"""Events that are named when a file may be of several."""


@dataclass
class _Matched:
    """The files of one event, each with its number, in the order of their names."""

    pictures: list[tuple[FilePath, int]] = field(default_factory=list)
    videos: list[tuple[FilePath, int]] = field(default_factory=list)
    captions: dict[str, FilePath] = field(default_factory=dict)


def match_media(raw: RawSource, folder: FilePath, work: FilePath | None = None) -> list[Problem]:
    """Add media tables for the files below `folder` to the events of `raw`; nothing is written there.

    A file that an event names already is found by that name. Another one is of the event whose id or title,
    in any language, its name or that of its folder is, with or without a number: 'love-to-code-2.jpg'. What
    its pictures show is left for the author to say. Videos that no kiosk plays are converted into `work`, and
    posters made there, if the extra `media` is installed. Doubtful and unmatched files are returned as
    warnings and left out.
    """
    problems: list[Problem] = []
    matched: dict[str, _Matched] = defaultdict(_Matched)
    names, named = EventNames(raw.events), _named_files(raw)
    for file in find_files(folder):
        cancellation.check()
        if name := named.get(file.name.casefold()):
            raw.files.setdefault(name, file)
        elif (kind := kind_of(file)) in (Kind.SOUND, Kind.OTHER):
            problems.append(_warn("media_sound" if kind is Kind.SOUND else "media_other", file))
        else:
            _add(file, kind, names, matched, problems)
    for id, files in matched.items():
        raw.events[id] = _with_media(raw, raw.events[id], files, work)
    return problems


def _named_files(raw: RawSource) -> dict[str, str]:
    """The files that events name, by their names without the folder and in small letters."""
    media = (entry.data.get("media") for entry in raw.events.values())
    items = (item for one in media if isinstance(one, list) for item in one if isinstance(item, dict))
    names = (
        name for item in items for name in (item.get("file"), item.get("poster")) if isinstance(name, str)
    )
    return {name.removeprefix("media/").casefold(): name for name in names}


def _add(
    file: FilePath, kind: Kind, names: EventNames, matched: dict[str, _Matched], problems: list[Problem]
) -> None:
    """Add a file to its event in `matched`, or say why it has none."""
    language = file.stem[-2:].lower() if kind is Kind.CAPTIONS else ""
    match = names.find(file.with_name(file.stem[:-3] + file.suffix) if language in LANGUAGES else file)
    if not match.is_certain:
        problems.append(_describe_doubt(file, match))
    elif kind is Kind.PICTURE:
        matched[match.ids[0]].pictures.append((file, match.number))
    elif kind is Kind.VIDEO:
        matched[match.ids[0]].videos.append((file, match.number))
    elif language in LANGUAGES:
        matched[match.ids[0]].captions[language] = file
    else:
        problems.append(_warn("media_captions", file))


def _describe_doubt(file: FilePath, match: Match) -> Problem:
    if not match.ids:
        return _warn("media_unmatched", file)
    shown = ", ".join(match.ids[:MAX_NAMED]) + (" …" if len(match.ids) > MAX_NAMED else "")
    return _warn("media_doubtful", file, events=shown, example=f"{match.ids[0]}{file.suffix}")


def _with_media(raw: RawSource, entry: Entry, files: _Matched, work: FilePath | None) -> Entry:
    """The event with its files: first into tables without a file, then as new tables."""
    written = entry.data.get("media", [])
    if not isinstance(written, list) or not all(isinstance(item, dict) for item in written):
        return entry  # the check says what is wrong with it
    posters = {video.stem.casefold() for video, _ in files.videos}
    tables = [
        {"kind": str(MediaKind.PICTURE), "file": _take(raw, entry.id, file, number)}
        for file, number in sorted(files.pictures, key=_by_number)
        if file.stem.casefold() not in posters
    ]
    tables += [_video_table(raw, entry.id, one, files, work) for one in files.videos]
    media = [dict(item) for item in written]
    known = {item.get("file") for item in media}
    empty = [item for item in media if "file" not in item]
    for table in (table for table in tables if table["file"] not in known):
        if empty:
            empty.pop(0).update(table)
        else:
            media.append(table)
    return replace(entry, data={**entry.data, "media": media})


def _by_number(file: tuple[FilePath, int]) -> tuple[int, str]:
    return file[1], file[0].name.casefold()


def _video_table(
    raw: RawSource, id: str, video: tuple[FilePath, int], files: _Matched, work: FilePath | None
) -> dict[str, Any]:
    file, number = video
    table: dict[str, Any] = {
        "kind": str(MediaKind.VIDEO),
        "file": _take(raw, id, prepare_video(file, work), number),
    }
    of_same_name = (one for one, _ in files.pictures if one.stem.casefold() == file.stem.casefold())
    if poster := next(of_same_name, None) or prepare_poster(file, work):
        table["poster"] = _take(raw, f"{id}-poster", poster, number)
    if files.captions:
        table["captions"] = {
            language: _take(raw, id, one, 0, f".{language}") for language, one in files.captions.items()
        }
    return table


def _take(raw: RawSource, id: str, file: FilePath, number: int, ending: str = "") -> str:
    """The name of `file` in the source: that of its event, and its number where it has one or needs one."""
    suffix = ending + file.suffix.lower()
    while (name := f"media/{id}{f'-{number}' if number else ''}{suffix}") in raw.files:
        number = max(number, 1) + 1
    raw.files[name] = file
    return name


def _warn(code: ProblemCode, file: FilePath, **detail: object) -> Problem:
    return Problem(code, Place(file.name), detail={"value": file.name, **detail}, severity=Severity.WARNING)
