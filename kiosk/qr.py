"""Text to QR modules: the only caller of the `qrcode` package."""

from functools import lru_cache

QUIET_ZONE = 4
"""Light modules on each side (ISO/IEC 18004, 6.3.8)."""


@lru_cache(maxsize=64)
def modules(text: str, *, for_paper: bool = False) -> tuple[bytes, ...]:
    """The square matrix of `text`, quiet zone included, a byte a module: 1 for dark.

    A screen is clean and has error correction M; paper, which is folded and stained, has Q (25 %).

    Raises ValueError when the text is longer than a QR code can hold.
    """
    from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_Q if for_paper else ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text.encode())
    try:
        code.make(fit=True)
    except DataOverflowError as problem:
        raise ValueError("too long for a QR code") from problem
    return tuple(bytes(map(bool, row)) for row in code.get_matrix())
