"""How a staff PIN is drawn and kept: six random digits, as scrypt leaves them."""

import hashlib
import hmac
import os
import re

from kiosk.store.pin_store import PinHash

DIGITS = 6
"""As few as NIST SP 800-63B allows for a secret that is drawn at random."""
SCRYPT_COST = {"n": 2**14, "r": 8, "p": 1}
"""16 MiB and some 50 ms a try."""

_EQUAL_STEPS = frozenset(
    "".join(str((first + step * place) % 10) for place in range(DIGITS))
    for first in range(10)
    for step in range(10)
)
_WEAK = re.compile(
    r"(\d\d\d)\1"  # 123123
    r"|(\d\d)\2\2"  # 121212
    r"|(\d)\3(\d)\4(\d)\5"  # 112233
    r"|(\d)(\d)(\d)\8\7\6"  # 123321
    r"|(19|20)\d{4}"  # 199105: a year, and more of a date
    r"|\d\d(19|20)\d\d"  # 051991
)


def generate_pin() -> str:
    """A new PIN: any six digits that are not weak, each as likely as the other."""
    import secrets

    while is_weak(pin := f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"):
        pass
    return pin


def is_weak(pin: str) -> bool:
    """Whether somebody might try this PIN first.

    Weak are equal steps (111111, 123456, 987654, 135791), repeated halves and thirds (123123, 121212), three
    pairs (112233), the same from behind (123321), and a year from 1900 to 2099 at the beginning or the end.
    """
    return pin in _EQUAL_STEPS or _WEAK.fullmatch(pin) is not None


def hash_pin(pin: str) -> PinHash:
    """What to keep of a PIN."""
    salt = os.urandom(16)
    return PinHash(hashlib.scrypt(pin.encode(), salt=salt, **SCRYPT_COST), salt, **SCRYPT_COST)


def matches(pin: str, secret: PinHash) -> bool:
    """Whether this is the PIN that `secret` was made of; a damaged one opens to no PIN."""
    try:
        found = hashlib.scrypt(pin.encode(), salt=secret.salt, n=secret.n, r=secret.r, p=secret.p)
    except ValueError:
        return False
    return hmac.compare_digest(found, secret.hash)
