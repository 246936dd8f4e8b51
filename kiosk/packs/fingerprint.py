"""The fingerprint of root metadata, which people compare."""

import hashlib

FINGERPRINT_DIGITS = 40
"""Decimal digits; together about 132 bits."""


def fingerprint(root: bytes) -> str:
    """Return a hash of root metadata as eight groups of five digits, to read out on the telephone (ADR 9)."""
    number = int.from_bytes(hashlib.sha256(root).digest()) % 10**FINGERPRINT_DIGITS
    digits = f"{number:0{FINGERPRINT_DIGITS}}"
    return " ".join(digits[start : start + 5] for start in range(0, FINGERPRINT_DIGITS, 5))
