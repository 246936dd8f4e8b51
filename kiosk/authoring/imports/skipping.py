"""Says of an event why it is left out."""

from kiosk.authoring.imports.found_event import FoundEvent
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.sentence_ids import ProblemCode


def skipped(code: ProblemCode, event: FoundEvent, field: str = "", **detail: object) -> Problem:
    """The problem that an event is left out; the sentences of the code may name its title."""
    place, typed = event.cells.get(field, (event.place, ""))
    return Problem(code, place, field, {"title": event.title, **detail}, Severity.WARNING, typed)


def without_time(event: FoundEvent, written: str, field: str = "") -> Problem:
    """The problem that the time of an event cannot be read from what is `written`, or is not said."""
    value = " ".join(written.split())
    return skipped("import_time", event, field, value=value) if value else skipped("import_no_time", event)
