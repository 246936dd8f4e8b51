"""Reads what a visitor has typed as terms of a programme: as it stands, or as it was meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.search.fold import terms, words
from kiosk.search.keyboard_layout import switch_layout
from kiosk.search.stemming import stem, strip_endings
from kiosk.search.transliteration import to_cyrillic, to_latin
from kiosk.search.vocabulary import Vocabulary

_STOP_WORDS = terms(
    """в во на для и с со по о об из к у от до за или мен және үшін бен пен да де the a an in on at for of to
    and or with by"""
)
"""Words that stand in nearly every text; those that a search is for stand beside them."""
_MAX_WORDS = 8
_MIN_PART_LENGTH = 4
"""Letters from which on a word is looked for inside others."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word as it was typed, its term, and the beginnings of terms it can stand for; none: nobody has it."""

    text: str
    term: str
    readings: tuple[str, ...] = ()


def parse_query(text: str, vocabulary: Vocabulary) -> tuple[QueryWord, ...]:
    """The words of `text`, each as far as the programme has it."""
    chunks = [word for chunk in text.split() for word in _read_chunk(chunk, vocabulary)]
    found = [part for word in _join_words(chunks, vocabulary) for part in _shorten_word(word, vocabulary)]
    wanted = [word for word in found if word.term not in _STOP_WORDS]
    return tuple((wanted or found)[:_MAX_WORDS])


def loosen_words(typed: Sequence[QueryWord], vocabulary: Vocabulary) -> tuple[QueryWord, ...]:
    """The same words, each with any ending and as the later part of others."""
    return tuple(
        replace(
            word,
            readings=_drop_covered([*map(stem, word.readings), *_terms_containing(word.term, vocabulary)]),
        )
        for word in typed
    )


def correct_words(typed: Sequence[QueryWord], vocabulary: Vocabulary) -> tuple[QueryWord, ...]:
    """The same words, those that nobody has as they were probably meant; () when one cannot be guessed."""
    found = tuple(word if word.readings else _correct_word(word, vocabulary) for word in typed)
    return found if all(word.readings for word in found) else ()


def _read_chunk(chunk: str, vocabulary: Vocabulary) -> list[QueryWord]:
    """The words between two spaces; by the keys of the other layout when the programme has those words only.

    A few letters can be anything in another alphabet, so that those are read by sound first.
    """
    here = [QueryWord(chunk, word.term, _find_readings(word.term, vocabulary)) for word in words(chunk)]
    plain = here and all(vocabulary.has_prefix(word.term) for word in here)
    if not plain and (len(chunk) >= _MIN_PART_LENGTH or not all(word.readings for word in here)):
        other = [QueryWord(chunk, word.term, (word.term,)) for word in words(switch_layout(chunk))]
        if other and all(vocabulary.has_prefix(word.term) for word in other):
            return other
    return here


def _find_readings(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """As it stands and, for Latin letters, in Cyrillic; Cyrillic in Latin only if not."""
    plain = [term] if vocabulary.has_prefix(term) else []
    if term.isascii():
        return _drop_covered([*plain, *to_cyrillic(term, vocabulary.has_prefix)])
    return tuple(plain) or _drop_covered(to_latin(term, vocabulary.has_prefix))


def _join_words(typed: Sequence[QueryWord], vocabulary: Vocabulary) -> list[QueryWord]:
    """Two words that the programme only has as one: 'мейкер спейс'."""
    found: list[QueryWord] = []
    for word in typed:
        if found and not (word.readings and found[-1].readings):
            term = found[-1].term + word.term
            if readings := _find_readings(term, vocabulary):
                found[-1] = QueryWord(f"{found[-1].text} {word.text}", term, readings)
                continue
        found.append(word)
    return found


def _shorten_word(word: QueryWord, vocabulary: Vocabulary) -> list[QueryWord]:
    """A word nobody has: without its ending, or as the later part of others, or as two written as one."""
    if word.readings:
        return [word]
    forms = (_find_readings(form, vocabulary) for form in strip_endings(word.term))
    readings = next(filter(None, forms), ()) or tuple(_terms_containing(word.term, vocabulary))
    if readings:
        return [replace(word, readings=readings)]
    return [QueryWord(word.text, part, (part,)) for part in _split_compound(word.term, vocabulary)] or [word]


def _split_compound(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """'love' and 'code' of 'lovetocode'; () for what is no such word."""
    for at in range(len(term) - _MIN_PART_LENGTH, _MIN_PART_LENGTH - 2, -1):
        head, rest = term[:at], term[at:]
        if head in vocabulary:
            tails = (rest, *(rest[len(idle) :] for idle in sorted(_STOP_WORDS) if rest.startswith(idle)))
            for tail in tails:
                if len(tail) >= _MIN_PART_LENGTH and vocabulary.has_prefix(tail):
                    return head, tail
    return ()


def _terms_containing(term: str, vocabulary: Vocabulary) -> list[str]:
    return vocabulary.terms_containing(term) if len(term) >= _MIN_PART_LENGTH else []


def _correct_word(word: QueryWord, vocabulary: Vocabulary) -> QueryWord:
    found = vocabulary.similar_prefixes(word.term)
    if not found and word.term.isascii():
        found = vocabulary.similar_prefixes(next(iter(to_cyrillic(word.term, lambda _: True)), ""))
    return replace(word, readings=tuple(found[:1]))


def _drop_covered(beginnings: Iterable[str]) -> tuple[str, ...]:
    """Those that no other of them covers, in the same order."""
    found = list(dict.fromkeys(beginnings))
    return tuple(one for one in found if not any(one != other and one.startswith(other) for other in found))
