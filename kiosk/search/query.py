"""Reads what a visitor has typed as terms of a programme: as it stands, or as it was meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.search.fold import terms, words
from kiosk.search.keyboard_layout import other_layout
from kiosk.search.stemming import beginnings, stem
from kiosk.search.transliteration import cyrillic, latin
from kiosk.search.vocabulary import Vocabulary

_IDLE = terms(
    """в во на для и с со по о об из к у от до за или мен және үшін бен пен да де the a an in on at for of to
    and or with by"""
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
    chunks = [word for chunk in text.split() for word in _chunk(chunk, vocabulary)]
    found = [part for word in _joined(chunks, vocabulary) for part in _shortened(word, vocabulary)]
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


def _chunk(chunk: str, vocabulary: Vocabulary) -> list[Typed]:
    """The words between two spaces; by the keys of the other layout when the programme has those words only.

    A few letters can be anything in another alphabet, so that those are read by sound first.
    """
    here = [Typed(chunk, word.term, _readings(word.term, vocabulary)) for word in words(chunk)]
    plain = here and all(vocabulary.begins(word.term) for word in here)
    if not plain and (len(chunk) >= _SHORTEST_PART or not all(word.readings for word in here)):
        other = [Typed(chunk, word.term, (word.term,)) for word in words(other_layout(chunk))]
        if other and all(vocabulary.begins(word.term) for word in other):
            return other
    return here


def _readings(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """As it stands and, for Latin letters, in Cyrillic; Cyrillic in Latin only if not."""
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


def _shortened(word: Typed, vocabulary: Vocabulary) -> list[Typed]:
    """A word nobody has: without its ending, or as the later part of others, or as two written as one."""
    if word.readings:
        return [word]
    forms = (_readings(form, vocabulary) for form in beginnings(word.term))
    readings = next(filter(None, forms), ()) or tuple(_within(word.term, vocabulary))
    if readings:
        return [replace(word, readings=readings)]
    return [Typed(word.text, part, (part,)) for part in _parts(word.term, vocabulary)] or [word]


def _parts(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """'love' and 'code' of 'lovetocode'; () for what is no such word."""
    for at in range(len(term) - _SHORTEST_PART, _SHORTEST_PART - 2, -1):
        head, rest = term[:at], term[at:]
        if head in vocabulary:
            tails = (rest, *(rest[len(idle) :] for idle in sorted(_IDLE) if rest.startswith(idle)))
            for tail in tails:
                if len(tail) >= _SHORTEST_PART and vocabulary.begins(tail):
                    return head, tail
    return ()


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
