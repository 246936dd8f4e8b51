"""What tests of findings share: checks that a finding is complete, and returns it as one line."""

from kiosk.health.finding import Finding, Level
from kiosk.i18n.translator import LANGUAGES


def describe(finding: Finding) -> str:
    """Level and English sentence; asserts that every language has texts, and all but GOOD a remedy."""
    texts = [finding.name, finding.level.word, finding.value]
    assert bool(finding.remedy) is (finding.level is not Level.GOOD)
    for text in [*texts, finding.remedy] if finding.remedy else texts:
        assert set(text) == set(LANGUAGES)
        assert all(value.strip() for value in text.values())
    return f"{finding.level}: {finding.value['en']}"
