"""Numbers: long ones in groups of three digits, and no line break within one."""

import re

from kiosk.typography.rules import THIN, UPPER, Rules

_SPACED = re.compile("(?<![\\w.,:/+–-])[1-9]\\d{0,2}(?:[ \u00a0\u202f]\\d{3})+(?![\\w:/]|[.,-]\\d)")
_LONG = re.compile(r"(?<![\w.,:/+#№–-])(?<!№[ \u00a0])(?<!\b[A-Z]{2} )[1-9]\d{4,8}(?![\w:/-]|[.,]\d)")
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_TOWN = re.compile(f"[ \u00a0][A-Z{UPPER}]")


def set_numbers(line: str, rules: Rules) -> str:
    """`line` with a thin space, in English a comma, between the thousands of numbers of five digits and more.

    Numbers of telephones, documents and houses, codes and years have fewer digits or more, begin with 0 or
    stand after №; postal codes stand in an address.
    """
    if rules.group == THIN:
        line = _SPACED.sub(lambda found: re.sub("[ \u00a0]", THIN, found[0]), line)
    return _LONG.sub(lambda found: _group(found, rules), line)


def _group(found: re.Match[str], rules: Rules) -> str:
    return found[0] if _is_postal_code(found) else _THOUSANDS.sub(rules.group, found[0])


def _is_postal_code(found: re.Match[str]) -> bool:
    """Whether the number has six digits and stands in a list of commas or before the name of a town."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    is_in_address = before.endswith(", ") or after.startswith(",") or _TOWN.match(after)
    return len(found[0]) == 6 and bool(is_in_address)
