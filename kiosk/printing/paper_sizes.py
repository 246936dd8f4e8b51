"""The sizes of paper that a printer takes, by the names of PWG 5101.1 that CUPS gives them."""

import re
from collections.abc import Iterable
from typing import get_args

from kiosk.base.errors import KioskError
from kiosk.printing.ipp_attributes import printer_attribute
from kiosk.printing.print_job import PaperName

MEDIA: dict[PaperName, str] = {
    "A5": "iso_a5_148x210mm",
    "A4": "iso_a4_210x297mm",
    "A3": "iso_a3_297x420mm",
    "Letter": "na_letter_8.5x11in",
}
"""The names that printers without a driver in CUPS understand."""
TOLERANCE = 2.0
"""Millimetres by which a size of the same paper may differ: drivers count in points."""
_NAME = re.compile(r"(custom_min|custom_max|[^_]+)_.*?([\d.]+)x([\d.]+)(mm|in)$")
_MILLIMETRES = {"mm": 1.0, "in": 25.4}

Size = tuple[float, float]
"""Width and height in millimetres."""


def check_paper(printer: str, paper: PaperName, deadline: float) -> None:
    """KioskError 'printing.no_size' or 'printing.no_flyer_size' when a queue of CUPS cannot take this paper.

    A queue that does not say what it takes, such as one without a driver, is trusted to take everything.
    """
    try:
        media = printer_attribute(printer, "media-supported", deadline)
    except (OSError, ValueError):
        return
    check_sizes(
        printer, paper, papers_of(media) if any(map(_parse, media)) else frozenset(get_args(PaperName))
    )


def check_sizes(printer: str, paper: PaperName, taken: frozenset[PaperName]) -> None:
    """The errors of `check_paper`, for a printer that takes these papers."""
    if paper in taken:
        return
    if not taken:
        raise KioskError("printing.no_flyer_size", printer=printer, paper=paper)
    raise KioskError("printing.no_size", printer=printer, paper=paper, papers=", ".join(sorted(taken)))


def papers_of(media: Iterable[str]) -> frozenset[PaperName]:
    """The papers that fit these names of sizes, or the range from `custom_min` to `custom_max`."""
    parsed = [found for name in media if (found := _parse(name))]
    lowest = [size for kind, size in parsed if kind == "custom_min"]
    highest = [size for kind, size in parsed if kind == "custom_max"]
    fixed = [size for kind, size in parsed if not kind.startswith("custom_m")]

    def is_taken(size: Size) -> bool:
        in_range = any(map(_fits, [size] * len(lowest), lowest, highest))
        return in_range or any(
            all(abs(mine - theirs) <= TOLERANCE for mine, theirs in zip(size, one, strict=True))
            for one in fixed
        )

    sizes = {paper: found[1] for paper, name in MEDIA.items() if (found := _parse(name))}
    return frozenset(paper for paper, size in sizes.items() if is_taken(size))


def _fits(size: Size, lowest: Size, highest: Size) -> bool:
    return all(
        low - TOLERANCE <= side <= high + TOLERANCE
        for side, low, high in zip(size, lowest, highest, strict=True)
    )


def _parse(name: str) -> tuple[str, Size] | None:
    """The kind of a name and its size; None for a name without a size."""
    if not (found := _NAME.match(name)):
        return None
    try:
        width, height = (float(side) * _MILLIMETRES[found[4]] for side in (found[2], found[3]))
    except ValueError:
        return None
    return found[1], (width, height)
