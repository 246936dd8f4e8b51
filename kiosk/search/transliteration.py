"""Words typed in the letters of another alphabet: Kazakh and Russian in Latin ones, English in Cyrillic ones.

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
"""What the first letter of a group may become, when it is the last one typed so far."""
_SILENT = "ь", "ъ"
"""Cyrillic letters that nobody types in Latin."""
_MAX_READINGS = 40
"""How many readings of a beginning are followed; terms of a programme leave a few of them."""


def to_cyrillic(word: str, begins: Callable[[str], bool]) -> list[str]:
    """What a word in Latin letters can be in Cyrillic, of which `begins` knows terms that begin so."""
    last = {**TO_CYRILLIC, word[-1:]: f"{TO_CYRILLIC.get(word[-1:], '')} {_UNFINISHED.get(word[-1:], '')}"}
    return _transliterate(word, TO_CYRILLIC, last, _SILENT, begins)


def to_latin(word: str, begins: Callable[[str], bool]) -> list[str]:
    """What a word in Cyrillic letters can be in Latin, likewise."""
    return _transliterate(word, TO_LATIN, TO_LATIN, (), begins)


def _transliterate(
    word: str,
    table: Mapping[str, str],
    last: Mapping[str, str],
    silent: tuple[str, ...],
    begins: Callable[[str], bool],
) -> list[str]:
    """All ways to read `word` letter by letter and group by group, as far as there are such terms."""
    longest = max(map(len, table))
    readings: list[dict[str, None]] = [{"": None}, *({} for _ in word)]
    for at in range(len(word)):
        for end in range(at + 1, min(at + longest, len(word)) + 1):
            group = word[at:end]
            letters = (last if end == len(word) else table).get(group, group if group.isdigit() else "-")
            for so_far in list(readings[at])[:_MAX_READINGS] if letters != "-" else ():
                for letter in letters.split() or [""]:
                    found = so_far + letter
                    if not begins(found):
                        continue
                    readings[end][found] = None
                    readings[end].update(
                        dict.fromkeys(found + mute for mute in silent if begins(found + mute))
                    )
    return list(filter(None, readings[-1]))[:_MAX_READINGS]
