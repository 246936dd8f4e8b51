"""The passphrase of a key: how it is asked for and compared, and when it is good enough."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import SentenceId

AskPassphrase = Callable[[Path], str]
"""Returns what a person types as the passphrase of that key file; '' when nothing is typed."""
ChoosePassphrase = Callable[[], str]
"""Returns the passphrase of new keys; '' for keys without one."""

LEAST_LENGTH = 15
"""Characters of a passphrase at least (NIST SP 800-63B-4, 3.1.1.2: 15 where nothing else protects)."""
LEAST_UNEXPECTED = 10
"""Characters that do not follow from what stands before them, at least."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "1234567890")
"""Neighbours on keyboards; they follow from each other, in both directions."""
_NEIGHBOURS = frozenset(pair for row in _ROWS for one in (row, row[::-1]) for pair in pairwise(one))


def ask_nobody(file: Path) -> str:
    """For work that has no person to ask; KioskError 'keys.passphrase.needed'."""
    raise KioskError("keys.passphrase.needed", file=str(file))


def choose_none() -> str:
    """For new keys without a passphrase."""
    return ""


def normalise_passphrase(typed: str) -> str:
    """`typed` as it is compared: composed (NFC), without invisible characters, with single spaces inside.

    After RFC 8265, 4.2 (OpaqueString), and so that a passphrase that is pasted opens what a typed one closes.
    """
    spaced = "".join(" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", typed))
    return " ".join("".join(one for one in spaced if unicodedata.category(one)[0] != "C").split())


def check_passphrase(passphrase: str, known_words: Iterable[str]) -> None:
    """Check that a normalised passphrase is hard to guess; symbols and capitals are not asked for.

    `known_words` are those anybody would try first: the publisher's id and name. KioskError
    'keys.passphrase.short' or 'keys.passphrase.simple'.
    """
    if len(passphrase) < LEAST_LENGTH:
        raise KioskError("keys.passphrase.short", least=LEAST_LENGTH, count=len(passphrase))
    remaining = passphrase.casefold()
    for word in (word for name in known_words for word in re.findall(r"\w{4,}", name.casefold())):
        remaining = remaining.replace(word, "")
    if _count_unexpected(remaining) < LEAST_UNEXPECTED:
        raise KioskError("keys.passphrase.simple")


def wrong_passphrase(file: Path, typed: str) -> KioskError:
    """Why `typed` may not have opened `file`: the keyboard's language, Caps Lock, or a slip."""
    code: SentenceId = "keys.passphrase.wrong"
    if re.search("[\u0400-\u04ff]", typed):
        code = "keys.passphrase.wrong_cyrillic"
    elif typed.isupper():
        code = "keys.passphrase.wrong_capitals"
    return KioskError(code, file=str(file))


def _count_unexpected(text: str) -> int:
    """The characters that neither continue a row of the keyboard or alphabet nor repeat an earlier pair."""
    seen: set[tuple[str, str]] = set()
    count = min(len(text), 1)
    for pair in pairwise(text):
        is_next = abs(ord(pair[0]) - ord(pair[1])) <= 1 or pair in _NEIGHBOURS
        count += not is_next and pair not in seen
        seen.add(pair)
    return count
