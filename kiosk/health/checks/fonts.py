"""Whether the program's own fonts are there and hold the letters of all three languages."""

from pathlib import Path

from kiosk.base import paths
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import said

FONTS = ("Onest-Regular.ttf", "Onest-SemiBold.ttf", "Onest-Bold.ttf", "Onest-ExtraBold.ttf")
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "әғқңөұүһі" + "abcdefghijklmnopqrstuvwxyz"
_NONE = "\uffff"
"""A code point that is no character, so every font draws its sign for a missing letter."""


def check(folder: Path | None = None) -> Check:
    """Whether each letter has a picture of its own in each font."""
    folder = folder or paths.resources() / "fonts"
    bad = [name for name in FONTS if not _complete(folder / name)]
    if bad:
        value = said("health.fonts.bad", names=", ".join(bad))
        return Check("fonts", Level.BROKEN, value, said("health.fonts.bad_do"))
    return Check("fonts", Level.GOOD, said("health.fonts.good"))


def _complete(file: Path) -> bool:
    from PIL import ImageFont

    try:
        font = ImageFont.truetype(file, 32)
        pictures = {letter: bytes(font.getmask(letter)) for letter in LETTERS + LETTERS.upper() + _NONE}
    except OSError:
        return False
    missing = pictures.pop(_NONE)
    return missing not in pictures.values()
