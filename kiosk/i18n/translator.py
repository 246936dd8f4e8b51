"""Translates sentence ids into Kazakh, Russian and English, with plurals."""

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol, TypeVar, runtime_checkable

from kiosk.base import paths
from kiosk.base.display_text import DisplayText, display_line
from kiosk.base.errors import KioskError
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.model import Audience, Language, Text
from kiosk.base.sentence_ids import PluralId, ScreensId, SentenceId

__all__ = [
    "LANGUAGES",
    "Translator",
    "capitalise",
    "find_sentence",
    "pick_translation",
    "plural_form",
    "system_language",
    "translator",
]

Id = TypeVar("Id", bound=SentenceId)

_FALLBACKS: dict[str, tuple[Language, ...]] = {
    "kk": ("kk", "ru", "en"),
    "ru": ("ru", "en", "kk"),
    "en": ("en", "ru", "kk"),
}

_LANGUAGE_NAMES: dict[Language, ScreensId] = {
    "kk": "screens.language.kk",
    "ru": "screens.language.ru",
    "en": "screens.language.en",
}
_AUDIENCE_NAMES: dict[Audience, ScreensId] = {
    "children": "screens.audience.children",
    "students": "screens.audience.students",
    "teachers": "screens.audience.teachers",
    "entrepreneurs": "screens.audience.entrepreneurs",
    "artists": "screens.audience.artists",
    "athletes": "screens.audience.athletes",
    "professionals": "screens.audience.professionals",
    "everyone": "screens.audience.everyone",
}


@runtime_checkable
class InLanguage(Protocol):
    """A value of a sentence that is written otherwise in each language, such as a time."""

    def text_in(self, language: str) -> str:
        """The value in one language."""


class Translator:
    """The sentences of one language, each file read when first needed (ADR 6)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._domains: dict[str, dict[str, str]] = {}

    def text(self, id: SentenceId, /, **values: object) -> str:
        """The sentence `id` with its {placeholders} filled; a KioskError value is replaced by its sentence.

        An InLanguage value is replaced by its text. A tuple gives one line per value. Every other value
        passes `display_line`, and the whole is bounded
        as in `display_sentence`. KeyError when a value is missing: a bug.
        """
        return self._fill(id, values)

    def plural(self, id: PluralId, n: int | float, /, **values: object) -> str:
        """The sentence `id` in the plural form of the number `n`, which fills {n}."""
        return self._fill(f"{id}.{plural_form(self.language, n)}", {**values, "n": n})

    def error(self, error: KioskError) -> str:
        """The sentence of an error."""
        return self._fill(error.code, error.detail)

    def language_name(self, code: str) -> str:
        """The name of the language with this code; the code when the kiosk has no name for it."""
        id = find_sentence(_LANGUAGE_NAMES, code)
        return self.text(id) if id else code

    def audience_name(self, code: str) -> str:
        """The name of the audience with this code; the code when the kiosk has no name for it."""
        id = find_sentence(_AUDIENCE_NAMES, code)
        return self.text(id) if id else code

    def _fill(self, id: str, values: Mapping[str, object]) -> str:
        domain, _, rest = id.partition(".")
        sentence = self._load_domain(domain)[rest]
        return sentence.format_map({name: self._format_value(value) for name, value in values.items()})

    def _format_value(self, value: object) -> str:
        if isinstance(value, KioskError):
            return self.error(value)
        if isinstance(value, tuple):
            return "\n".join(map(self._format_value, value))
        if isinstance(value, DisplayText):
            return value
        is_plain = isinstance(value, str | int)  # first: a protocol is asked slowly
        said = value.text_in(self.language) if not is_plain and isinstance(value, InLanguage) else value
        return display_line(str(said))

    def _load_domain(self, name: str) -> dict[str, str]:
        if name not in self._domains:
            file = paths.resources() / "i18n" / self.language / f"{name}.json"
            try:
                self._domains[name] = json.loads(file.read_text("utf-8"))
            except FileNotFoundError:
                raise KeyError(name) from None
        return self._domains[name]


def find_sentence(table: Mapping[Any, Id], value: object) -> Id | None:
    """The sentence of a value that comes from outside and may be one that the table does not know: None."""
    return table.get(value) if isinstance(value, str) else None


@cache
def translator(language: str) -> Translator:
    """The shared translator of a language; KeyError unless it is one of LANGUAGES."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return Translator(language)


def capitalise(text: str) -> str:
    """`said` with its first letter capitalised."""
    return text[:1].upper() + text[1:]


def plural_form(language: str, n: int | float) -> str:
    """The plural form 'one', 'few', 'many' or 'other', by the cardinal rules of Unicode CLDR."""
    if n != int(n):
        return "other"
    if language != "ru":
        return "one" if n == 1 else "other"
    ones, tens = n % 10, n % 100
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"


def pick_translation(text: Text, language: str) -> tuple[str, Language]:
    """The text in `language` or the nearest one available, and the language it is in.

    Nearest is what most people in Kazakhstan who chose that language read next: after Kazakh it is
    Russian; after English, Russian; after Russian, English. KeyError when `text` has none of them.
    """
    found = next((code for code in _FALLBACKS[language] if code in text), _FALLBACKS[language][0])
    return text[found], found


def system_language() -> str:
    """The language of the user's environment, looked up as gettext does; English if it is not supported."""
    named = map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    tags = next(filter(None, named), "").replace(".", "_").split(":")
    codes = (tag.split("_")[0] for tag in tags)
    return next((code for code in codes if code in LANGUAGES), "en")
