"""What becomes of each character that other programs leave in a text."""

from collections.abc import Mapping

from kiosk.base.sentence_ids import ProblemCode


def _decode_windows_1252(code: int) -> str:
    """The character that Windows means by a C1 control: '…' by U+0085; '' where it means none."""
    return bytes([code]).decode("cp1252", "ignore")


_LINE_BREAKS = "\r\x0b\x0c\u2028\u2029"
SPACES = "\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u205f\u3000"
"""Tabs and spaces of unusual width. The no-break, thin and narrow ones are typography and stay."""
_INVISIBLE = (
    "\u00ad\u034f\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff",
    "\u061c\u200e\u200f\u202a\u202c\u2066\u2068\u2069",
    "".join(map(chr, range(0xFE00, 0xFE10))),
    "".join(map(chr, range(0xE0020, 0xE0080))),
    "".join(map(chr, range(0xE0100, 0xE01F0))),
)
"""Soft hyphens and what has no width; marks of direction that change nothing in texts written from left to
right; variation selectors; the letters of emoji flags. U+202B, U+202D, U+202E and U+2067 reverse the text."""
_CONTROLS = {code: "" for code in range(0x20) if chr(code) not in f"\n\t{_LINE_BREAKS}"}
_SYMBOL_BULLETS = (0xF0A7, 0xF0B7, 0xF0D8)
"""Bullets of the fonts Symbol and Wingdings, as word processors copy them."""

CHARACTERS: Mapping[str, tuple[ProblemCode, str]] = {
    **{letter: ("repaired_lines", "\n") for letter in _LINE_BREAKS},
    **{letter: ("repaired_invisible", "") for letter in "".join(_INVISIBLE)},
    **{chr(code): ("repaired_control", "") for code in (*_CONTROLS, 0x7F, 0xFFFC)},
    **{chr(code): ("repaired_control", _decode_windows_1252(code)) for code in range(0x80, 0xA0)},
    **{chr(code): ("repaired_control", "•") for code in _SYMBOL_BULLETS},
}
"""The repair of each character, and what it becomes."""
