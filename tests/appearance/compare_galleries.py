"""Compares two folders of pictures pixel by pixel: `python -m tests.appearance.compare_galleries OLD NEW`.

Draw both with `kiosk gallery FOLDER`, one from each checkout, with the same library, settings and `--at`.
With `--renamed OLD=NEW` a picture whose name begins with OLD is compared with the one that begins with NEW.
Prints every picture that is missing, new, of another size or of other pixels; exits with 0 for none.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageChops


def compare_galleries(before: Path, after: Path, renamed: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """Yield one line for each picture that is not the same in both folders."""
    old = {_new_name(file.stem, renamed): file for file in before.glob("*.png")}
    new = {file.stem: file for file in after.glob("*.png")}
    if not old:
        yield f"no pictures in {before}"
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield f"missing: {name}"
        elif name not in old:
            yield f"new: {name}"
        elif difference := _compare_pictures(old[name], new[name]):
            yield f"different: {name}: {difference}"


def _new_name(name: str, renamed: Sequence[tuple[str, str]]) -> str:
    for old, new in renamed:
        if name.startswith(old):
            return new + name.removeprefix(old)
    return name


def _compare_pictures(before: Path, after: Path) -> str:
    """What differs between two pictures, '' for nothing."""
    with Image.open(before) as opened, Image.open(after) as other:
        old, new = opened.convert("RGBA"), other.convert("RGBA")
    if old.size != new.size:
        return f"{old.width}x{old.height} became {new.width}x{new.height}"
    # an alpha of its own would hide differences from getbbox
    box = ImageChops.difference(old, new).getbbox(alpha_only=False)
    return f"pixels within {box}" if box else ""


def _parse_renaming(text: str) -> tuple[str, str]:
    old, _, new = text.partition("=")
    return old, new


def parse_arguments() -> Namespace:
    """The two folders and the renamed pictures."""
    parser = ArgumentParser(description="Compare two galleries pixel by pixel.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--renamed", type=_parse_renaming, action="append", default=[], metavar="OLD=NEW")
    return parser.parse_args()


if __name__ == "__main__":
    args = parse_arguments()
    found = list(compare_galleries(args.before, args.after, args.renamed))
    print(*found, f"{len(found)} of {len(list(args.after.glob('*.png')))} pictures differ", sep="\n")
    sys.exit(bool(found))
