"""A sheet of one event, made by hand, to be changed a field at a time."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.base import qr_code
from kiosk.typesetting.order import Ink, Paper
from kiosk.typesetting.sheet import Code, Row, Section, Sheet, SheetFact, SheetText, make_code
from kiosk.typesetting.typeset import Document

URL = "https://kz.usembassy.gov/25-years/code"
SAID = SheetText(
    language="kk",
    title="Код жазуды үйрен",
    flag="",
    facts=(
        SheetFact("calendar-blank", "2016 жылғы 9 сәуір", "11:00–14:00"),
        SheetFact("map-pin", "Алматы", "Байсейітов көшесі, 40"),
        SheetFact("users-three", "Оқушылар", "Тегін"),
    ),
    note="",
    text="Келіп көріңіз.\nКүтеміз.",
    take="Телефоннан тіркеліңіз",
    take_note="Тіркелу ашық",
    scan="Камераны бағыттаңыз",
)


def drawn_code(payload: str = URL, words: str = "kz.usembassy.gov/25-years/code") -> Code:
    """The code for `payload`."""
    return make_code(payload, *qr_code.qr_svg_path(payload), words, f"QR: {payload}")


def sheet(*, said: Mapping[str, Any] | None = None, languages: int = 1, **changes: Any) -> Sheet:
    """A sheet that says SAID with changes, so many times."""
    fields: dict[str, Any] = {
        "subject": "code",
        "mark": "564d8e6 · 1",
        "corner": "Алматыдағы Американ бұрышы",
        "hours": "Дс–Сб, 10:00–19:00",
        "theme": "Инновация",
        "colour": "#0A6C9B",
        "icon": "code",
        "seed": 7,
        "languages": ("kk",) * languages,
        "said": (SAID._replace(**said or {}),) * languages,
        "code": drawn_code(),
    }
    return Sheet(**fields | changes)


def row(**changes: Any) -> Row:
    """An event in a list."""
    return Row("code", ("Код",), ("",), ("9 сәуір",), drawn_code())._replace(**changes)


def listed(*rows: Row, **changes: Any) -> Sheet:
    """A list of these rows."""
    fields = {"titles": ("Инновация",), "subtitles": ("Жаңа",), "sections": (Section(("Сенбі",), rows),)}
    return replace(sheet(), said=(), code=None, **fields | changes)


def document(
    *sheets: Sheet,
    template: str = "event",
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    pictures: Mapping[str, bytes] | None = None,
) -> Document:
    """A document of these sheets, or of one sheet."""
    return Document(
        template, "Код", "Бұрыш", "kk", ink, paper.size, 1_459_671_600, sheets or (sheet(),), pictures or {}
    )
