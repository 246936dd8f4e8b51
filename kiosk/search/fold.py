"""Folds text so that any spelling a visitor is likely to type is the same: index and query share it."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")
_LATIN = str.maketrans({"ə": "a", "ı": "i", "ŋ": "n"})
"""Letters of Kazakh in Latin script that have no marks to lose."""
_LOOK_ALIKES = str.maketrans("abcehikmoptxy", "авсенікмортху")
_CYRILLIC_WORD = re.compile(r"\w*[\u0400-\u04ff]\w*")
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_COMPOUND = re.compile(rf"{_WORD.pattern}(?:[-‐‑–'’ʼ`.&]{_WORD.pattern})*")
"""Words that only a hyphen, an apostrophe or the point of 'U.S.' joins."""
_CACHE_SIZE = 1 << 16
"""Words whose term is kept: a large programme repeats its words a hundred times."""


class _FoldedLetters(dict[int, str]):
    """The folded form of each letter, made when it is first met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code).casefold())
        plain = "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))
        self[code] = plain.translate(_LATIN)
        return self[code]


_FOLDED = _FoldedLetters()


class Word(NamedTuple):
    """A word of a text: its folded form, and where it stands in the text (`end` is not part of it)."""

    term: str
    start: int
    end: int


def fold(text: str) -> str:
    """`text` without what people leave out or mix up; folding twice changes nothing.

    Case and marks go (й is и, ё is е, é is e), Kazakh letters become the Russian ones they are typed as
    without a Kazakh keyboard, and Latin look-alikes inside a Cyrillic word become Cyrillic.
    """
    plain = text.translate(_FOLDED)
    return _CYRILLIC_WORD.sub(lambda word: word[0].translate(_LOOK_ALIKES), plain).translate(_KAZAKH)


def words(text: str) -> Iterator[Word]:
    """The words of `text` in order; what lies between them counts for nothing."""
    for found in _WORD.finditer(text):
        if term := _term(found[0]):
            yield Word(term, found.start(), found.end())


def terms(text: str) -> set[str]:
    """What `text` is found by: its words, and the parts of 'Усть-Каменогорск' as one word too."""
    return {term for compound in set(_COMPOUND.findall(text)) for term in _compound_terms(compound)}


def find_prefix_matches(text: str, beginnings: Collection[str]) -> Iterator[tuple[int, int]]:
    """From where to where in `text` words begin with the longest of the folded `beginnings`.

    'устькам' begins 'Усть-Каменогорск'; what takes in a hyphen goes before what stands after it.
    """
    wanted = tuple(beginnings)
    for found in _COMPOUND.finditer(text):
        if not any(term.startswith(wanted) for term in _compound_terms(found[0])):
            continue
        parts = list(words(found[0]))
        whole = "".join(part.term for part in parts)
        if letters := _longest_prefix(whole, beginnings, len(parts[0].term)):
            yield found.start(), found.start() + written_length(found[0], letters)
            continue
        for part in parts:
            if letters := _longest_prefix(part.term, beginnings):
                start = found.start() + part.start
                yield start, start + written_length(found[0][part.start : part.end], letters)


def written_length(word: str, letters: int) -> int:
    """How many code points of `word` the first `letters` of its term take."""
    folded = 0
    for length, letter in enumerate(word):
        plain = sum(map(str.isalnum, _FOLDED[ord(letter)]))
        if folded >= letters and plain:
            return length
        folded += plain
    return len(word)


@lru_cache(_CACHE_SIZE)
def _compound_terms(compound: str) -> tuple[str, ...]:
    """The terms of its words, and all of the compound up to each of them."""
    alone = [word.term for word in words(compound)]
    return (*alone, *("".join(alone[:length]) for length in range(2, len(alone) + 1)))


def _longest_prefix(term: str, beginnings: Collection[str], beyond: int = 0) -> int:
    """The length of the longest of `beginnings` that `term` has, if it is longer than `beyond`; else 0."""
    lengths = (len(one) for one in beginnings if len(one) > beyond and term.startswith(one))
    return max(lengths, default=0)


def _term(word: str) -> str:
    return "".join(filter(str.isalnum, fold(word)))
