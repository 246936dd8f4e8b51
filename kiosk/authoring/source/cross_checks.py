"""Checks of a source that need more than one value: ids, languages, times, places, and what nobody uses.

They look at the tables as written, so that a mistake in one value hides no mistake in another.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from kiosk.authoring.source.field_types import ID
from kiosk.authoring.source.folder import Entry, Folder
from kiosk.authoring.source.problems import Path, Problem
from kiosk.base.model import MediaKind, Reach, Status, VenueKind
from kiosk.base.text import TEXT_LIMITS


def words(entry: Entry, languages: Collection[str]) -> Iterator[Problem]:
    """Every text must be there in each of the pack's languages and in no other."""
    for path, text in _texts(entry.data, ()):
        if missing := [code for code in languages if code not in text]:
            yield entry.problem("languages_missing", path, languages=", ".join(missing))
        for code in text:
            if languages and code not in languages:
                yield entry.problem("language_extra", (*path, code), value=code)


def slug(entry: Entry) -> Iterator[Problem]:
    """The name of a table or an event's file is an id."""
    if not ID.fullmatch(entry.id):
        yield entry.problem("slug", value=entry.id)


def venue(entry: Entry) -> Iterator[Problem]:
    """A city lies in no other city, and a point on the map has two coordinates."""
    data = entry.data
    if data.get("kind") == VenueKind.CITY and data.get("city", entry.id) != entry.id:
        yield entry.problem("city_of_city", ("city",))
    if ("latitude" in data) != ("longitude" in data):
        yield entry.problem("half_a_point", ("latitude" if "latitude" in data else "longitude",))


def event(entry: Entry) -> Iterator[Problem]:
    """An event's times and places must make sense together."""
    data = entry.data
    places = data.get("places", [])
    if isinstance(places, list):
        if data.get("reach") == Reach.ROUTE and len(places) < 2:
            yield entry.problem("route_short", ("reach",))
        for position, id in enumerate(places):
            if id in places[:position] and data.get("reach") != Reach.ROUTE:
                yield entry.problem("twice", ("places", position), value=id)
    if data.get("contact") == {}:
        yield entry.problem("contact_empty", ("contact",))
    occurrences = data.get("occurrence")
    if occurrences is None:
        yield from _time(entry, data, ())
        return
    for key in ("when", "status", "original"):
        if key in data:
            yield entry.problem("when_double", (key,))
    for position, occurrence in enumerate(occurrences if isinstance(occurrences, list) else ()):
        if isinstance(occurrence, dict):
            yield from _time(entry, occurrence, ("occurrence", position))


def unused(folder: Folder) -> Iterator[Problem]:
    """Warn of themes without events, pictures nobody shows and files in `events` that are not read."""
    themes = {str(entry.data.get("theme")) for entry in folder.events.values()}
    for id, entry in folder.themes.items():
        if id not in themes:
            yield replace(entry.problem("theme_unused"), warning=True)
    pictures = {file for entry in folder.events.values() for _, file in media_files(entry)}
    for root, shown in folder.shown.items():
        for path in sorted((root / "media").glob("*")):
            if f"media/{path.name}" not in pictures:
                yield Problem("media_unused", (shown / "media" / path.name).as_posix(), warning=True)
        for path in sorted((root / "events").glob("*")):
            if path.suffix != ".toml":
                yield Problem("event_ignored", (shown / "events" / path.name).as_posix(), warning=True)


def media_files(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Where an event names media files, and which."""
    for position, item in _media(entry):
        named: dict[Path, object] = {(key,): item[key] for key in ("file", "poster") if key in item}
        captions = item.get("captions")
        if isinstance(captions, dict):
            named |= {("captions", language): file for language, file in captions.items()}
        for path, file in named.items():
            if isinstance(file, str):
                yield ("media", position, *path), file


def media(entry: Entry) -> Iterator[Problem]:
    """An event has one video at most, which has a poster; pictures have nothing of a video's."""
    videos = 0
    for position, item in _media(entry):
        place = ("media", position)
        if item.get("kind") == MediaKind.VIDEO:
            videos += 1
            if videos == 2:
                yield entry.problem("video_twice", (*place, "kind"))
            if "poster" not in item:
                yield entry.problem("video_poster", place)
        else:
            for key in ("poster", "url", "captions"):
                if key in item:
                    yield entry.problem("video_only", (*place, key), value=key)


def _media(entry: Entry) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The tables of an event's media, with their positions."""
    media = entry.data.get("media")
    for position, item in enumerate(media if isinstance(media, list) else ()):
        if isinstance(item, dict):
            yield position, item


def _time(entry: Entry, data: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    moved = data.get("status") == Status.MOVED
    if "when" not in data and not path:
        yield entry.problem("when_missing", ("when",))
    if moved and "original" not in data:
        yield entry.problem("moved_from", (*path, "status"))
    if "original" in data and not moved:
        yield entry.problem("moved_not", (*path, "original"))
    if "original" in data and data["original"] == data.get("when"):
        yield entry.problem("moved_nowhere", (*path, "original"))


def _texts(data: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every table of words, however deep: the tables that are called like a kind of text."""
    for key, value in data.items():
        if isinstance(value, dict) and key in TEXT_LIMITS:
            yield (*path, key), value
        elif isinstance(value, dict):
            yield from _texts(value, (*path, key))
        elif isinstance(value, list):
            for position, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _texts(item, (*path, key, position))
