"""The format of staff PINs: six random digits that are not easy to guess."""

import re

DIGITS = 6
"""The minimum that NIST SP 800-63B allows for a randomly generated secret."""

_EQUAL_STEPS = frozenset(
    "".join(str((first + step * digit) % 10) for digit in range(DIGITS))
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
    """Return a new PIN: six digits, each PIN that is not weak with the same probability."""
    import secrets

    while is_weak(pin := f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"):
        pass
    return pin


def is_strong(pin: str) -> bool:
    """Whether the PIN has the right form and is not easy to guess."""
    return len(pin) == DIGITS and pin.isascii() and pin.isdigit() and not is_weak(pin)


def is_weak(pin: str) -> bool:
    """Whether the PIN is easy to guess.

    Weak PINs are equal steps (111111, 123456, 987654, 135791), repeated halves and thirds (123123, 121212),
    three pairs (112233), palindromes (123321), and a year from 1900 to 2099 at the beginning or the end.
    """
    return pin in _EQUAL_STEPS or _WEAK.fullmatch(pin) is not None
