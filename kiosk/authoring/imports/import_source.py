"""Imports a file that others made into a source folder: finds its events again, writes what changed."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kiosk.authoring.imports.assembly.build_source import build_source
from kiosk.authoring.imports.assembly.built_source import BuiltSource
from kiosk.authoring.imports.assembly.records import Records, event_keys
from kiosk.authoring.imports.assembly.texts import can_be_shown, plain_line
from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.authoring.imports.options import ImportOptions
from kiosk.authoring.imports.questions import OpenQuestions, Question
from kiosk.authoring.imports.read_programme import read_programme
from kiosk.authoring.imports.skipping import skipped
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.tables.mapped_table import MappedTable
from kiosk.authoring.imports.zone_choice import known_zone
from kiosk.authoring.mapping_file import read_mapping_file, said_of, write_said
from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.problems import Place, Problem, Severity, SourceProblems
from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.writing.write_source import write_source
from kiosk.base.safe_open import read_regular_file

_COPY = re.compile(r"\s*\(\d+\)$")
"""What browsers add to the name of a file that was loaded before."""


class ImportResult(NamedTuple):
    """How many events the file has and how many were skipped; the ids of those that are new, and so on.

    `changed` has the changed fields by id. `removed` are events that somebody removed from the folder.
    """

    events: int
    skipped: int
    added: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


def import_source(file: Path, folder: Path, options: ImportOptions) -> ImportResult:
    """Import `file` into the source folder `folder`, which is made where there is none.

    Raises SourceProblems when the file cannot be read or holds no event, OpenQuestions when something has to
    be asked first, and has then written nothing but the mapping of a table. KioskErrors of `write_source`.
    """
    if options.zone and not known_zone(options.zone):
        raise SourceProblems([Problem("zone", Place("--zone"), detail={"value": options.zone})])
    there = read_source_folder(folder) if (folder / "pack.toml").exists() else RawSource()
    if there.problems:
        raise SourceProblems(there.problems)
    records = Records(folder)
    subject = Subject(file.name, _read(file), options.today, _zone(there, options), options.days)
    name = source_name(file)
    folds = options.folds or bool(said_of(read_mapping_file(folder), name).get("fold_themes"))
    table = MappedTable(subject, folder, name, options)
    try:
        programme = _read_programme(subject, table, name)
        record = records.find(name, programme.format, event_keys(programme.events))
        built = build_source(programme, there, record, replace(options, folds=folds))
    except SourceProblems:
        table.write_guess()
        raise
    write_source(built.raw, folder)
    table.write()
    if options.folds:
        write_said(folder, name, {"fold_themes": True})
    records.save(built.record)
    return _result(programme, built)


def source_name(file: Path) -> str:
    """The name under which a folder remembers a file: without its end, and without the number of a copy."""
    return _COPY.sub("", file.stem)


def _read_programme(subject: Subject, table: MappedTable, name: str) -> FoundProgramme:
    """The programme in a file, which has a title and an event at least."""
    programme = read_programme(subject, table.read)
    _skip_untitled(programme)
    if not programme.events:
        programme.problems.append(
            Problem("import_nothing", subject.place(), detail={"count": programme.skipped})
        )
    _raise_errors(programme.problems)
    programme.title = plain_line(programme.title) or name
    return programme


def _skip_untitled(programme: FoundProgramme) -> None:
    """Leave out events whose title holds nothing that can be shown."""
    events, programme.events = programme.events, []
    for event in events:
        if can_be_shown(event.title):
            programme.events.append(event)
        else:
            programme.skip(skipped("import_no_title", event))


def _read(file: Path) -> bytes:
    try:
        return read_regular_file(file)
    except OSError as error:
        raise SourceProblems([Problem("file_unreadable", Place(file.name))]) from error


def _zone(there: RawSource, options: ImportOptions) -> str:
    """The zone of the pack that is there, else the one asked for."""
    zone = there.pack.data.get("zone") if there.pack else ""
    return known_zone(str(zone)) or options.zone


def _raise_errors(problems: list[Problem]) -> None:
    questions = [
        Question("day", str(one.detail["value"]), count=int(str(one.detail["count"])))
        for one in problems
        if one.code == "import_weekday"
    ]
    if questions:
        raise OpenQuestions(problems, questions)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SourceProblems(problems)


def _result(programme: FoundProgramme, built: BuiltSource) -> ImportResult:
    return ImportResult(
        len(programme.events),
        programme.skipped,
        tuple(built.added),
        built.changed,
        tuple(built.unchanged),
        tuple(built.gone),
        tuple(built.removed),
        tuple((*programme.problems, *built.problems)),
    )
