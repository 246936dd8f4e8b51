"""Two hundred phrases of three languages are set as their languages ask for."""

from pathlib import Path

import pytest

from kiosk.typography.rules import JOINER, NO_BREAK, THIN
from kiosk.typography.typeset import typeset

PHRASES = [
    tuple(line.split(" | "))
    for line in Path(__file__).with_name("phrases.txt").read_text("utf-8").splitlines()[1:]
]


def shown(text: str) -> str:
    """`text` with signs for the characters that nobody sees."""
    return text.replace(NO_BREAK, "~").replace(THIN, "_").replace(JOINER, "^")


def test_there_are_two_hundred_phrases() -> None:
    assert len(PHRASES) >= 200
    assert {language for language, *_ in PHRASES} == {"en", "kk", "ru"}


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_each_phrase_is_set_by_its_language(language: str) -> None:
    phrases = [phrase[1:] for phrase in PHRASES if phrase[0] == language]
    wrong = [(shown(typeset(written, language)), wanted) for written, wanted in phrases]
    assert [pair for pair in wrong if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("page", "text", "wanted"),
    [
        ("en", "Книга о море, которую читают все", "Книга о~море, которую читают все"),
        ("kk", "Встреча с писателем и его друзьями", "Встреча с~писателем и~его друзьями"),
        ("ru", "Сіз де келіңіз, достарыңыз да келсін", "Сіз~де келіңіз, достарыңыз~да келсін"),
        ("ru", "The Exchange: a film", "The~Exchange: a~film"),
        ("kk", 'The "Exchange"', "The “Exchange”"),
    ],
)
def test_a_text_of_another_language_keeps_its_own_rules(page: str, text: str, wanted: str) -> None:
    assert shown(typeset(text, page)) == wanted
