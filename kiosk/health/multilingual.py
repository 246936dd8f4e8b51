"""Translates sentences and formats values in every language at once, so that a page can be switched."""

from collections.abc import Sequence
from datetime import datetime

from kiosk import dates
from kiosk.base.errors import KioskError
from kiosk.base.limits import MIB
from kiosk.base.model import Text
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.time_zones import zone
from kiosk.i18n.translator import LANGUAGES, pick_translation, translator

GIB = 1024 * MIB


def translate(id: SentenceId, /, **values: object) -> Text:
    """The sentence `id` in every language; a value that is a dict by language is filled in by language."""
    return {
        code: translator(code).text(
            id, **{name: value[code] if isinstance(value, dict) else value for name, value in values.items()}
        )
        for code in LANGUAGES
    }


def translate_error(problem: KioskError) -> Text:
    """The sentence of a KioskError in every language."""
    return translate(problem.code, **problem.detail)


def fill_languages(text: Text) -> Text:
    """A text of a programme in every language; a missing one is replaced by the nearest language."""
    return {code: pick_translation(text, code)[0] for code in LANGUAGES}


def join_lines(texts: Sequence[Text]) -> Text:
    """Several texts joined by newlines, in every language."""
    return {code: "\n".join(text[code] for text in texts) for code in LANGUAGES}


def format_size(bytes: int) -> Text:
    """A number of bytes, rounded down: '512 MB', '12.4 GB'."""
    if bytes < GIB:
        return translate("health.size.mb", n=bytes // MIB)
    tenths = bytes * 10 // GIB
    point = {"en": ".", "ru": ",", "kk": ","}
    return translate(
        "health.size.gb", n={code: f"{tenths // 10}{point[code]}{tenths % 10}" for code in LANGUAGES}
    )


def format_day(seconds: int, zone_name: str) -> Text:
    """The day of a time (UTC seconds) in that zone: '6 January 2027'."""
    iso = datetime.fromtimestamp(seconds, zone(zone_name)).date().isoformat()
    return {code: dates.format_day(iso, code) for code in LANGUAGES}


def format_time(seconds: int, zone_name: str) -> Text:
    """A time (UTC seconds) in full, in that zone: 'Sunday, 22 November 2026 · 14:20'."""
    return {code: dates.clock_line(seconds, zone_name, code) for code in LANGUAGES}
