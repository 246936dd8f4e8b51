"""Finds the code page of a text file: UTF-8, UTF-16, or one in which Kazakh and Russian are written."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
_KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_LOWER_RUN = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+")
_PAGES = ("cp1251", "kz1048", "cp866")
"""By preference: texts without letters of Kazakh are the same in the first two."""


def decode(data: bytes) -> str:
    """The text of a file in the code page that its bytes speak for."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if encoding := _utf16_without_mark(data):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        texts = [data.decode(page, "replace") for page in _PAGES]
        return max(texts, key=_likeness)


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of a text with spaces or delimiters, in which every other of those bytes is zero; or ''."""
    zeros = (data[0::2].count(0), data[1::2].count(0))
    if len(data) % 2 or max(zeros) * 20 < len(data):
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _likeness(text: str) -> int:
    """How much a text looks like Kazakh or Russian.

    Letters of both count for it, other characters beyond ASCII against it; so do capitals inside of words, as
    which the letters of one page appear in another.
    """
    known = sum((letter in _LETTERS) + (letter in _KAZAKH) for letter in text)
    strange = sum(
        letter > "\x7f" and letter not in _LETTERS | _KAZAKH | frozenset("«»—–№…“”„’\u00a0")
        for letter in text
    )
    return known + sum(map(len, _LOWER_RUN.findall(text))) - 4 * strange
