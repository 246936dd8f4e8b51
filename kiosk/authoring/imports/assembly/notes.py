"""What an import tells once: what was done to many events by the same rule."""

from collections.abc import Iterator

from kiosk.authoring.imports.assembly.event_tables import EventTables
from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.sentence_ids import ProblemCode

_MOST_NAMED = 5


def programme_notes(programme: FoundProgramme, tables: EventTables, language: str) -> Iterator[Problem]:
    """The notes on a programme whose texts of other languages than the pack's stand as `language`."""

    def note(severity: Severity, code: ProblemCode, **detail: object) -> Problem:
        return Problem(code, programme.place, detail=detail, severity=severity)

    if tables.derived:
        yield note(Severity.REPAIRED, "import_summary", count=tables.derived)
    if tables.links_left:
        yield note(Severity.WARNING, "import_links", count=tables.links_left)
    if tables.links.plain_http:
        yield note(Severity.REPAIRED, "import_http", count=tables.links.plain_http)
    if unusable := tables.links.unusable:
        named = ", ".join(list(dict.fromkeys(unusable))[:_MOST_NAMED])
        yield note(Severity.WARNING, "import_link", count=len(unusable), names=named)
    if tables.foreign:
        named = ", ".join(sorted(tables.foreign))
        count = tables.foreign.total()
        yield note(Severity.WARNING, "import_language", count=count, names=named, language=language)
