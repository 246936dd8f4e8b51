"""Quotation marks, apostrophes and dashes, by the custom of a language."""

import re

from kiosk.typography.rules import NO_BREAK, Rules

_QUOTE = re.compile('["“”„«»]')
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_SPACED_DASH = re.compile("(?<=\\S)[ \u00a0][-–—][ \u00a0](?=\\S)")
_LEADING_DASH = re.compile("^[-–—][ \u00a0](?=\\S)")
_RANGE = re.compile(
    r"(?<![\w:.,/+–-])(\d{1,3}(?=-\d{1,3}\b)|\d{4}(?=-\d{4}\b)|\d\d?:\d\d(?=-\d\d?:))"
    r"-(\d[\d:]*)(?![\w:/–-]|[.,]\d)"
)


def set_marks(line: str, rules: Rules) -> str:
    """`line` with the marks of `rules`; a range of numbers has an en dash in every language."""
    line = _set_quotes(line, rules)
    line = _APOSTROPHE.sub("’", line)
    line = _RANGE.sub(_set_range, line)
    line = _SPACED_DASH.sub(f"{NO_BREAK}{rules.dash} ", line)
    return _LEADING_DASH.sub(f"{rules.dash}{NO_BREAK}", line)


def _set_range(found: re.Match[str]) -> str:
    """Two rising numbers or two hours with an en dash; others are one number, as of a telephone."""
    first, last = found.groups()
    return f"{first}–{last}" if ":" in first or int(first) < int(last) else found[0]


def _set_quotes(line: str, rules: Rules) -> str:
    """`line` with the quotation marks of `rules`, unless they do not pair."""
    found = list(_QUOTE.finditer(line))
    shown, depth, end = [], 0, 0
    for quote in found:
        is_opening = _is_opening(line, quote.start())
        depth += is_opening
        if not 1 <= depth <= 2:
            return line
        pair = rules.quotes if depth == 1 else rules.inner_quotes
        shown += [line[end : quote.start()], pair[0] if is_opening else pair[1]]
        depth -= not is_opening
        end = quote.end()
    return line if depth else "".join(shown) + line[end:]


def _is_opening(line: str, at: int) -> bool:
    """Whether the quotation mark there opens: by what stands before it."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if line[at] in "«»":
        return line[at] == "«"
    return (not before or before.isspace() or before in "([{«„“-–—/") and bool(after) and not after.isspace()
