"""Visit counts as tables with headings, the same on the command line and in a spreadsheet."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

from kiosk import dates
from kiosk.base.model import Text
from kiosk.i18n.translator import LANGUAGES, pick, translator
from kiosk.programme.combined_catalogue import Programme
from kiosk.visits.statistics import Figures, Step
from kiosk.visits.tally import Metric

COLUMNS = (Metric.SESSION, Metric.EVENT, Metric.CODE, Metric.NO_RESULT)
"""What a day is told by."""
Titles = Mapping[str, Text]
"""What events are called, by id; one that is missing is called by its id."""


class Bars(StrEnum):
    """How a table is drawn, by the second column."""

    NONE = ""
    UPRIGHT = "column"
    LYING = "bar"


class Table(NamedTuple):
    """Rows below their headings; the first column says what a row is about, the others are numbers."""

    name: str
    head: tuple[str, ...]
    rows: list[tuple[str | int, ...]]
    bars: Bars = Bars.NONE


def titles(programme: Programme | None, ids: Iterable[str]) -> dict[str, Text]:
    """What the events are called that the programme still has."""
    found: dict[str, Text] = {}
    if programme is None:
        return found
    for id in ids:
        with suppress(KeyError):
            found[id] = programme.event(id).title
    return found


def heading(found: Figures, language: str) -> str:
    """What all tables are about: 'Visits: 1–23 November 2026'."""
    span = dates.days(found.first.isoformat(), found.last.isoformat(), language)
    return translator(language).text("visits.heading", dates=span)


def tables(found: Figures, names: Titles, language: str, steps: Iterable[Step] = Step) -> list[Table]:
    """Totals, a table for each of `steps`, events, languages."""
    return [
        total_table(found, language),
        *(step_table(found, step, language) for step in steps),
        event_table(found, names, language),
        language_table(found, language),
    ]


def total_table(found: Figures, language: str) -> Table:
    """All that was counted, each in one number."""
    said = translator(language)
    rows: list[tuple[str | int, ...]] = [
        (said.text(f"visits.what.{what}"), found.total(what)) for what in COLUMNS
    ]
    return Table(said.text("visits.total"), (said.text("visits.counted"), said.text("visits.number")), rows)


def step_table(found: Figures, step: Step, language: str) -> Table:
    """One row for each day, week or month."""
    said = translator(language)
    head = (said.text(f"visits.step.{step}"), *(said.text(f"visits.what.{what}") for what in COLUMNS))
    rows: list[tuple[str | int, ...]] = [
        (label, *(numbers[what] for what in COLUMNS)) for label, numbers in found.by(step).items()
    ]
    return Table(said.text(f"visits.by.{step}"), head, rows, Bars.UPRIGHT)


def event_table(found: Figures, names: Titles, language: str) -> Table:
    """One row for each event that was opened, the most opened first."""
    said = translator(language)
    head = (
        said.text("visits.event"),
        *(said.text(f"visits.what.{what}") for what in (Metric.EVENT, Metric.CODE)),
    )
    rows: list[tuple[str | int, ...]] = [
        (pick(names[one.id], language)[0] if one.id in names else one.id, one.views, one.codes)
        for one in found.events()
    ]
    return Table(said.text("visits.events"), head, rows, Bars.LYING)


def language_table(found: Figures, language: str) -> Table:
    """One row for each language that was used, the most used first."""
    said = translator(language)
    head = (said.text("visits.what.language"), said.text("visits.what.session"))
    rows: list[tuple[str | int, ...]] = [
        (language_name(code, language), number) for code, number in found.languages()
    ]
    return Table(said.text("visits.languages"), head, rows, Bars.LYING)


def language_name(code: str, language: str) -> str:
    """What a language is called in another; its code when the kiosk does not speak it."""
    name = translator(language).text(f"screens.language.{code}") if code in LANGUAGES else code
    return name[:1].upper() + name[1:]
