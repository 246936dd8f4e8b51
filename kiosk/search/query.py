"""Parses a search query into terms of a programme: as typed, in other forms, or corrected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.search.fold import terms, words
from kiosk.search.keyboard_layout import readings_in_other_layout
from kiosk.search.stemming import stem, strip_endings
from kiosk.search.synonyms import present_name
from kiosk.search.transliteration import to_cyrillic, to_latin
from kiosk.search.vocabulary import Vocabulary

_STOP_WORDS = terms(
    """в во на для и с со по о об из к у от до за или мен және үшін бен пен да де the a an in on at for of to
    and or with by"""
)
"""Stop words, ignored when a query has other words."""
_MAX_WORDS = 8
_MIN_PART_LENGTH = 4
"""The shortest word that is searched inside other words, in letters."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of a query: as typed, its term, and the prefixes of terms it can mean (none if unknown)."""

    text: str
    term: str
    readings: tuple[str, ...] = ()


def parse_query(text: str, vocabulary: Vocabulary) -> tuple[QueryWord, ...]:
    """The words of `text` with their readings in the vocabulary."""
    chunks = [word for chunk in text.split() for word in _read_chunk(chunk, vocabulary)]
    expanded = [part for word in _join_words(chunks, vocabulary) for part in _shorten_word(word, vocabulary)]
    content_words = [word for word in expanded if word.term not in _STOP_WORDS]
    return tuple((content_words or expanded)[:_MAX_WORDS])


def keep_typed(word: QueryWord) -> QueryWord:
    """The word as it was typed if the programme has it so, without its readings in another alphabet."""
    return replace(word, readings=(word.term,)) if word.term in word.readings else word


def strip_word(word: QueryWord) -> QueryWord:
    """The word with any ending."""
    return replace(word, readings=_drop_covered(map(stem, word.readings)))


def loosen_words(words: Sequence[QueryWord], vocabulary: Vocabulary) -> tuple[QueryWord, ...]:
    """The words with any ending and as later parts of other words."""
    return tuple(
        replace(
            word,
            readings=_drop_covered([*strip_word(word).readings, *_terms_containing(word.term, vocabulary)]),
        )
        for word in words
    )


def correct_words(words: Sequence[QueryWord], vocabulary: Vocabulary) -> tuple[QueryWord, ...]:
    """The words with unknown ones corrected; () when one has no correction."""
    corrected = tuple(word if word.readings else _correct_word(word, vocabulary) for word in words)
    return corrected if all(word.readings for word in corrected) else ()


def _read_chunk(chunk: str, vocabulary: Vocabulary) -> list[QueryWord]:
    """The words of a chunk without spaces, in the other keyboard layout when only that gives known words.

    A few letters can be anything in another alphabet, so that short chunks are transliterated first.
    """
    joined = "".join(word.term for word in words(chunk))
    if readings := _find_present_name(joined, vocabulary):
        return [QueryWord(chunk, joined, readings)]
    as_typed = [QueryWord(chunk, word.term, _find_readings(word.term, vocabulary)) for word in words(chunk)]
    all_known = as_typed and all(vocabulary.has_prefix(word.term) for word in as_typed)
    if not all_known and (len(chunk) >= _MIN_PART_LENGTH or not all(word.readings for word in as_typed)):
        for other in readings_in_other_layout(chunk):
            switched = [QueryWord(chunk, word.term, (word.term,)) for word in words(other)]
            if switched and all(vocabulary.has_prefix(word.term) for word in switched):
                return switched
    return as_typed


def _find_readings(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The known readings of a term: as typed, Latin in Cyrillic too, Cyrillic in Latin only if unknown."""
    plain = [term] if vocabulary.has_prefix(term) else []
    if term.isascii():
        return _drop_covered([*plain, *to_cyrillic(term, vocabulary.has_prefix)])
    return tuple(plain) or _drop_covered(to_latin(term, vocabulary.has_prefix))


def _find_present_name(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The present name for the former name of a city, unless the programme has the former one."""
    name = "" if vocabulary.has_prefix(term) else present_name(term)
    return _find_readings(name, vocabulary) if name else ()


def _join_words(words: Sequence[QueryWord], vocabulary: Vocabulary) -> list[QueryWord]:
    """Join two words that the programme only has as one, 'мейкер спейс', or that name a city, 'алма ата'."""
    joined: list[QueryWord] = []
    for word in words:
        if joined:
            term = joined[-1].term + word.term
            readings = _find_present_name(term, vocabulary)
            if not (word.readings and joined[-1].readings):
                readings = _find_readings(term, vocabulary) or readings
            if readings:
                joined[-1] = QueryWord(f"{joined[-1].text} {word.text}", term, readings)
                continue
        joined.append(word)
    return joined


def _shorten_word(word: QueryWord, vocabulary: Vocabulary) -> list[QueryWord]:
    """Read an unknown word without its ending, or as the later part of others, or as two words joined."""
    if word.readings:
        return [word]
    forms = (_find_readings(form, vocabulary) for form in strip_endings(word.term))
    readings = next(filter(None, forms), ()) or tuple(_terms_containing(word.term, vocabulary))
    if readings:
        return [replace(word, readings=readings)]
    return [QueryWord(word.text, part, (part,)) for part in _split_compound(word.term, vocabulary)] or [word]


def _split_compound(term: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """'love' and 'code' of 'lovetocode'; () when the term is not such a compound."""
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


def _drop_covered(prefixes: Iterable[str]) -> tuple[str, ...]:
    """The prefixes that do not begin with another of them, in the same order."""
    unique = list(dict.fromkeys(prefixes))
    return tuple(one for one in unique if not any(one != other and one.startswith(other) for other in unique))
