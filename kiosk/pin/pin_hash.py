"""Hashes staff PINs with scrypt."""

import hashlib
import hmac
import os

from kiosk.store.pin_store import PinHash

SCRYPT_COST = {"n": 2**14, "r": 8, "p": 1}
"""16 MiB and about 50 ms per try."""


def hash_pin(pin: str) -> PinHash:
    """Return the salted hash of a PIN, for storage."""
    salt = os.urandom(16)
    return PinHash(hashlib.scrypt(pin.encode(), salt=salt, **SCRYPT_COST), salt, **SCRYPT_COST)


def matches(pin: str, stored: PinHash) -> bool:
    """Whether `stored` is the hash of this PIN; a damaged hash matches no PIN."""
    try:
        computed = hashlib.scrypt(pin.encode(), salt=stored.salt, n=stored.n, r=stored.r, p=stored.p)
    except ValueError:
        return False
    return hmac.compare_digest(computed, stored.hash)
