"""What tests of findings share: one line to compare, once the finding is known to be complete."""

from kiosk.health.finding import Finding, Level
from kiosk.i18n.translator import LANGUAGES


def describe(found: Finding) -> str:
    """Level and English sentence; every language has its own, and whatever is not good says what to do."""
    texts = [found.name, found.level.word, found.value]
    assert bool(found.remedy) is (found.level is not Level.GOOD)
    for text in [*texts, found.remedy] if found.remedy else texts:
        assert set(text) == set(LANGUAGES)
        assert all(said.strip() for said in text.values())
    return f"{found.level}: {found.value['en']}"
