"""The gate for words of others: what a file, a name, a device or a library says is made safe to show."""

import re
import unicodedata

from kiosk.base.text import INVISIBLE, MAX_MARKS, is_mark

LINE_LENGTH = 400
"""The most characters of one line, enough for any title and for nearly any path."""
NAME_LENGTH = 120
"""The most characters of a name that stands as a heading of its own."""
SENTENCE_LENGTH = 4000
"""The most characters of a sentence with all that is filled into it."""
SENTENCE_LINES = 40
"""The most lines of such a sentence."""
ELLIPSIS = "…"

UNUSUAL = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2100-\u218b\u2190-\u2426]"
)
"""A character that needs a second look: no letter of Latin or Cyrillic, no usual sign."""


class DisplayText(str):
    """Text that has passed this gate. Only this module makes it."""

    __slots__ = ()


def display_line(words: str, most: int = LINE_LENGTH) -> DisplayText:
    """`words` as one line of at most `most` characters that is safe in a log, a terminal and a page.

    Line breaks, control, direction, invisible and broken characters, and combining marks beyond two on one
    letter are shown as Python writes them: `\\x1b`, `\\u202e`, and a byte of a file's name that is no UTF-8
    as `\\udcff`. The middle of a longer text is left out. Idempotent; the time is bounded by `most`.
    """
    cut = _leave_out_middle(words, most)
    if not UNUSUAL.search(cut):
        return DisplayText(cut)
    return DisplayText(_leave_out_middle("".join(_shown_letters(cut)), most))


def display_sentence(words: str) -> DisplayText:
    """`words` with their line breaks, each line as in `display_line`, at most SENTENCE_LENGTH characters."""
    cut = _leave_out_middle(words, SENTENCE_LENGTH)
    if not UNUSUAL.search(cut):
        return DisplayText(cut)
    lines = cut.split("\n", SENTENCE_LINES)
    if len(lines) > SENTENCE_LINES:
        lines[-1] = ELLIPSIS
    shown = "\n".join(display_line(line, SENTENCE_LENGTH) for line in lines)
    return DisplayText(_leave_out_middle(shown, SENTENCE_LENGTH))


def _leave_out_middle(words: str, most: int) -> str:
    """`words`, of which the middle is replaced by an ellipsis when they have more than `most` characters."""
    if len(words) <= most:
        return words
    end = most // 4
    return words[: most - end - 1] + ELLIPSIS + words[len(words) - end :]


def _shown_letters(words: str) -> list[str]:
    """Each character, or its escape where it must not be shown as it is."""
    shown, marks = [], MAX_MARKS  # a mark that comes first would stand on what is written before `words`
    for letter in words:
        marks = marks + 1 if is_mark(letter) else 0
        if marks <= MAX_MARKS and is_visible(letter):
            shown.append(letter)
        else:
            shown.append(letter.encode("unicode_escape").decode("ascii"))
            marks = 0
    return shown


def is_visible(letter: str) -> bool:
    """Whether people see the character as itself, or as a space."""
    return (letter.isprintable() or unicodedata.category(letter) == "Zs") and not INVISIBLE.match(letter)
