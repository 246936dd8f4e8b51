"""Strips the endings of Kazakh, Russian and English words, so that one form finds another."""

_KAZAKH = """лар лер дар дер тар тер нын нин дын дин тын тин га ге ка ке на не да де та те дан ден тан тен нан
    нен мен бен пен ны ни ды ди ты ти ы и сы си ындагы дагы деги тагы теги ымыз имиз"""
_RUSSIAN = """ами ями ах ях ам ям ов ев еи ои ом ем ои ая яя ое ее ые ие ыи ии ого его ому ему ых их ым им ую
    юю ию ия ью а я о е и ы у ю ь"""
_ENGLISH = "s es ed ing ers er"
_ENDINGS = sorted({*_KAZAKH.split(), *_RUSSIAN.split(), *_ENGLISH.split()}, key=len, reverse=True)
_MIN_STEM = 4
"""Letters that remain: shorter prefixes match too many words."""


def strip_endings(word: str) -> list[str]:
    """The folded `word` without one or more of its endings, the longest form first; not the word itself."""
    found: set[str] = set()
    rest = {word}
    while rest:
        rest = {
            form[: -len(ending)] for form in rest for ending in _ENDINGS if _has_ending(form, ending)
        } - found
        found |= rest
    return sorted(found, key=len, reverse=True)


def stem(word: str) -> str:
    """The folded `word` without the longest of its endings."""
    return next((word[: -len(ending)] for ending in _ENDINGS if _has_ending(word, ending)), word)


def _has_ending(word: str, ending: str) -> bool:
    return len(word) >= _MIN_STEM + len(ending) and word.endswith(ending)
