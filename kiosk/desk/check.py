"""Checks a source for the desk: what is wrong, what it becomes, and what it changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.authoring.building.build_pack import collect_checked_files
from kiosk.authoring.building.signing_time import doubt_signing_time
from kiosk.authoring.keys.signing_clock import read_signing_clock
from kiosk.authoring.source.load_source import Source
from kiosk.authoring.source.notes.event_notes import find_past
from kiosk.authoring.source.problems import Problem, Severity, SourceProblems
from kiosk.authoring.source.raw_source import RawSource
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors
from kiosk.base.time_zones import local_date
from kiosk.desk.changes import compare_with_pack
from kiosk.desk.findings import finding_groups
from kiosk.desk.header_questions import header_questions
from kiosk.desk.hosts import programme_hosts
from kiosk.desk.keys import are_protected
from kiosk.desk.matrix import matrix
from kiosk.desk.numbers import next_number
from kiosk.desk.pictures import pictures
from kiosk.desk.preview_folder import PreviewFolder
from kiosk.desk.source import Dropped, check_dated, digest
from kiosk.library.json_values import error_to_json
from kiosk.packs import zip_layout


@dataclass(frozen=True)
class CheckJob:
    """What to check, with which keys, against which earlier pack, and the folder for the preview's files."""

    dropped: Dropped
    today: date
    preview: Path
    keys: Path
    last_pack: Path | None = None


def check(job: CheckJob) -> dict[str, Any]:
    """All findings, and of a source without errors its facts; values for JSON, sentences by language.

    Raises the KioskErrors of `Dropped.read` and of the kiosk's own check.
    """
    with export_errors(job.preview):
        job.preview.mkdir(parents=True, exist_ok=True)
    raw = job.dropped.read(job.preview)
    asked: dict[str, Any] = {"questions": header_questions(job.dropped.subject), "matrix": matrix(raw)}
    asked |= {"hosts": programme_hosts(raw)}
    try:
        source = check_dated(raw, job.keys, job.today)
        with export_errors(job.preview):
            folder = PreviewFolder.create(job.preview)
            files = collect_checked_files(source, folder.files)
            shown = folder.write(source, files)
    except SourceProblems as problems:
        return _findings(raw, problems.problems) | asked | {"programme": None}
    facts = (
        _findings(raw, [*source.warnings, *_find_past(source)])
        | asked
        | {
            "programme": _facts(source),
            "digest": digest(files),
        }
    )
    number, last = next_number(source, job.keys, job.last_pack)
    facts |= {"number": number, "last": last, "doubts": _clock_doubts(source, job)}
    facts |= {"protected": are_protected(job.keys)}
    facts |= {"changes": compare_with_pack(files[zip_layout.DATABASE], job.last_pack, source)}
    return facts | {"pictures": pictures(source, folder), "preview": {"file": str(shown)}}


def _findings(raw: RawSource, problems: Iterable[Problem]) -> dict[str, Any]:
    found = list(problems)
    counts = {severity: sum(one.severity is severity for one in found) for severity in Severity}
    watched = [{"file": str(folder)} for folder in raw.display_paths]
    return {"findings": finding_groups(found), "counts": counts, "watched": watched}


def _facts(source: Source) -> dict[str, Any]:
    programme = source.programme
    starts = sorted(one.when.earliest for event in programme.events for one in event.occurrences)
    return {
        "id": programme.campaign.id,
        "title": dict(programme.campaign.title),
        "events": len(programme.events),
        "languages": list(programme.campaign.languages),
        "zone": programme.campaign.zone,
        "days": [local_date(at, programme.campaign.zone).isoformat() for at in (*starts[:1], *starts[-1:])],
    }


def _find_past(source: Source) -> Iterator[Problem]:
    """Warn of events that are over by this computer's clock, if that can be right."""
    try:
        yield from find_past(source.tables, source.programme, read_signing_clock())
    except KioskError:
        return


def _clock_doubts(source: Source, job: CheckJob) -> list[dict[str, Any]]:
    """What contradicts this computer's clock, as errors for people."""
    try:
        now = read_signing_clock()
    except KioskError as error:
        return [error_to_json(error) | {"is_certain": True}]
    beside = job.last_pack or job.keys / "new.kpack"
    doubts = doubt_signing_time(now, job.keys, beside, source)
    return [
        error_to_json(sentence) | {"is_certain": False}
        for doubt in doubts
        for sentence in (doubt.description, doubt.remedy)
    ]
