"""Folds text so that the spellings visitors are likely to type become equal; used by index and query."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

_PLAIN = str.maketrans("әғқңөұүһіəıŋ", "агкноуухиain")
"""Letters of Kazakh, in Cyrillic and in Latin script, that do not decompose into a letter and a mark."""
_LOOK_ALIKES = str.maketrans("abcehikmoptxy", "авсеникмортху")
_LOOK_ALIKE = re.compile("[abcehikmoptxy]")
_CYRILLIC_WORD = re.compile(r"\w*[\u0400-\u04ff]\w*")
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_COMPOUND = re.compile(rf"{_WORD.pattern}(?:[-‐‑–'’ʼ`.&]{_WORD.pattern})*")
"""Words joined by a hyphen, an apostrophe or the point of 'U.S.'."""
_CACHE_SIZE = 1 << 16
"""Compounds whose terms are cached: a large programme repeats its words a hundred times."""


class _FoldedLetters(dict[int, str]):
    """The folded form of each letter, computed on first use."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code).casefold())
        plain = "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))
        self[code] = plain.translate(_PLAIN)
        return self[code]


_FOLDED = _FoldedLetters()


class Word(NamedTuple):
    """A word of a text: its folded form and its position in the text (`end` is exclusive)."""

    term: str
    start: int
    end: int


def fold(text: str) -> str:
    """`text` without the differences people leave out or mix up; idempotent.

    Case and marks are removed (й is и, ё is е, é is e), Kazakh letters become the Russian ones they are typed
    as without a Kazakh keyboard, and Latin look-alikes inside a Cyrillic word become Cyrillic.
    """
    plain = text.translate(_FOLDED)
    if not _LOOK_ALIKE.search(plain):  # most texts in Cyrillic
        return plain
    return _CYRILLIC_WORD.sub(lambda word: word[0].translate(_LOOK_ALIKES), plain)


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order."""
    for found in _WORD.finditer(text):
        if term := _term(found[0]):
            yield Word(term, found.start(), found.end())


def terms(text: str) -> set[str]:
    """The search terms of `text`: its words, and the parts of 'Усть-Каменогорск' joined as well."""
    return {term for compound in set(_COMPOUND.findall(text)) for term in _compound_terms(compound)}


def find_prefix_matches(text: str, prefixes: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) in `text` where a word begins with the longest of the folded `prefixes`.

    'устькам' matches 'Усть-Каменогорск'; a match across a hyphen takes precedence over one after it.
    """
    prefix_tuple = tuple(prefixes)
    for found in _COMPOUND.finditer(text):
        if not any(term.startswith(prefix_tuple) for term in _compound_terms(found[0])):
            continue
        parts = list(words(found[0]))
        whole = "".join(part.term for part in parts)
        if letters := _longest_prefix(whole, prefixes, len(parts[0].term)):
            yield found.start(), found.start() + written_length(found[0], letters)
            continue
        for part in parts:
            if letters := _longest_prefix(part.term, prefixes):
                start = found.start() + part.start
                yield start, start + written_length(found[0][part.start : part.end], letters)


def written_length(word: str, letters: int) -> int:
    """The number of code points of `word` that the first `letters` of its term cover."""
    folded = 0
    for length, letter in enumerate(word):
        plain = sum(map(str.isalnum, _FOLDED[ord(letter)]))
        if folded >= letters and plain:
            return length
        folded += plain
    return len(word)


@lru_cache(_CACHE_SIZE)
def _compound_terms(compound: str) -> tuple[str, ...]:
    """The terms of its words, and the joined terms up to each of them."""
    alone = [word.term for word in words(compound)]
    return (*alone, *("".join(alone[:length]) for length in range(2, len(alone) + 1)))


def _longest_prefix(term: str, prefixes: Collection[str], longer_than: int = 0) -> int:
    """The length of the longest of `prefixes` of `term` longer than `longer_than`; else 0."""
    lengths = (len(one) for one in prefixes if len(one) > longer_than and term.startswith(one))
    return max(lengths, default=0)


def _term(word: str) -> str:
    return "".join(filter(str.isalnum, fold(word)))
