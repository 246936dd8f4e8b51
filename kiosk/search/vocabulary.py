"""The vocabulary of a programme: finds terms by prefix, by part and by edit distance."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

_LAST = "\U0010ffff"
"""Sorts after every letter."""

_MAX_CONTAINING = 20


class Vocabulary:
    """Folded terms, sorted by code point; `documents` are the numbers of events that contain them."""

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
        """A few terms that contain `part` after their start, as 'ультрамарафон' contains 'марафон'."""
        found: list[str] = []
        at = self._lines.find(part)
        while at >= 0 and len(found) < _MAX_CONTAINING:
            start, end = self._lines.rindex("\n", 0, at) + 1, self._lines.index("\n", at)
            if start < at:
                found.append(self._lines[start:end])
            at = self._lines.find(part, end)
        return found

    def similar_prefixes(self, word: str) -> list[str]:
        """The prefixes of terms that `word` may have been meant as, the likeliest first.

        An edit is a letter inserted, deleted or substituted, or two transposed; a word of three letters may
        have one, one of six letters two. Only prefixes with the fewest edits are returned. Edits of the first
        letter are less likely than others; a whole word, and a term of more events, is likelier.
        """
        for max_edits in range(1, min(len(word) // 3, 2) + 1):
            if found := sorted(_prefixes_within_distance(self._terms, word, max_edits)):
                return sorted(
                    found, key=lambda one: (one[0] != word[0], one not in self, -self._event_count(one), one)
                )
        return []

    def _event_count(self, prefix: str) -> int:
        """The number of events of the terms with that prefix; an event with two of them counts twice."""
        first, last = (bisect_left(self._terms, end) for end in (prefix, prefix + _LAST))
        return sum(self._documents[first:last])


def _prefixes_within_distance(terms: Sequence[str], word: str, max_edits: int) -> Iterator[str]:
    """Yield the prefixes of terms that are within `max_edits` of `word`.

    Walks over the letters of the terms, each step one row of the matrix of edit distances (optimal string
    alignment); a branch ends when its best cell has too many edits.
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
            edits = _distance_row(word, step, above, row, max_edits)
            if edits[-1] <= max_edits:
                yield step
            if min(edits) <= max_edits:
                stack.append((low, end, step, row, edits))
            low = end


def _distance_row(word: str, prefix: str, above: list[int], row: list[int], max_edits: int) -> list[int]:
    """The row of `prefix` from those of the two shorter prefixes: its edits from each prefix of `word`.

    Only prefixes of `word` nearly as long as `prefix` can be within `max_edits`.
    """
    depth, letter, before = len(prefix), prefix[-1], prefix[-2:-1]
    edits = [max_edits + 1] * (len(word) + 1)
    if depth <= max_edits:
        edits[0] = depth
    for place in range(max(0, depth - max_edits - 1), min(len(word), depth + max_edits)):
        typed = word[place]
        least = min(row[place] + (typed != letter), row[place + 1] + 1, edits[place] + 1)
        if typed == before and place and word[place - 1] == letter:
            least = min(least, above[place - 1] + 1)
        edits[place + 1] = least
    return edits
