"""Reads the events of a table by its mapping."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from kiosk.authoring.imports.found_event import FoundEvent, FoundProgramme
from kiosk.authoring.imports.skipping import skipped, without_time
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.tables.cell_times import DayWordError, certain_day
from kiosk.authoring.imports.tables.column_names import TRANSLATED
from kiosk.authoring.imports.tables.day_words import weekday_of
from kiosk.authoring.imports.tables.mapping import ColumnMapping
from kiosk.authoring.imports.tables.people import split_people
from kiosk.authoring.imports.tables.row_times import RowTime, read_row_time
from kiosk.authoring.imports.tables.table import Cell, Row, Table, cell_text
from kiosk.authoring.imports.times import TimeOrderError
from kiosk.authoring.imports.zone_choice import choose_zone, known_zone
from kiosk.authoring.source.problems import Place, Problem, Severity
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.search.fold import fold

_FIELD_OF_TIME = {"begin": "when", "day": "when", "begin_hour": "when", "end": "when", "end_hour": "when"}


_STATUSES = {
    "cancelled": re.compile(r"cancel|отмен|abgesagt|annul|өткізілмейді|болмайды", re.IGNORECASE),
    "full": re.compile(
        r"\bfull\b|sold ?out|ausgebucht|complet|мест нет|орын жоқ|орын қалмады", re.IGNORECASE
    ),
}


def read_table(subject: Subject, table: Table, mapping: ColumnMapping) -> FoundProgramme:
    """The programme of a table; a row that is no event is skipped, and why is told.

    Rows whose day is only a weekday are an error, which asks for the date of the first of them.
    """
    programme = FoundProgramme("table", subject.place())
    texts = "\n".join(cell_text(cell) for row in table.rows for cell in row.cells.values())
    choose_zone(programme, subject, _stated_zone(table), texts)
    days = {**mapping.days, **subject.days}
    words: list[tuple[str, Place]] = []
    near = _first_day(table, mapping)
    for row in table.rows:
        event = _make_event(row, table, mapping)
        if not event.title:
            programme.skip(skipped("import_no_title", event))
            continue
        try:
            time = read_row_time(_cells(row, mapping), programme.zone, days, near)
            event.when = {"when": time.when} | _status(event)
            programme.events.append(event)
            programme.problems += _echo(event, time)
        except DayWordError as error:
            programme.skipped += 1
            words.append((str(error), event.cells.get("day", event.cells.get("begin", (row.place, "")))[0]))
        except TimeOrderError:
            programme.skip(skipped("import_order", event))
        except ValueError as error:
            _skip_unread(programme, event, str(error))
    if table.left_out:
        detail = {"names": ", ".join(table.left_out)}
        programme.problems.append(
            Problem("import_sheets", subject.place(), detail=detail, severity=Severity.WARNING)
        )
    programme.problems += _check_words(subject)
    if words:
        word, place = words[0]
        programme.problems.append(
            Problem("import_weekday", place, "day", {"value": word, "count": len(words)})
        )
    return programme


def _first_day(table: Table, mapping: ColumnMapping) -> date | None:
    """The earliest day that a row says with its year, to which those without one belong; None for none."""
    cells = (_cells(row, mapping)(field) for row in table.rows for field in ("day", "begin"))
    return min(filter(None, map(certain_day, cells)), default=None)


def _stated_zone(table: Table) -> str:
    """The time zone that most rows name in a column for it, or ''."""
    columns = [name for name in table.columns if fold(name).replace("_", "").endswith("timezone")]
    zones = Counter(known_zone(cell_text(row.cells.get(name))) for row in table.rows for name in columns)
    return max(sorted(filter(None, zones)), key=lambda name: zones[name], default="")


def _check_words(subject: Subject) -> Iterator[Problem]:
    """Report dates that were given for another weekday than theirs."""
    for word, day in subject.days.items():
        if weekday_of(word) not in (0, day.isoweekday()):
            detail = {"value": word, "date": day.isoformat()}
            yield Problem("import_date", Place("--date"), detail=detail)


def _skip_unread(programme: FoundProgramme, event: FoundEvent, field: str) -> None:
    _, typed = event.cells.get(field, (event.place, ""))
    programme.skip(without_time(event, typed, field))


def _echo(event: FoundEvent, time: RowTime) -> list[Problem]:
    """What was read from something that can be read in other ways."""
    return [
        Problem("import_read", place, field, {"value": typed, "read": read}, Severity.WARNING, typed)
        for field, read in time.loose.items()
        for place, typed in (event.cells.get(field, (event.place, "")),)
    ]


def _status(event: FoundEvent) -> dict[str, str]:
    """The field 'status', where a word for it stands in the row."""
    text = event.cells.get("status", (event.place, ""))[1]
    return next(({"status": status} for status, words in _STATUSES.items() if words.search(text)), {})


def _cells(row: Row, mapping: ColumnMapping) -> Callable[[str], Cell]:
    def cell(field: str) -> Cell:
        cells = [row.cells.get(name) for name in mapping.columns.get(field, ())]
        return next(filter(cell_text, cells), None)

    return cell


def _make_event(row: Row, table: Table, mapping: ColumnMapping) -> FoundEvent:
    def text(field: str) -> str:
        names = mapping.columns.get(field, ())
        return "\n\n".join(filter(None, (cell_text(row.cells.get(name)) for name in names)))

    event = FoundEvent(row.place, text("title"), {})
    event.cells = {
        field: (
            row.place._replace(column=table.letters.get(names[0], "")),
            cell_text(row.cells.get(names[0])),
        )
        for field, names in mapping.columns.items()
        if names
    }
    for field in ("uid", "subtitle", "summary", "body", "language", "location", "address", "topic"):
        setattr(event, field, text(field))
    event.organiser, event.url, event.registration = text("organiser"), text("url"), text("registration")
    event.price, event.ages = text("price"), text("ages")
    event.topic, *others = event.topic.splitlines() or [""]
    event.tags = [tag.strip() for tag in text("tags").replace("\n", ",").split(",") if tag.strip()]
    event.tags += others
    people = [cell_text(row.cells.get(name)) for name in mapping.columns.get("people", ())]
    event.people = split_people(people)
    event.translations = {
        language: {field: text(f"{field}.{language}") for field in TRANSLATED}
        for language in LANGUAGES
        if text(f"title.{language}")
    }
    event.title = event.title or next((one["title"] for one in event.translations.values()), "")
    return event
