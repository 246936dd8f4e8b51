"""Notes on texts that are hardly in the language they are said to be in."""

import re
from collections.abc import Iterator, Mapping

from kiosk.authoring.source.problems import Path, Problem, Severity
from kiosk.authoring.source.raw_source import Entry

_KAZAKH_LETTER = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+")
_RUSSIAN_WORD = re.compile(r"\b(?:и|в|на|для|с|по|от|к|о|из|не|что|это|как|при|или)\b", re.IGNORECASE)
_ENOUGH_LETTERS = 40
"""Cyrillic letters, after which a Kazakh text without any letter of its own is unlikely."""
_KAZAKH_SHARE = 0.25
"""The share of words with Kazakh letters; Russian texts have single names with them."""
COMPARED = ("title", "tagline", "summary", "body", "alt", "audience_note")
"""Kinds of text that are not names, of which many are the same in all languages."""
_FEWEST_WORDS = 3
"""Names of one or two words are often the same in all languages."""


def note_languages(entry: Entry, path: Path, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Warn of a text that stands in the column of another language, or in two."""
    if same := _languages_with_the_same(texts):
        yield entry.make_note(
            Severity.WARNING, "text_same", (*path, same[-1]), languages=", ".join(sorted(same))
        )
        return
    if "ru" in texts and (word := _find_kazakh(texts["ru"])):
        yield entry.make_note(Severity.WARNING, "text_kazakh", (*path, "ru"), value=word)
    if "kk" in texts and _is_russian(texts["kk"]):
        yield entry.make_note(Severity.WARNING, "text_russian", (*path, "kk"))


def _languages_with_the_same(texts: Mapping[str, str]) -> list[str]:
    """The languages of the first text that stands in several, by their order in the source."""
    if len(set(texts.values())) == len(texts):
        return []
    by_words: dict[str, list[str]] = {}
    for language, words in texts.items():
        if len(words.split()) >= _FEWEST_WORDS:
            by_words.setdefault(words, []).append(language)
    return next((languages for languages in by_words.values() if len(languages) > 1), [])


def _find_kazakh(words: str) -> str:
    """The first Kazakh word of a text that has too many of them for Russian; ''."""
    if not _KAZAKH_LETTER.search(words):
        return ""
    cyrillic = _CYRILLIC_WORD.findall(words)
    kazakh = [word for word in cyrillic if _KAZAKH_LETTER.search(word)]
    return kazakh[0] if len(kazakh) >= _KAZAKH_SHARE * len(cyrillic) else ""


def _is_russian(words: str) -> bool:
    """Whether a text in Cyrillic letters has none of Kazakh, and Russian words or many letters."""
    if _KAZAKH_LETTER.search(words):
        return False
    letters = sum(map(len, _CYRILLIC_WORD.findall(words)))
    return letters >= _ENOUGH_LETTERS or bool(letters and _RUSSIAN_WORD.search(words))
