"""Telephone numbers as people type and read them (ITU-T E.123)."""

import re

MIN_DIGITS, MAX_LENGTH = 3, 25
_PATTERN = re.compile(r"\+?[0-9][0-9 ()-]*")
_KAZAKHSTAN = re.compile(r"(\+7|8)(\d{3})(\d{3})(\d{2})(\d{2})")


def is_telephone(value: object) -> bool:
    """Whether it is a number with at least MIN_DIGITS digits, or '' for none."""
    if not isinstance(value, str) or len(value) > MAX_LENGTH:
        return False
    digits = sum(map(str.isdigit, value))
    return not value or bool(_PATTERN.fullmatch(value) and digits >= MIN_DIGITS)


def format_telephone(number: str) -> str:
    """The number in groups of digits where it is one of Kazakhstan, else as it was typed."""
    found = _KAZAKHSTAN.fullmatch(number)
    return " ".join(found.groups()) if found else number
