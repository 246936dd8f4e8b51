"""Formats a finding as lines of text and as JSON values."""

from collections.abc import Iterator

from kiosk.health.finding import Finding, Level

SIGNS = {Level.BROKEN: "×", Level.ATTENTION: "!", Level.UNKNOWN: "?", Level.GOOD: "✓"}
"""The sign of each level; the program's own fonts have all of them."""


def finding_lines(finding: Finding, language: str) -> Iterator[str]:
    """The level and value, and below them the remedy."""
    value = finding.value[language].replace("\n", "\n  ")
    yield f"{SIGNS[finding.level]} {finding.name[language]}: {value}"
    if finding.remedy:
        yield f"  → {finding.remedy[language]}"


def finding_to_json(finding: Finding) -> dict[str, object]:
    """The finding as `--json` prints it: every text in every language."""
    return {
        "id": finding.id,
        "level": finding.level,
        "word": finding.level.word,
        "name": finding.name,
        "value": finding.value,
        "remedy": finding.remedy,
    }
