"""Encodes QR codes: a matrix for the screen by `qrcode`, a path for paper by zint, many times as fast."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any

MASK = 1
"""The mask of the screen's codes (ISO/IEC 18004, 7.8): to choose the best of eight takes four times as long
as the code itself, and a reader finds no difference (ADR 23)."""
QUIET_ZONE = 4
"""Light modules on each side (ISO/IEC 18004, 6.3.8)."""
_DARK = re.compile(rb"\0+")


@contextmanager
def _hidden(package: str) -> Iterator[None]:
    """Import as if `package` were not installed: qrcode's picture makers, which are not used, load Pillow."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[package]


@lru_cache(maxsize=64)
def qr_matrix(text: str) -> tuple[bytes, ...]:
    """The square matrix of `text` with its quiet zone, a byte per module (1 is dark); error correction M.

    Raises ValueError when the text is longer than a QR code can hold.
    """
    with _hidden("PIL"):
        from qrcode.constants import ERROR_CORRECT_M
        from qrcode.exceptions import DataOverflowError
        from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE, mask_pattern=MASK)
    code.add_data(text.encode())
    try:
        code.make(fit=True)
    except DataOverflowError as problem:
        raise ValueError("too long for a QR code") from problem
    return tuple(bytes(map(bool, row)) for row in code.get_matrix())


def qr_svg_path(text: str) -> tuple[str, int]:
    """The dark modules as one path (SVG 1.1, 8.3), each 1 wide, and the modules per side; no quiet zone.

    One path, so that no hairline of paper shows between modules, and filled, because printing software
    (Poppler) moves strokes of that width. Error correction is Q (25 %), as paper is folded and stained.
    UTF-8 is not declared by an ECI, which not every phone knows. Raises ValueError when the text is longer
    than a QR code can hold.
    """
    import zxingcpp

    kind = zxingcpp.BarcodeFormat.QRCode
    code = zxingcpp.create_barcode(text.encode(), kind, ec_level="Q", eci=0)
    image: Any = code.to_image(scale=1, add_quiet_zones=False)  # its type does not tell that it is a buffer
    pixels = memoryview(image)
    side, shades = len(pixels), bytes(pixels)
    rows = (shades[start : start + side] for start in range(0, side * side, side))
    return "".join(_row_path(y, row) for y, row in enumerate(rows)), side


def _row_path(y: int, shades: bytes) -> str:
    return "".join([_run_path(*run.span()) for run in _DARK.finditer(shades)]).replace("y", str(y))


@cache
def _run_path(x: int, end: int) -> str:
    """The path of the dark modules from `x` to before `end`, with 'y' as placeholder for the row."""
    return f"M{x} yh{end - x}v1H{x}"
