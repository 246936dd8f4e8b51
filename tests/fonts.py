"""Which letters the kiosk's fonts have, as ranges; `python -m tests.fonts` writes the list anew."""

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "resources/fonts"
FILE = FONTS / "letters.txt"


def ranges() -> str:
    """What all of the fonts can draw, a range a line: '20-7E'."""
    known = set.intersection(*(_letters(font) for font in FONTS.glob("*.ttf")))
    lines = []
    for _, run in groupby(enumerate(sorted(known)), lambda pair: pair[1] - pair[0]):
        points = [point for _, point in run]
        last = f"-{points[-1]:X}" if len(points) > 1 else ""
        lines.append(f"{points[0]:X}{last}\n")
    return "".join(lines)


def _letters(font: Path) -> set[int]:
    with TTFont(font, lazy=True) as opened:
        return set(opened.getBestCmap())


if __name__ == "__main__":
    FILE.write_text(ranges(), "ascii")
