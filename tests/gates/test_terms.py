"""The interface has one word a thing: no sentence uses a variant that docs/terms.md rules out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.i18n.translator import LANGUAGES
from tests.gates.test_i18n import sentences

TOKEN = re.compile(r"\b(en|kk|ru)\b|`([^`]+)`")
NOT_WORDS = re.compile(r'\{\w*\}|\b\w+ = "[^"]*"|«kiosk [^»]*»|“kiosk [^”]*”')
"""What is filled in, and what is typed into a file or a terminal as it stands."""


class Variant(NamedTuple):
    """A variant of a term that a language must not use."""

    language: str
    words: str

    def search(self, sentence: str) -> bool:
        """Whether the sentence has these words; `*` is any ending, `^…$` the whole sentence."""
        words = re.escape(self.words.strip("^$")).replace(r"\*", r"\w*")
        bare = NOT_WORDS.sub(" ", sentence).strip()
        if self.words.startswith("^"):
            return bool(re.fullmatch(words, bare, re.IGNORECASE))
        return bool(re.search(rf"(?<!\w){words}(?!\w)", bare, re.IGNORECASE))


def rows(checkout: Path) -> list[list[str]]:
    """The cells of the table of terms, a list for each term."""
    page = (checkout / "docs/terms.md").read_text("utf-8")
    table = page.partition("## Terms\n")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def variants(checkout: Path) -> Iterator[Variant]:
    """All variants of all terms."""
    for row in rows(checkout):
        language = ""
        for code, words in TOKEN.findall(row[3]):
            language = code or language
            if words:
                yield Variant(language, words)


def test_the_table_is_whole(checkout: Path) -> None:
    assert len(rows(checkout)) > 20
    assert all(len(row) == 5 and all(row[:3]) for row in rows(checkout))
    assert {found.language for found in variants(checkout)} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_uses_a_variant(language: str, checkout: Path) -> None:
    forbidden = [found for found in variants(checkout) if found.language == language]
    wrong = [
        f"{id}: '{found.words}' in '{sentence}'"
        for id, sentence in sentences(checkout, language).items()
        for found in forbidden
        if found.search(sentence)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_a_variant(language: str, checkout: Path) -> None:
    """What the table asks for, it does not rule out in another row."""
    column = ("en", "kk", "ru").index(language)
    terms = [row[column] for row in rows(checkout)]
    forbidden = [found for found in variants(checkout) if found.language == language]
    assert [(term, found.words) for term in terms for found in forbidden if found.search(term)] == []


@pytest.mark.parametrize(
    ("words", "sentence", "is_found"),
    [
        ("событи*", "Прошедшие События.", True),
        ("share", "Look at the share, please.", True),
        ("share", 'Put a line share = "/mnt/…" into kiosk.toml.', False),
        ("бұрыш", "Осы бұрыш бос.", True),
        ("бұрыш", "Американ бұрышы", False),
        ("marked", "The {marked} events", False),
        ("^register$", "Register", True),
        ("^register$", "Register on your phone", False),
    ],
)
def test_a_variant_is_found_as_a_word(words: str, sentence: str, is_found: bool) -> None:
    assert Variant("", words).search(sentence) is is_found
