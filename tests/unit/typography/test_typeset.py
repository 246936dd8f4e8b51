"""Whatever the text: letters stay, nothing is set twice, no run is longer than a line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.i18n.translator import LANGUAGES
from kiosk.typography.pieces import typeset_pieces
from kiosk.typography.rules import JOINER, NO_BREAK
from kiosk.typography.ties import MAX_RUN
from kiosk.typography.typeset import typeset

WORDS = [
    *[
        "в",
        "не",
        "Я",
        "а",
        "I",
        "a",
        "да",
        "ме",
        "ба",
        "Алматы",
        "кітап",
        "клуб",
        "IT-клуб",
        "e-mail",
        "іс-шара",
        "№",
        "5",
        "2016",
        "10000",
        "года",
        "теңге",
        "18:00-19:30",
    ],
    *[
        "15–21",
        "-",
        "–",
        "—",
        '"Друзья"',
        "«",
        "»",
        "„",
        "“",
        '"',
        "Пушкин",
        "г.",
        "kz.usembassy.gov",
        "a@b.kz",
        "·",
        "2016-04-03",
        "--all",
        "May",
        "3",
        "қ.",
    ],
    *("1 500 000", "А. С.", "+7 727 250 76 12", "Dave's", "\u00a0", 'x = "a-b"', "\n"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(
    st.sampled_from("аәібвеІкня AIab05 -–—\"'«»“„.,:@/\n\u00a0\u202f"), max_size=40
)
ANY_LANGUAGE = st.sampled_from(LANGUAGES)
SET = re.compile("[ \u00a0\u202f\u2060,\"'«»“”„‘’–—-]")


@given(TEXTS, ANY_LANGUAGE)
def test_letters_digits_and_other_marks_stay(text: str, language: str) -> None:
    assert SET.sub("", typeset(text, language)) == SET.sub("", text)


@given(TEXTS, ANY_LANGUAGE)
def test_what_is_set_is_not_set_again(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(st.lists(st.sampled_from([*WORDS, "қанағаттандырылмағандықтарыңыздан"]), max_size=20), ANY_LANGUAGE)
def test_no_tie_makes_a_run_that_is_longer_than_a_line(words: list[str], language: str) -> None:
    runs = re.split("[ \n]", typeset(" ".join(words), language).replace(JOINER, ""))
    tied = [run for run in runs if NO_BREAK in run and "727" not in run and "usembassy" not in run]
    assert [run for run in tied if len(run) > MAX_RUN] == []


@given(st.lists(TEXTS, max_size=4), ANY_LANGUAGE)
def test_pieces_are_set_as_a_whole(pieces: list[str], language: str) -> None:
    shown = list(typeset_pieces(pieces, language))
    assert "".join(shown) == typeset("".join(pieces), language)
    assert [SET.sub("", one) for one in shown] == [SET.sub("", one) for one in pieces]


@pytest.mark.parametrize(
    "text",
    [
        "https://a-b.kz/c-d?e=1-2",
        "us-mission@state-dept.gov",
        "kz.usembassy.gov/a-b",
        "report-2016-04.xlsx",
        "kiosk trust allow --pack-file",
        'share = "/mnt/a-b"',
        "/media/of-a/b-1/first",
        "~/x-y/z",
        "2016-04-03T14:20",
        "#TechForum25",
    ],
)
def test_what_is_typed_as_it_stands_is_not_set(text: str) -> None:
    assert typeset(text, "ru").replace(NO_BREAK, " ") == text


def sentences(checkout: Path, language: str) -> Iterator[str]:
    """Every sentence of the interface, and every text of the demo programme."""
    for file in (checkout / "resources/i18n" / language).glob("*.json"):
        yield from json.loads(file.read_text("utf-8")).values()
    for file in (checkout / "data").rglob("*.toml"):
        yield from re.findall(rf'^{language} = "(.+)"$', file.read_text("utf-8"), re.MULTILINE)


ENDS = {
    "ru": re.compile("(?<![^ («„\u00a0])[а-яёА-ЯЁ]{1} "),
    "kk": re.compile(" (?:[дтмбп][ае])(?![\\w-])"),
    "en": re.compile("(?<![^ (“\u00a0])(?:a|I) "),
}
"""A place at which a line might end after a short word, in Kazakh before one."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_breaks_at_a_short_word(language: str, checkout: Path) -> None:
    """Unless the word beside it fills a line of its own."""
    found = []
    for sentence in sentences(checkout, language):
        for place in ENDS[language].finditer(drawn := typeset(sentence, language)):
            around = re.split("[ \n]", drawn[max(0, place.start() - 60) : place.end() + 60])
            if all(len(run) < MAX_RUN // 2 for run in around):
                found.append(drawn)
    assert found == []


def test_no_number_is_broken(checkout: Path) -> None:
    drawn = [typeset(one, language) for language in LANGUAGES for one in sentences(checkout, language)]
    assert len(drawn) > 4000
    telephone, date = re.compile(f"[+]7[\\d{NO_BREAK}]+"), re.compile(r"\d{4}-\d\d")
    bare = [date.sub("", telephone.sub("", one)) for one in drawn]
    assert [one for one in bare if re.search(r"\d \d{3}(?!\d)|\d[-–]\d", one)] == []
