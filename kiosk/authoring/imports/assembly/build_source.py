"""Makes a source of a programme that was read, on top of the source that is in the folder."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kiosk.authoring.imports.assembly.built_source import BuiltSource
from kiosk.authoring.imports.assembly.event_tables import EventTables
from kiosk.authoring.imports.assembly.found_links import link_hosts, without_links
from kiosk.authoring.imports.assembly.imported_document import ImportedDocument
from kiosk.authoring.imports.assembly.languages import used_languages, usual_language
from kiosk.authoring.imports.assembly.new_pack import new_pack
from kiosk.authoring.imports.assembly.notes import programme_notes
from kiosk.authoring.imports.assembly.places import PlaceFinder
from kiosk.authoring.imports.assembly.records import FILE as RECORD_FILE
from kiosk.authoring.imports.assembly.records import Record, event_keys
from kiosk.authoring.imports.assembly.texts import shorten
from kiosk.authoring.imports.assembly.topics import ThemeFinder, TopicsError
from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.authoring.imports.options import ImportOptions
from kiosk.authoring.imports.questions import OpenQuestions, Question
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.base import limits
from kiosk.base.text import TEXT_LIMITS


def build_source(
    programme: FoundProgramme, there: RawSource, record: Record, options: ImportOptions
) -> BuiltSource:
    """The source `there` with the events of a programme that has a title.

    Raises OpenQuestions when there are more topics than a pack has themes.
    """
    languages = _languages(programme, there, options)
    themes = _find_themes(programme, there, languages, options)
    places = PlaceFinder(_data(there.venues))
    tables = EventTables(themes, places, usual_language(options.language, languages))
    built = BuiltSource(
        RawSource(
            dict(there.display_paths), there.pack, dict(there.themes), dict(there.venues), dict(there.events)
        ),
        Record(record.name, record.format),
    )
    _add_events(built, programme, record, [tables.make(event, languages) for event in programme.events])
    _add_tables(built, programme, themes, places, languages[0])
    _add_pack(built, programme, tables.links.read(programme.page), languages, options)
    built.problems += [
        *_absence(built, programme),
        *tables.problems,
        *programme_notes(programme, tables, languages[0]),
    ]
    return built


def _languages(programme: FoundProgramme, there: RawSource, options: ImportOptions) -> list[str]:
    """Those of the pack that is there, or those of the texts, the one asked for first."""
    listed = there.pack.data.get("languages") if there.pack else None
    if isinstance(listed, list) and listed:
        return [str(code) for code in listed]
    used = used_languages(programme, usual_language(options.language, ()))
    return sorted(used, key=lambda code: code != options.language)


def _find_themes(
    programme: FoundProgramme, there: RawSource, languages: list[str], options: ImportOptions
) -> ThemeFinder:
    topics = [event.topic for event in programme.events]
    try:
        return ThemeFinder(_data(there.themes), topics, languages, folds=options.folds)
    except TopicsError as error:
        names, count = ", ".join(error.names), len(error.names)
        detail = {"names": names, "count": count, "most": limits.THEMES}
        raise OpenQuestions(
            [Problem("import_themes", programme.place, detail=detail)],
            [Question("themes", typed=names, count=count)],
        ) from error


def _add_events(
    built: BuiltSource, programme: FoundProgramme, record: Record, made: Sequence[dict[str, Any]]
) -> None:
    """Add the events whose tables are `made`, or bring what changed into those that are there."""
    keys = event_keys(programme.events)
    matches = record.match(programme.events, keys)
    taken = {*built.raw.events, *(imported.id for imported in record.events.values())}
    for event, key, known, table in zip(programme.events, keys, matches, made, strict=True):
        if known is None:
            built.add_event(key, event, table, taken)
        else:
            built.update_event(key, event, table, record.events[known])
    built.keep_gone(record, {known for known in matches if known})


def _add_tables(
    built: BuiltSource, programme: FoundProgramme, themes: ThemeFinder, places: PlaceFinder, language: str
) -> None:
    """Add the new themes and venues that events name; a theme's tagline is the programme's title."""
    events = [entry.data for entry in built.raw.events.values()]
    used = {event.get("theme") for event in events} | {
        id for event in events for id in event.get("places", ())
    }
    tagline = {"tagline": {language: shorten(programme.title, TEXT_LIMITS["tagline"])}}
    for made, entries, more in (
        (themes.made, built.raw.themes, tagline),
        (places.made, built.raw.venues, {}),
    ):
        for id, table in made.items():
            if id in used:
                whole = table | more
                entries[id] = Entry(id, whole, ImportedDocument(whole, programme.place, {}))


def _add_pack(
    built: BuiltSource, programme: FoundProgramme, page: str, languages: list[str], options: ImportOptions
) -> None:
    """Add the hosts of the events' links to the pack, which is made where there is none."""
    touched = [*built.added, *built.changed]
    pack = built.raw.pack
    data = dict(pack.data) if pack else new_pack(programme, languages, page, options.today)
    known = data.get("hosts", [])
    known = list(known) if isinstance(known, list) else []
    wanted = link_hosts(
        [*({"url": page} for _ in (page,) if not pack), *(built.raw.events[id].data for id in touched)]
    )
    new = [host for host in wanted if host not in known]
    data["hosts"] = [*known, *new][: max(limits.HOSTS, len(known))]
    for id in touched:
        entry = built.raw.events[id]
        built.raw.events[id] = replace(entry, data=without_links(entry.data, data["hosts"]))
    if new and pack:
        detail = {"hosts": ", ".join(new)}
        built.problems.append(
            Problem("import_hosts", programme.place, detail=detail, severity=Severity.WARNING)
        )
    if touched:
        data["updated"] = options.today
    document = pack.document if pack else ImportedDocument(data, programme.place, {})
    built.raw.pack = Entry("pack", data, document, based_on=pack.based_on if pack else None)
    if not pack:
        detail = {"title": programme.title, "zone": programme.zone, "languages": ", ".join(languages)}
        built.problems.append(
            Problem("import_pack", programme.place, detail=detail, severity=Severity.REPAIRED)
        )


def _absence(built: BuiltSource, programme: FoundProgramme) -> Iterator[Problem]:
    """What is told of events that the file does not have, and of those removed from the folder."""
    for id in built.gone:
        titles = built.raw.events[id].data.get("title", {})
        title = next(iter(titles.values()), id)
        yield built.raw.events[id].make_note(Severity.WARNING, "import_gone", title=title)
    if built.removed:
        detail = {"count": len(built.removed), "names": ", ".join(built.removed), "file": RECORD_FILE}
        yield Problem("import_removed", programme.place, detail=detail, severity=Severity.WARNING)


def _data(entries: Mapping[str, Entry]) -> dict[str, Mapping[str, Any]]:
    return {id: entry.data for id, entry in entries.items()}
