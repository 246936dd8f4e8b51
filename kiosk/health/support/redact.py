"""Takes passwords, telephone numbers and names of users out of what leaves the kiosk."""

import re
from collections.abc import Callable
from typing import Any

HIDDEN = "…"
"""Stands in place of what was taken out."""
_PASSWORD = re.compile(
    r"(?i)((?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?)\w*[\"']?\s*[=:]\s*[\"']?)[^\s\"',;]+"
)
_ACCOUNT = re.compile(r"(?<=//)[^/\s@]+@")
"""What stands before the '@' of an address (RFC 3986, 3.2.1)."""
_HOME = re.compile(r"(?<![\w.])(?:/home/|/Users/|[A-Za-z]:\\Users\\)[^/\\\s\"':,]+")
"""A home folder that is named after a person; that of the kiosk's own user is none."""
_PIN = re.compile(r"(?i)(\bpin\b[^\n]{0,250}?)(?<!\d)\d{3}[ \u00a0\u202f]?\d{3}(?!\d)")
_SPACING = r"[ ()\u00a0-]*"


def redactor(technician: str) -> Callable[[str], str]:
    """A function that takes out secrets, the names of home folders and this telephone number."""
    digits = [digit for digit in technician if digit.isdigit()]
    number = re.compile(rf"\+?(?<!\d){_SPACING.join(digits)}(?!\d)") if digits else None

    def redact(text: str) -> str:
        text = _HOME.sub("~", _ACCOUNT.sub(f"{HIDDEN}@", text))
        text = _PIN.sub(rf"\g<1>{HIDDEN}", _PASSWORD.sub(rf"\g<1>{HIDDEN}", text))
        return number.sub(HIDDEN, text) if number else text

    return redact


def redact_values(value: Any, redact: Callable[[str], str]) -> Any:
    """JSON values with every text redacted; names stay. What JSON has no form for becomes text."""
    if isinstance(value, dict):
        return {str(name): redact_values(one, redact) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [redact_values(one, redact) for one in value]
    return value if isinstance(value, bool | int | float | None) else redact(str(value))
