"""Asks what the unknown columns of a workbook say, and remembers the answers beside it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.authoring.source_reader import is_workbook
from kiosk.authoring.workbook.reading.open_headers import OpenHeader, open_headers
from kiosk.authoring.workbook.reading.said_headers import say_headers
from kiosk.base.display_text import display_line
from kiosk.base.file_hash import hash_file
from kiosk.base.safe_open import open_regular_file
from kiosk.desk.questions import Asked, in_all, sentence
from kiosk.i18n.translator import Translator


def header_questions(subject: Path) -> dict[str, Any]:
    """The questions about a workbook and the hash of the file that they are about; {} for none."""
    if not is_workbook(subject) or not (headers := open_headers(subject)):
        return {}
    return {"asked": file_hash(subject), "list": [_ask(header).to_json() for header in headers]}


def answer_headers(subject: Path, asked: str, answers: Sequence[str]) -> dict[str, Any]:
    """Remember the answers, numbers of choices by question, '' for none; nothing of a file that has changed.

    KioskErrors of `say_headers`.
    """
    if file_hash(subject) != asked:
        return {"changed": True}
    said = {
        (header.name, header.text): ["", *_choices(header)][int(number)]
        for header, number in zip(open_headers(subject), answers, strict=True)
        if number
    }
    say_headers(subject, said)
    return {"changed": False}


def file_hash(file: Path) -> str:
    """SHA-256 of a file in hex, '' when it cannot be read."""
    try:
        with open_regular_file(file) as opened:
            return hash_file(opened)
    except OSError:
        return ""


def _choices(header: OpenHeader) -> list[str]:
    """The columns that may be meant, those that are spelt like the header first."""
    return [*header.likely, *(name for name in header.free if name not in header.likely)]


def _ask(header: OpenHeader) -> Asked:
    names = [in_all(partial(_title, header, one)) for one in _choices(header)]
    return Asked(
        sentence("desk.ask.field", column=display_line(header.text)),
        typed=", ".join(header.samples),
        choices=[sentence("desk.ask.not_for_visitors"), *names],
        likely=1 + len(header.likely),
    )


def _title(header: OpenHeader, column: str, words: Translator) -> str:
    return header.title(column, words.language)
