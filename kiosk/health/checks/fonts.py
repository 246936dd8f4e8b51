"""Checks that the program's own fonts are there and hold the letters of all three languages."""

from pathlib import Path

from kiosk.base import paths
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate

FONTS = ("Onest-Regular.ttf", "Onest-SemiBold.ttf", "Onest-Bold.ttf", "Onest-ExtraBold.ttf")
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "әғқңөұүһі" + "abcdefghijklmnopqrstuvwxyz"
_NO_CHARACTER = "\uffff"
"""A code point that is no character, so every font draws its glyph for a missing letter."""


def check(folder: Path | None = None) -> Finding:
    """Check that each letter has a glyph of its own in each font."""
    folder = folder or paths.resources() / "fonts"
    damaged = [name for name in FONTS if not _is_complete(folder / name)]
    if damaged:
        value = translate("health.fonts.bad", names=", ".join(damaged))
        return Finding("fonts", Level.BROKEN, value, translate("health.fonts.bad_do"))
    return Finding("fonts", Level.GOOD, translate("health.fonts.good"))


def _is_complete(file: Path) -> bool:
    from PIL import ImageFont

    try:
        font = ImageFont.truetype(file, 32)
        glyphs = {letter: bytes(font.getmask(letter)) for letter in LETTERS + LETTERS.upper() + _NO_CHARACTER}
    except OSError:
        return False
    missing_glyph = glyphs.pop(_NO_CHARACTER)
    return missing_glyph not in glyphs.values()
