"""The rows of the page Month: programmes held, totals by theme, figures."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import When
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.packs.rows import NumberRow
from kiosk.visits.month.tables import USE_NAMES

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MonthFigures = Mapping[str, Any]
"""What `kiosk month --json` prints."""


class HeldRow(NamedTuple):
    """A programme that was held: its title, time and theme, and what its button says.

    `kind` is 'typed', 'missing' or 'off'.
    """

    title: str
    detail: str
    outcome: str
    kind: str


@QmlElement
class HeldRows(RecordModel):
    """The programmes of a month, by time."""

    record = HeldRow


class ThemeTotalRow(NamedTuple):
    """A theme with the number of programmes held and of the persons who attended them."""

    label: str
    held: str
    attended: str


@QmlElement
class ThemeTotalRows(RecordModel):
    """The themes of the programmes held."""

    record = ThemeTotalRow


def total_rows(figures: MonthFigures, session: Session) -> list[NumberRow]:
    """The figures of the month."""
    total, text = figures["total"], session.translator.text
    return [
        NumberRow(str(total["held"]), text("month.held"), "held"),
        NumberRow(_number(total["attended"]), text("month.attended"), "attended"),
        NumberRow(str(total["held"] - total["missing"]), text("month.with_number"), "typed"),
        NumberRow(str(total["missing"]), text("month.missing"), "missing"),
    ]


def use_rows(figures: MonthFigures, session: Session) -> list[NumberRow]:
    """The use of the screen, as far as it is known, and the flyers."""
    text, pages = session.translator.text, figures["flyer_pages"]
    rows = [
        NumberRow(str(figures["use"][metric]), text(name), metric)
        for metric, name in USE_NAMES.items()
        if metric in figures["use"]
    ]
    number = text("month.unknown") if pages is None else str(pages)
    return [*rows, NumberRow(number, text("month.flyers"), "flyers")]


def theme_rows(figures: MonthFigures, session: Session) -> list[ThemeTotalRow]:
    """The themes, the one with most programmes first."""
    return [
        ThemeTotalRow(session.localise(one["title"]) or one["id"], str(one["held"]), _number(one["attended"]))
        for one in figures["themes"]
    ]


def held_row(programme: Mapping[str, Any], session: Session) -> HeldRow:
    """The row of one programme."""
    text, attended = session.translator.text, programme["attended"]
    title, detail = describe(programme, session)
    if programme["called_off"]:
        return HeldRow(title, detail, text("month.off"), "off")
    if attended is None:
        return HeldRow(title, detail, text("month.type"), "missing")
    return HeldRow(title, detail, str(attended), "typed")


def describe(programme: Mapping[str, Any], session: Session) -> tuple[str, str]:
    """The title of a programme, and its time and theme."""
    when = When(programme["edtf"], programme["zone"], 0, 0)
    time = dates.format_time(when, session.language, session.year_omitted_at)
    theme = session.localise(programme["theme_title"]) or programme["theme"]
    return session.localise(programme["title"]) or programme["event"], f"{time} · {theme}"


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)
