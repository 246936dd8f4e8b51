"""Lists the characters that all fonts have, as ranges; `python -m tests.fonts` rewrites the list."""

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "resources/fonts"
RANGES_FILE = FONTS / "letters.txt"


def shared_ranges() -> str:
    """The code points that all fonts have, a range per line: '20-7E'."""
    shared = set.intersection(*(_code_points(font) for font in FONTS.glob("*.ttf")))
    lines = []
    for _, run in groupby(enumerate(sorted(shared)), lambda pair: pair[1] - pair[0]):
        points = [point for _, point in run]
        last = f"-{points[-1]:X}" if len(points) > 1 else ""
        lines.append(f"{points[0]:X}{last}\n")
    return "".join(lines)


def _code_points(font: Path) -> set[int]:
    with TTFont(font, lazy=True) as opened:
        return set(opened.getBestCmap())


if __name__ == "__main__":
    RANGES_FILE.write_text(shared_ranges(), "ascii")
