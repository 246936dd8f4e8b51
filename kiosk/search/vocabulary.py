"""All terms of a programme, to be asked whether one begins so, and which are a slip of the finger away."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

_LAST = "\U0010ffff"
"""Sorts after every letter."""

_MAX_CONTAINING = 20


class Vocabulary:
    """Folded terms, sorted by code point; `documents` has in how many events each is."""

    def __init__(self, terms: Sequence[str], documents: Sequence[int]) -> None:
        self._terms = terms
        self._documents = documents
        self._lines = "\n".join(["", *terms, ""])

    def __contains__(self, term: str) -> bool:
        at = bisect_left(self._terms, term)
        return at < len(self._terms) and self._terms[at] == term

    def has_prefix(self, prefix: str) -> bool:
        """Whether any term begins with `prefix`."""
        at = bisect_left(self._terms, prefix)
        return at < len(self._terms) and self._terms[at].startswith(prefix)

    def terms_containing(self, part: str) -> list[str]:
        """Terms that have `part` further in, as 'ультрамарафон' has 'марафон'; not more than a few."""
        found: list[str] = []
        at = self._lines.find(part)
        while at >= 0 and len(found) < _MAX_CONTAINING:
            start, end = self._lines.rindex("\n", 0, at) + 1, self._lines.index("\n", at)
            if start < at:
                found.append(self._lines[start:end])
            at = self._lines.find(part, end)
        return found

    def similar_prefixes(self, word: str) -> list[str]:
        """The beginnings of terms that `word` may have been meant as, the likeliest first.

        A slip is a letter too many, too few, another one, or two that have changed places; a word of three
        letters may have one, one of six two. Only those with the fewest slips are given. Slips in the first
        letter are rarer than others; what is a whole word, and in more events, is likelier.
        """
        for most in range(1, min(len(word) // 3, 2) + 1):
            if found := sorted(_prefixes_within_distance(self._terms, word, most)):
                return sorted(
                    found, key=lambda one: (one[0] != word[0], one not in self, -self._event_count(one), one)
                )
        return []

    def _event_count(self, prefix: str) -> int:
        """In how many events the terms with that beginning are, those in two counted twice."""
        first, last = (bisect_left(self._terms, end) for end in (prefix, prefix + _LAST))
        return sum(self._documents[first:last])


def _prefixes_within_distance(terms: Sequence[str], word: str, most: int) -> Iterator[str]:
    """The prefixes of terms that are within `most` slips of `word`.

    A walk over the letters of the terms, each step one row of the matrix of edit distances (optimal string
    alignment); a branch ends when its best cell has too many slips.
    """
    width = len(word) + 1
    start = list(range(width))
    stack = [(0, len(terms), "", start, start)]
    while stack:
        low, high, prefix, above, row = stack.pop()
        while low < high:
            if len(terms[low]) == len(prefix):
                low += 1
                continue
            step = prefix + terms[low][len(prefix)]
            end = bisect_left(terms, step + _LAST, low, high)
            slips = _distance_row(word, step, above, row, most)
            if slips[-1] <= most:
                yield step
            if min(slips) <= most:
                stack.append((low, end, step, row, slips))
            low = end


def _distance_row(word: str, prefix: str, above: list[int], row: list[int], most: int) -> list[int]:
    """From the rows of the two shorter prefixes that of `prefix`: its slips from each beginning of `word`.

    Only beginnings nearly as long as the prefix can have as few as `most`.
    """
    depth, letter, before = len(prefix), prefix[-1], prefix[-2:-1]
    slips = [most + 1] * (len(word) + 1)
    if depth <= most:
        slips[0] = depth
    for place in range(max(0, depth - most - 1), min(len(word), depth + most)):
        typed = word[place]
        least = min(row[place] + (typed != letter), row[place + 1] + 1, slips[place] + 1)
        if typed == before and place and word[place - 1] == letter:
            least = min(least, above[place - 1] + 1)
        slips[place + 1] = least
    return slips
