"""Escapes text of CSV cells that a spreadsheet program would take for a formula."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet program may take for a formula
(https://owasp.org/www-community/attacks/CSV_Injection)."""


def escape_formula(text: str) -> str:
    """Put an apostrophe before a text that begins like a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
