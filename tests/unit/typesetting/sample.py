"""A sample sheet of one event, whose fields tests change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.base import qr_code
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.sheet import Code, Row, Section, Sheet, SheetFact, SheetText, make_code
from kiosk.typesetting.typeset import Document

URL = "https://kz.usembassy.gov/25-years/code"
SAMPLE_TEXT = SheetText(
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


def sample_code(payload: str = URL, words: str = "kz.usembassy.gov/25-years/code") -> Code:
    """The code for `payload`."""
    return make_code(payload, *qr_code.qr_svg_path(payload), words, f"QR: {payload}")


def sample_sheet(*, said: Mapping[str, Any] | None = None, languages: int = 1, **changes: Any) -> Sheet:
    """A sheet with SAMPLE_TEXT, changed by `said`, in so many `languages`."""
    fields: dict[str, Any] = {
        "subject": "code",
        "pack": "564d8e6",
        "number": 1,
        "corner": "Алматыдағы Американ бұрышы",
        "hours": "Дс–Сб, 10:00–19:00",
        "theme": "Инновация",
        "colour": "#0A6C9B",
        "icon": "code",
        "seed": 7,
        "languages": ("kk",) * languages,
        "said": (SAMPLE_TEXT._replace(**said or {}),) * languages,
        "code": sample_code(),
    }
    return Sheet(**fields | changes)


def sample_row(**changes: Any) -> Row:
    """A row of a list."""
    return Row("code", ("Код",), ("",), ("9 сәуір",), ("Алматы",), sample_code())._replace(**changes)


def sample_list(*rows: Row, **changes: Any) -> Sheet:
    """A list of these rows."""
    days = (Section(("Сенбі",), rows, "9", ("Сн",)),)
    fields = {"titles": ("Инновация",), "subtitles": ("Жаңа",), "sections": days}
    return replace(sample_sheet(), said=(), code=None, **fields | changes)


def sample_document(
    *sheets: Sheet,
    template: str = "event",
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    pictures: Mapping[str, bytes] | None = None,
) -> Document:
    """A document of these sheets, or of one sheet."""
    return Document(
        template,
        "Код",
        "Бұрыш",
        "kk",
        ink,
        paper,
        1_459_671_600,
        sheets or (sample_sheet(),),
        pictures or {},
    )
