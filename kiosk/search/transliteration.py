"""Transliterates words typed in another alphabet: Kazakh and Russian in Latin, English in Cyrillic letters.

Kazakh as in its Latin alphabets of 2018 and 2021 and as people type it without their letters, Russian as in
passports, on signs and in messages. All letters are folded, so ğ is g here, ш may be ş or s, and й is и.
"""

from collections.abc import Callable, Mapping

TO_CYRILLIC: Mapping[str, str] = {
    "a": "а я", "b": "б", "c": "к ц с ш ч", "d": "д", "e": "е э", "f": "ф", "g": "г ж", "h": "х г",
    "i": "и ы", "j": "ж и дж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с ш", "t": "т", "u": "у ю", "v": "в", "w": "в у ш", "x": "кс х", "y": "и ы у", "z": "з ц",
    "ch": "ч ш х", "ck": "к", "ee": "и", "gh": "г", "ia": "я", "io": "е", "iu": "ю", "ja": "я", "je": "е",
    "jo": "е", "ju": "ю", "kh": "х", "ng": "н", "oo": "у", "ph": "ф", "sh": "ш щ", "th": "т с", "ts": "ц",
    "tz": "ц", "ya": "я", "ye": "е", "yi": "и", "yo": "е", "yu": "ю", "zh": "ж", "sch": "щ", "shch": "щ",
    "4": "ч", "'": "ь",
}  # fmt: skip
TO_LATIN: Mapping[str, str] = {
    "а": "a u o", "б": "b", "в": "v w", "г": "g h", "д": "d", "е": "e a ye", "ж": "j g zh",
    "з": "z s th", "и": "i e ee ea y", "к": "k c ck q ch", "л": "l ll", "м": "m", "н": "n ng",
    "о": "o a", "п": "p", "р": "r", "с": "s c ss", "т": "t th tt", "у": "u oo w ou", "ф": "f ph ff",
    "х": "h ch kh", "ц": "ts c z", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y i", "ь": "",
    "э": "e a", "ю": "u yu ew", "я": "ya ia", "аи": "i y ai ay ie", "дж": "j g", "еи": "a ai ay ey",
    "кс": "x", "оу": "o ow", "тч": "tch", "яи": "yi",
}  # fmt: skip
_UNFINISHED = {"c": "ч щ", "j": "я ю", "k": "х", "s": "щ", "y": "я ю е", "z": "ж"}
"""What the first letter of a group may become when it is the last one typed so far."""
_SILENT = "ь", "ъ"
"""Cyrillic letters that are left out in Latin."""
_MAX_READINGS = 40
"""Readings of a prefix that are followed; only a few match terms of a programme."""


def to_cyrillic(word: str, has_prefix: Callable[[str], bool]) -> list[str]:
    """The Cyrillic readings of a word in Latin letters for which `has_prefix` is true."""
    end, last = word[-1:], TO_CYRILLIC
    if end in _UNFINISHED:
        last = {**TO_CYRILLIC, end: f"{TO_CYRILLIC[end]} {_UNFINISHED[end]}"}
    return _transliterate(word, TO_CYRILLIC, last, _SILENT, has_prefix)


def to_latin(word: str, has_prefix: Callable[[str], bool]) -> list[str]:
    """The Latin readings of a word in Cyrillic letters for which `has_prefix` is true."""
    return _transliterate(word, TO_LATIN, TO_LATIN, (), has_prefix)


def _transliterate(
    word: str,
    table: Mapping[str, str],
    last: Mapping[str, str],
    silent: tuple[str, ...],
    has_prefix: Callable[[str], bool],
) -> list[str]:
    """All readings of `word` by letters and letter groups that are prefixes of terms."""
    longest = max(map(len, table))
    readings: list[dict[str, None]] = [{"": None}, *({} for _ in word)]
    for at in range(len(word)):
        for end in range(at + 1, min(at + longest, len(word)) + 1):
            group = word[at:end]
            letters = (last if end == len(word) else table).get(group, group if group.isdigit() else "-")
            for so_far in list(readings[at])[:_MAX_READINGS] if letters != "-" else ():
                for letter in letters.split() or [""]:
                    found = so_far + letter
                    if not has_prefix(found):
                        continue
                    readings[end][found] = None
                    readings[end].update(
                        dict.fromkeys(found + mute for mute in silent if has_prefix(found + mute))
                    )
    return list(filter(None, readings[-1]))[:_MAX_READINGS]
