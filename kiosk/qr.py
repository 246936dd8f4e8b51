"""Text to QR codes: modules for a screen, an outline for paper."""

import re
from functools import lru_cache
from typing import Any

QUIET_ZONE = 4
"""Light modules on each side (ISO/IEC 18004, 6.3.8)."""
_DARK = re.compile(rb"\0+")


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The square matrix of `text`, quiet zone included, True for dark; error correction M (15 %).

    Raises ValueError when the text is longer than a QR code can hold.
    """
    rows: Any = _drawn(text, "M", quiet=True).tolist()
    return tuple(tuple(shade == 0 for shade in row) for row in rows)


def outline(text: str) -> tuple[str, int]:
    """The dark modules as one path (SVG 1.1, 8.3), each 1 wide, and how many are on a side; no quiet zone.

    One path, so that no hairline of paper shows between them. Error correction is Q (25 %), as paper is
    folded and stained. Raises ValueError when the text is longer than a QR code can hold.
    """
    drawn = _drawn(text, "Q", quiet=False)
    side, shades, parts = len(drawn), bytes(drawn), []
    for y in range(side):
        for run in _DARK.finditer(shades, y * side, (y + 1) * side):
            x, end = run.start() - y * side, run.end() - y * side
            parts.append(f"M{x} {y}h{end - x}v1H{x}z")
    return "".join(parts), side


def _drawn(text: str, correction: str, *, quiet: bool) -> memoryview:
    """Rows of shades, 0 for dark. UTF-8 is not declared as such by an ECI: not every phone knows those."""
    import zxingcpp

    kind = zxingcpp.BarcodeFormat.QRCode
    code = zxingcpp.create_barcode(text.encode(), kind, ec_level=correction, eci=0)
    image: Any = code.to_image(scale=1, add_quiet_zones=quiet)  # its type does not tell that it is a buffer
    return memoryview(image)
