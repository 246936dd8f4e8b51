"""A finding as lines for people and as plain values for programs."""

from collections.abc import Iterator

from kiosk.health.finding import Finding, Level

SIGNS = {Level.BROKEN: "×", Level.ATTENTION: "!", Level.UNKNOWN: "?", Level.GOOD: "✓"}
"""All of them are in the program's own fonts."""


def finding_lines(finding: Finding, language: str) -> Iterator[str]:
    """How it stands, and below it what to do."""
    value = finding.value[language].replace("\n", "\n  ")
    yield f"{SIGNS[finding.level]} {finding.name[language]}: {value}"
    if finding.remedy:
        yield f"  → {finding.remedy[language]}"


def finding_to_json(finding: Finding) -> dict[str, object]:
    """The way `--json` prints it: every text in every language."""
    return {
        "id": finding.id,
        "level": finding.level,
        "word": finding.level.word,
        "name": finding.name,
        "value": finding.value,
        "remedy": finding.remedy,
    }
