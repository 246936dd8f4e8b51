"""Rules for visitor-facing text, used by the pack builder and the kiosk."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

TEXT_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "title": 120,
        "tagline": 200,
        "summary": 200,
        "body": 2000,
        "audience_note": 200,
        "price_note": 200,
        "name": 120,
        "address": 200,
        "organiser": 120,
        "about": 200,
        "alt": 300,
        "caption": 200,
        "hashtag": 40,
        "phone": 30,
        "email": 100,
    }
)
"""The maximum length of a text in a pack, in code points, by kind of text."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00013430-\U00013455\U00016fe4\U0001bca0-\U0001bca3\U0001d159"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of Unicode 17, format and line separators, and letters without ink."""
BROKEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffc-\uffff\U000f0000-\U0010ffff]"
)
RARE = re.compile(
    "[^\\n\\x20-\\x7e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0400-\\u0482\\u048a-\\u052f\\u2010-\\u2027\\u202f-\\u205e\\u20a0-\\u20bf\\u2116]"
)
"""Characters outside the blocks in which every character is assigned, visible and has few marks."""
MAX_MARKS = 2
"""The most combining marks on one letter."""


TextFault = Literal["blank", "long", "lines", "control", "invisible", "marks"]
"""What `check_text` finds."""


def check_text(words: str, kind: str) -> TextFault | Literal[""]:
    """Why `words` are not valid as a text of this kind (a key of TEXT_LIMITS); '' when they are.

    One of 'blank', 'long', 'lines' (only a body has line breaks), 'control' (control, private-use,
    unassigned and broken characters), 'invisible' (text direction controls, zero-width characters, letters
    without ink, variation selectors) and 'marks' (more than two combining marks on one letter).
    """
    if len(words) > TEXT_LIMITS[kind]:  # first: the rest takes time for every letter
        return "long"
    if not (words[:1].isalnum() or any(unicodedata.category(letter)[0] in "LNPS" for letter in words)):
        return "blank"
    if "\n" in words and kind != "body":
        return "lines"
    rare = {unicodedata.category(letter) for letter in RARE.findall(words)}
    if not rare:
        return ""
    if BROKEN.search(words) or "Cn" in rare:
        return "control"
    if INVISIBLE.search(words) or "Cf" in rare:
        return "invisible"
    return "marks" if _has_stacked_marks(words) else ""


def _has_stacked_marks(words: str) -> bool:
    run = 0
    for letter in unicodedata.normalize("NFD", words):
        run = run + 1 if is_mark(letter) else 0
        if run > MAX_MARKS:
            return True
    return False


def is_mark(letter: str) -> bool:
    """Whether the character stands on top of the one before it (general categories Mn and Me)."""
    return unicodedata.category(letter) in ("Mn", "Me")
