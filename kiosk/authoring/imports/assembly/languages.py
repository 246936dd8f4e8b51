"""Finds the languages of events: those that a file names, or those that the letters of a text show."""

import re
from collections import Counter
from collections.abc import Collection

from kiosk.authoring.imports.found_event import FoundEvent, FoundProgramme
from kiosk.base.kiosk_toml.rules import LANGUAGES

_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,3}")


def stated_code(language: str) -> str:
    """The code in what a file says of a language: 'de' of 'de-DE', '' of 'German'."""
    code = re.split(r"[-_]", language.strip().lower())[0]
    return code if _CODE.fullmatch(code) else ""


def text_language(event: FoundEvent, usual: str) -> str:
    """The language of the pack in which the texts of an event are shown; `usual` if nothing says it."""
    code = stated_code(event.language)
    if code in LANGUAGES:
        return code
    text = f"{event.title} {event.summary} {event.body}"
    cyrillic, latin = (len(letters.findall(text)) for letters in (_CYRILLIC, _LATIN))
    if cyrillic > latin:
        return "kk" if _KAZAKH.search(text) else "ru"
    return usual


def usual_language(wanted: str, pack: Collection[str]) -> str:
    """The language of texts that show none: `wanted`, else English, else the first of the pack."""
    if wanted:
        return wanted
    return "en" if not pack or "en" in pack else next(iter(pack))


def used_languages(programme: FoundProgramme, usual: str) -> list[str]:
    """The languages of a programme's texts, the most frequent first."""
    counts: Counter[str] = Counter()
    for event in programme.events:
        counts.update(list(event.translations) or [text_language(event, usual)])
    return sorted(counts, key=lambda code: (-counts[code], LANGUAGES.index(code))) or [usual]
