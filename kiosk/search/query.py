"""Reads what a visitor has typed as terms of a programme: as it stands, or as it was meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.search.endings import beginnings, stem
from kiosk.search.fold import words
from kiosk.search.keyboard import other_layout
from kiosk.search.letters import cyrillic, latin
from kiosk.search.vocabulary import Vocabulary

_IDLE = frozenset(
    """в во на для и с со по о об из к у от до за или мен және үшін бен пен да де the a an in on at for of to
    and or with by""".split()
)
"""Words that stand in nearly every text; those that a search is for stand beside them."""
_MOST_WORDS = 8
_SHORTEST_PART = 4
"""Letters from which on a word is looked for inside others."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A word as it was typed, its term, and the beginnings of terms it can stand for; none: nobody has it."""

    text: str
    term: str
    readings: tuple[str, ...] = ()


def read(text: str, vocabulary: Vocabulary) -> tuple[Typed, ...]:
    """The words of `text`, each as far as the programme has it."""
    found: list[Typed] = []
    for chunk in text.split():
        here = [Typed(chunk, word.term, _readings(word.term, vocabulary)) for word in words(chunk)]
        if not here or not all(word.readings for word in here):
            other = [Typed(chunk, word.term, (word.term,)) for word in words(other_layout(chunk))]
            if other and all(vocabulary.begins(word.term) for word in other):
                here = other
        found += here
    found = [_shortened(word, vocabulary) for word in _joined(found, vocabulary)]
    wanted = [word for word in found if word.term not in _IDLE]
    return tuple((wanted or found)[:_MOST_WORDS])


def looser(typed: Sequence[Typed], vocabulary: Vocabulary) -> tuple[Typed, ...]:
    """The same words, each with any ending and as the later part of others."""
    return tuple(
        replace(word, readings=_apart([*map(stem, word.readings), *_within(word.term, vocabulary)]))
        for word in typed
    )


def mended(typed: Sequence[Typed], vocabulary: Vocabulary) -> tuple[Typed, ...]:
    """The same words, those that nobody has as they were probably meant; () when one cannot be guessed."""
    found = tuple(word if word.readings else _mended(word, vocabulary) for word in typed)
    return found if all(word.readings for word in found) else ()


def _readings(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """As it stands and, for Latin letters, in Cyrillic; Cyrillic in Latin only when it is nothing as it stands."""
    plain = [term] if vocabulary.begins(term) else []
    if term.isascii():
        return _apart([*plain, *cyrillic(term, vocabulary.begins)])
    return tuple(plain) or _apart(latin(term, vocabulary.begins))


def _joined(typed: Sequence[Typed], vocabulary: Vocabulary) -> list[Typed]:
    """Two words that the programme only has as one: 'мейкер спейс'."""
    found: list[Typed] = []
    for word in typed:
        if found and not (word.readings and found[-1].readings):
            term = found[-1].term + word.term
            if readings := _readings(term, vocabulary):
                found[-1] = Typed(f"{found[-1].text} {word.text}", term, readings)
                continue
        found.append(word)
    return found


def _shortened(word: Typed, vocabulary: Vocabulary) -> Typed:
    """A word nobody has with this ending, without it; else as the later part of others."""
    if word.readings:
        return word
    forms = (_readings(form, vocabulary) for form in beginnings(word.term))
    return replace(word, readings=next(filter(None, forms), tuple(_within(word.term, vocabulary))))


def _within(term: str, vocabulary: Vocabulary) -> list[str]:
    return vocabulary.within(term) if len(term) >= _SHORTEST_PART else []


def _mended(word: Typed, vocabulary: Vocabulary) -> Typed:
    found = vocabulary.near(word.term)
    if not found and word.term.isascii():
        found = vocabulary.near(next(iter(cyrillic(word.term, lambda _: True)), ""))
    return replace(word, readings=tuple(found[:1]))


def _apart(beginnings: Iterable[str]) -> tuple[str, ...]:
    """Those that no other of them covers, in the same order."""
    found = list(dict.fromkeys(beginnings))
    return tuple(one for one in found if not any(one != other and one.startswith(other) for other in found))
