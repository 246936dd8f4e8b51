"""Writes a private key as groups of six digits, which people read out and type on any keyboard."""

import hashlib
import re
import unicodedata

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.errors import KioskError

GROUPS, GROUP_DIGITS = 17, 6
"""Sixteen groups for the key and one for their order."""
_FACTOR = 11
"""A group is 16 bits times 11: one wrong digit, or two that are swapped, leave a remainder."""
_LOOK_ALIKES = str.maketrans("OoОоIlІ|ЗзБB", "000011113368")
"""Letters that are taken for digits, Latin and Cyrillic."""


def encode_key(key: Ed25519PrivateKey) -> tuple[str, ...]:
    """The groups for a key; they hold all of it (RFC 8032, 5.1.5: a private key is 32 bytes)."""
    seed = key.private_bytes_raw()
    numbers = [int.from_bytes(seed[at : at + 2]) for at in range(0, len(seed), 2)]
    return tuple(f"{number * _FACTOR:0{GROUP_DIGITS}}" for number in (*numbers, _checksum(seed)))


def decode_key(text: str) -> Ed25519PrivateKey:
    """The key in typed groups; whatever stands between digits is ignored, and O and l are digits.

    KioskError 'keys.code.length', 'keys.code.group' (names the wrong groups, from 1) or 'keys.code.order'.
    """
    digits = _find_digits(text)
    if len(digits) != GROUPS * GROUP_DIGITS:
        raise KioskError("keys.code.length", count=len(digits), needed=GROUPS * GROUP_DIGITS)
    groups = [int(digits[at : at + GROUP_DIGITS]) for at in range(0, len(digits), GROUP_DIGITS)]
    if wrong := [n for n, group in enumerate(groups, 1) if group % _FACTOR or group // _FACTOR > 0xFFFF]:
        raise KioskError("keys.code.group", groups=", ".join(map(str, wrong)))
    *numbers, checksum = (group // _FACTOR for group in groups)
    seed = b"".join(number.to_bytes(2) for number in numbers)
    if checksum != _checksum(seed):
        raise KioskError("keys.code.order")
    return Ed25519PrivateKey.from_private_bytes(seed)


def is_complete(text: str) -> bool:
    """Whether `text` has the digits of a whole key."""
    return len(_find_digits(text)) >= GROUPS * GROUP_DIGITS


def _find_digits(text: str) -> str:
    return re.sub("[^0-9]", "", unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES))


def _checksum(seed: bytes) -> int:
    return int.from_bytes(hashlib.sha256(seed).digest()[:2])
