"""Loads a source folder as a programme, or reports every problem in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import ValidationError

from kiosk.authoring.source import cross_checks, media_files
from kiosk.authoring.source.convert import build_programme
from kiosk.authoring.source.field_types import RULE, ValidationContext, rule_violation
from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.limit_checks import check_counts, check_rows
from kiosk.authoring.source.media_files import MediaFiles
from kiosk.authoring.source.notes.find_notes import find_notes
from kiosk.authoring.source.problems import Path, Place, Problem, SourceProblems, sort_problems
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.source.repair.repair_source import repair_source
from kiosk.authoring.source.rights_checks import check_source_rights
from kiosk.authoring.source.series import check_series
from kiosk.authoring.source.tables import EventTable, PackTable, SourceTable, ThemeTable, VenueTable
from kiosk.base import paths
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.model import Programme, VenueKind
from kiosk.base.sentence_ids import ProblemCode
from kiosk.base.time_zones import zone
from kiosk.packs.publisher import Publisher

AnyTable = TypeVar("AnyTable", bound=SourceTable)

_CODES: dict[str, ProblemCode] = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "string_type": "not_text",
    "int_type": "not_number",
    "float_type": "not_number",
    "bool_type": "not_bool",
    "date_type": "not_date",
    "list_type": "not_list",
    "dict_type": "not_table",
    "model_type": "not_table",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "too_short": "list_short",
    "too_long": "list_long",
}
"""Problem codes by pydantic's error types, but for RULE."""


@dataclass(frozen=True)
class Source:
    """A valid source; `media` are its events' files, `warnings` the problems that are no errors.

    `tables` are what it was made from, with mended texts.
    """

    programme: Programme
    pack: PackTable
    media: MediaFiles
    warnings: tuple[Problem, ...]
    tables: RawSource


def load_source(
    root: FilePath,
    rights: Publisher | None = None,
    read: Callable[[FilePath], RawSource] = read_source_folder,
) -> Source:
    """Read the folder `root` and the folders it is based on, or what `read` reads.

    With `rights` what is beyond them is a problem too. Raises SourceProblems with every problem.
    """
    return check_tables(read(root), rights)


def check_tables(folder: RawSource, rights: Publisher | None = None) -> Source:
    """The programme of these tables, their texts mended. Raises SourceProblems as `load_source` does."""
    folder = repair_source(folder)
    if folder.pack is None:
        raise SourceProblems(folder.problems)
    problems = folder.problems
    context = _make_context(folder, folder.pack)
    pack = _validate_table(PackTable, folder.pack, context, problems)
    themes = {
        id: _validate_table(ThemeTable, entry, context, problems) for id, entry in folder.themes.items()
    }
    venues = {
        id: _validate_table(VenueTable, entry, context, problems) for id, entry in folder.venues.items()
    }
    events = {
        id: _validate_table(EventTable, entry, context, problems) for id, entry in folder.events.items()
    }
    files = media_files.read_media(folder, problems)
    problems += _run_cross_checks(folder, folder.pack)
    for id, table in _without_none(events).items():
        problems += check_series(folder.events[id], table, context.zone)
    problems += find_notes(folder)
    if rights:
        problems += check_source_rights(folder, rights)
    sorted_problems = sort_problems(problems)
    if pack is None or any(problem.is_error for problem in sorted_problems):
        raise SourceProblems(sorted_problems)
    valid_tables = (_without_none(themes), _without_none(venues), _without_none(events))
    programme = build_programme(pack, *valid_tables, files)
    if excess := tuple(check_rows(folder, programme)):
        raise SourceProblems([*sorted_problems, *excess])
    return Source(programme, pack, files, sorted_problems, folder)


def _make_context(folder: RawSource, pack: Entry) -> ValidationContext:
    icons = {path.stem for path in (paths.resources() / "icons" / "duotone").glob("*.svg")}
    cities = [id for id, entry in folder.venues.items() if entry.data.get("kind") == VenueKind.CITY]
    hosts, zone_name = pack.data.get("hosts", []), pack.data.get("zone")
    try:
        zone(str(zone_name))
    except KeyError:
        zone_name = "UTC"
    known_hosts = hosts if isinstance(hosts, list) else None
    return ValidationContext(icons, folder.themes, folder.venues, cities, str(zone_name), known_hosts)


def _validate_table(
    table_type: type[AnyTable], entry: Entry, context: ValidationContext, problems: list[Problem]
) -> AnyTable | None:
    try:
        return table_type.model_validate(entry.data, context=context)
    except ValidationError as errors:
        for error in errors.errors(include_url=False, include_input=False):
            path = tuple(step for step in error["loc"] if step != "[key]")
            problems.append(_make_problem(entry, error["type"], path, error.get("ctx", {})))
        return None


def _make_problem(entry: Entry, kind: str, path: Path, detail: Mapping[str, object]) -> Problem:
    name = path[-1] if path else ""
    code = _CODES.get(kind, "unfit")
    if kind == RULE:
        code, detail = rule_violation(detail)
    if code == "missing" and name == "alt":
        code = "alt_missing"
    return entry.make_problem(code, path, **{"name": name, **detail})


def _run_cross_checks(folder: RawSource, pack: Entry) -> Iterator[Problem]:
    listed = pack.data.get("languages")
    languages = [code for code in listed if code in LANGUAGES] if isinstance(listed, list) else []
    others = [*folder.themes.values(), *folder.venues.values()]
    for entry in (pack, *others):
        yield from cross_checks.check_languages(entry, languages)
    for entry in (*others, *folder.events.values()):
        yield from cross_checks.check_id(entry)
    for entry in folder.venues.values():
        yield from cross_checks.check_venue(entry)
    for entry in folder.events.values():
        yield from cross_checks.check_event_languages(entry, languages)
        yield from cross_checks.check_event(entry)
        yield from cross_checks.check_media(entry)
    for name, required in (("themes.toml", folder.themes), ("events", folder.events)):
        if not required:
            yield Problem("nothing", Place(name))
    yield from check_counts(folder)
    yield from cross_checks.check_unused(folder)


def _without_none(tables: Mapping[str, AnyTable | None]) -> dict[str, AnyTable]:
    return {id: table for id, table in tables.items() if table}
