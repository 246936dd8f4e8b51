"""A finding as lines for people and as plain values for programs."""

from collections.abc import Iterator

from kiosk.health.check_result import Check, Level

SIGNS = {Level.BROKEN: "×", Level.ATTENTION: "!", Level.UNKNOWN: "?", Level.GOOD: "✓"}
"""All of them are in the program's own fonts."""


def lines(check: Check, language: str) -> Iterator[str]:
    """How it stands, and below it what to do."""
    value = check.value[language].replace("\n", "\n  ")
    yield f"{SIGNS[check.level]} {check.name[language]}: {value}"
    if check.remedy:
        yield f"  → {check.remedy[language]}"


def facts(check: Check) -> dict[str, object]:
    """The way `--json` prints it: every text in every language."""
    return {
        "id": check.id,
        "level": check.level,
        "word": check.level.word,
        "name": check.name,
        "value": check.value,
        "remedy": check.remedy,
    }
