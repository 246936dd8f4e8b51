"""Which texts of each event are there in which language, with names for people."""

import re
from functools import partial
from typing import Any

from kiosk.authoring.findings.matrix import EventTexts, source_languages, text_matrix
from kiosk.authoring.source.raw_source import RawSource
from kiosk.base.display_text import display_line
from kiosk.base.sentence_ids import SentenceId
from kiosk.desk.questions import Texts, in_all
from kiosk.i18n.translator import LANGUAGES, Translator

_NAMES: dict[str, SentenceId] = {
    "title": "workbook.title",
    "summary": "workbook.summary",
    "body": "workbook.body",
    "price_note": "workbook.price_note",
    "audience_note": "workbook.audience_note",
    "organiser": "workbook.organiser",
    "alt": "workbook.alt",
    "name": "workbook.name",
    "about": "workbook.about",
}
_POSITION = re.compile(r"\[(\d+)\]")


def matrix(source: RawSource) -> dict[str, Any]:
    """The languages of the pack, the rows of its events, and how many texts are missing in all of them."""
    languages, rows = source_languages(source), text_matrix(source)
    missing = sum(len(row.missing(code)) for row in rows for code in languages)
    return {
        "languages": list(languages),
        "missing": missing,
        "rows": [_row(row, source, languages) for row in rows],
    }


def _row(row: EventTexts, source: RawSource, languages: tuple[str, ...]) -> dict[str, Any]:
    """An event with its fields; a cell is 'there', 'missing', or 'unwanted' where it is not to be."""
    titles = source.events[row.id].data.get("title")
    known = titles.items() if isinstance(titles, dict) else ()
    title: Texts = {code: display_line(str(text)) for code, text in known}
    return {
        "event": row.id,
        "title": title or dict.fromkeys(LANGUAGES, row.id),
        "fields": [
            {"name": in_all(partial(_name, field)), "cells": [_cell(row, found, code) for code in languages]}
            for field, found in row.fields.items()
        ],
    }


def _cell(row: EventTexts, found: tuple[str, ...], language: str) -> str:
    if language in found:
        return "there"
    return "missing" if language in row.languages else "unwanted"


def _name(field: str, words: Translator) -> str:
    """What a field is called; of several pictures or speakers with its number."""
    last = field.rpartition(".")[2]
    name = words.text(_NAMES[last]) if last in _NAMES else field
    position = _POSITION.search(field)
    return f"{name} {position[1]}" if position and last in _NAMES else name
