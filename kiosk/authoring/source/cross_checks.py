"""Checks of a source that need more than one value: ids, languages, times, places, unused files.

They read the tables as written, so that a problem with one value hides no problem with another.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from kiosk.authoring.source.problems import Path, Place, Problem, Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base.model import MediaKind, Reach, Status, VenueKind
from kiosk.base.sentence_ids import ProblemCode
from kiosk.base.text import TEXT_LIMITS
from kiosk.rules.value_rules import SLUG

REQUIRED_TEXTS = ("title", "name", "alt")
"""Kinds of text that must be there in one language at least, but for the name of a contact."""


def check_languages(entry: Entry, languages: Collection[str]) -> Iterator[Problem]:
    """Every text should be present in each of these languages and must be in no other."""
    for path, text in text_tables(entry.data):
        if not text:
            if path[-1] in REQUIRED_TEXTS and path != ("contact", "name"):
                yield entry.make_problem("text_missing", path)
        elif missing := [code for code in languages if code not in text]:
            yield entry.make_note(Severity.WARNING, "languages_missing", path, languages=", ".join(missing))
        for code in text:
            if languages and code not in languages:
                yield entry.make_problem("language_extra", (*path, code), value=code)


def check_event_languages(entry: Entry, languages: Collection[str]) -> Iterator[Problem]:
    """The same for an event, which may be in some of the pack's languages only: those in its `languages`."""
    own = entry.data.get("languages", languages)
    own = own if isinstance(own, list) else languages
    for position, code in enumerate(own):
        if languages and code not in languages:
            yield entry.make_problem("language_extra", ("languages", position), value=code)
    yield from check_languages(entry, [code for code in languages if code in own])


def check_id(entry: Entry) -> Iterator[Problem]:
    """The name of a table or of an event's file must be an id."""
    if not SLUG.accepts(entry.id):
        yield entry.make_problem("slug", value=entry.id)


def check_venue(entry: Entry) -> Iterator[Problem]:
    """A city must not name another city, and a point on the map must have two coordinates."""
    data = entry.data
    if data.get("kind") == VenueKind.CITY and data.get("city", entry.id) != entry.id:
        yield entry.make_problem("city_of_city", ("city",))
    if ("latitude" in data) != ("longitude" in data):
        yield entry.make_problem("half_a_point", ("latitude" if "latitude" in data else "longitude",))


def check_event(entry: Entry) -> Iterator[Problem]:
    """The times and places of an event must be consistent."""
    data = entry.data
    places = data.get("places", [])
    if isinstance(places, list):
        if data.get("reach") == Reach.ROUTE and len(places) < 2:
            yield entry.make_problem("route_short", ("reach",))
        for position, id in enumerate(places):
            if id in places[:position] and data.get("reach") != Reach.ROUTE:
                yield entry.make_problem("twice", ("places", position), value=id)
    if data.get("contact") == {}:
        yield entry.make_problem("contact_empty", ("contact",))
    if data.get("free") is True and "price" in data:
        yield entry.make_problem("price_free", ("price",))
    occurrences = data.get("occurrence")
    if occurrences is None and "every" not in data:
        yield from _check_time(entry, data, ())
        return
    of_all_dates = (
        occurrences is None and data.get("status") != Status.MOVED
    )  # a series may be cancelled whole
    for key in ("when", "original") if of_all_dates else ("when", "status", "original"):
        if key in data:
            yield entry.make_problem("when_double" if occurrences is not None else "every_double", (key,))
    for position, occurrence in enumerate(occurrences if isinstance(occurrences, list) else ()):
        if isinstance(occurrence, dict):
            yield from _check_time(entry, occurrence, ("occurrence", position))


def check_unused(folder: RawSource) -> Iterator[Problem]:
    """Warn of themes without events, media files that no event names and ignored files in `events`."""
    themes = {str(entry.data.get("theme")) for entry in folder.events.values()}
    for id, entry in folder.themes.items():
        if id not in themes:
            yield entry.make_note(Severity.WARNING, "theme_unused")
    pictures = {file for entry in folder.events.values() for _, file in named_media_files(entry)}
    for root, display_path in folder.display_paths.items():
        for path in sorted((root / "media").glob("*")):
            if f"media/{path.name}" not in pictures:
                yield _note_file("media_unused", display_path / "media" / path.name)
        for path in sorted(path for path in (root / "events").glob("*") if path.suffix != ".toml"):
            yield _note_file("event_ignored", display_path / "events" / path.name)


def _note_file(code: ProblemCode, file: FilePath) -> Problem:
    return Problem(code, Place(file.as_posix()), severity=Severity.WARNING)


def named_media_files(entry: Entry) -> Iterator[tuple[Path, str]]:
    """The media files that an event names, each with the path of the field that names it."""
    for position, item in _media_tables(entry):
        named: dict[Path, object] = {(key,): item[key] for key in ("file", "poster") if key in item}
        captions = item.get("captions")
        if isinstance(captions, dict):
            named |= {("captions", language): file for language, file in captions.items()}
        for path, file in named.items():
            if isinstance(file, str):
                yield ("media", position, *path), file


def check_media(entry: Entry) -> Iterator[Problem]:
    """An event may have one video, with a poster; pictures must have no fields of a video."""
    videos = 0
    for position, item in _media_tables(entry):
        place = ("media", position)
        if item.get("kind") == MediaKind.VIDEO:
            videos += 1
            if videos == 2:
                yield entry.make_problem("video_twice", (*place, "kind"))
            if "poster" not in item:
                yield entry.make_problem("video_poster", place)
        else:
            for key in ("poster", "url", "captions"):
                if key in item:
                    yield entry.make_problem("video_only", (*place, key), value=key)


def _media_tables(entry: Entry) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The tables of an event's media, with their positions."""
    media = entry.data.get("media")
    for position, item in enumerate(media if isinstance(media, list) else ()):
        if isinstance(item, dict):
            yield position, item


def _check_time(entry: Entry, data: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    moved = data.get("status") == Status.MOVED
    if "when" not in data and not path:
        yield entry.make_problem("when_missing", ("when",))
    if moved and "original" not in data:
        yield entry.make_problem("moved_from", (*path, "status"))
    if "original" in data and not moved:
        yield entry.make_problem("moved_not", (*path, "original"))
    if "original" in data and data["original"] == data.get("when"):
        yield entry.make_problem("moved_nowhere", (*path, "original"))


def text_tables(data: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every table of texts at any depth below `path`, those whose key is a kind of text, with its path."""
    for key, value in data.items():
        if isinstance(value, dict) and key in TEXT_LIMITS:
            yield (*path, key), value
        elif isinstance(value, dict):
            yield from text_tables(value, (*path, key))
        elif isinstance(value, list):
            for position, item in enumerate(value):
                if isinstance(item, dict):
                    yield from text_tables(item, (*path, key, position))
