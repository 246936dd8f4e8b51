"""A source folder as a whole programme, or every problem that keeps it from being one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import ValidationError

from kiosk.authoring.source import cross_checks, media_files
from kiosk.authoring.source.convert import programme
from kiosk.authoring.source.field_types import Context
from kiosk.authoring.source.folder import Entry, Folder, open_folder
from kiosk.authoring.source.media_files import MediaFiles
from kiosk.authoring.source.problems import Path, Problem, SourceProblems, in_order
from kiosk.authoring.source.tables import EventShape, PackShape, Shape, ThemeShape, VenueShape
from kiosk.base import paths
from kiosk.base.model import Programme, VenueKind
from kiosk.base.settings import LANGUAGES
from kiosk.base.time_zones import zone

AnyShape = TypeVar("AnyShape", bound=Shape)

_CODES = {
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
"""What pydantic's own findings are called here; the rules in kinds.py have their own codes."""


@dataclass(frozen=True)
class Source:
    """A sound source; `media` are the files its events show, `warnings` what its author may want to know."""

    programme: Programme
    pack: PackShape
    media: MediaFiles
    warnings: tuple[Problem, ...]


def load(root: FilePath) -> Source:
    """Read the folder `root` and the folders it is based on. Raises SourceProblems with every problem."""
    folder = open_folder(root)
    if folder.pack is None:
        raise SourceProblems(folder.problems)
    problems = folder.problems
    context = _context(folder, folder.pack)
    pack = _shaped(PackShape, folder.pack, context, problems)
    themes = {id: _shaped(ThemeShape, entry, context, problems) for id, entry in folder.themes.items()}
    venues = {id: _shaped(VenueShape, entry, context, problems) for id, entry in folder.venues.items()}
    events = {id: _shaped(EventShape, entry, context, problems) for id, entry in folder.events.items()}
    files = media_files.read(folder, problems)
    problems += _together(folder, folder.pack)
    found = in_order(problems)
    if pack is None or any(not problem.warning for problem in found):
        raise SourceProblems(found)
    whole = programme(pack, _all(themes), _all(venues), _all(events), files)
    return Source(whole, pack, files, found)


def _context(folder: Folder, pack: Entry) -> Context:
    icons = {path.stem for path in (paths.resources() / "icons" / "duotone").glob("*.svg")}
    cities = [id for id, entry in folder.venues.items() if entry.data.get("kind") == VenueKind.CITY]
    hosts, zone_name = pack.data.get("hosts", []), pack.data.get("zone")
    try:
        zone(str(zone_name))
    except KeyError:
        zone_name = "UTC"
    known_hosts = hosts if isinstance(hosts, list) else None
    return Context(icons, folder.themes, folder.venues, cities, str(zone_name), known_hosts)


def _shaped(
    shape: type[AnyShape], entry: Entry, context: Context, problems: list[Problem]
) -> AnyShape | None:
    try:
        return shape.model_validate(entry.data, context=context)
    except ValidationError as errors:
        for error in errors.errors(include_url=False, include_input=False):
            place = tuple(step for step in error["loc"] if step != "[key]")
            problems.append(_problem(entry, error["type"], place, error.get("ctx", {})))
        return None


def _problem(entry: Entry, kind: str, path: Path, detail: Mapping[str, object]) -> Problem:
    code = _CODES.get(kind, kind)
    name = path[-1] if path else ""
    if code == "missing" and name == "alt":
        code = "alt_missing"
    return entry.problem(code, path, **{"name": name, **detail})


def _together(folder: Folder, pack: Entry) -> Iterator[Problem]:
    listed = pack.data.get("languages")
    languages = [code for code in listed if code in LANGUAGES] if isinstance(listed, list) else []
    everything = [pack, *folder.themes.values(), *folder.venues.values(), *folder.events.values()]
    for entry in everything:
        yield from cross_checks.words(entry, languages)
    for entry in everything[1:]:
        yield from cross_checks.slug(entry)
    for entry in folder.venues.values():
        yield from cross_checks.venue(entry)
    for entry in folder.events.values():
        yield from cross_checks.event(entry)
        yield from cross_checks.media(entry)
    for name, entries in (("themes.toml", folder.themes), ("events", folder.events)):
        if not entries:
            yield Problem("nothing", name)
    yield from cross_checks.unused(folder)


def _all(shapes: Mapping[str, AnyShape | None]) -> dict[str, AnyShape]:
    return {id: shape for id, shape in shapes.items() if shape}
