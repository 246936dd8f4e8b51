"""Every PIN status has its own sentence in every language."""

import pytest

from kiosk.i18n.translator import LANGUAGES
from kiosk.pin.lockout import MISSING, PinStatus
from kiosk.pin.pin_message import pin_message


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_sentence(language: str) -> None:
    statuses = (
        PinStatus(right=True),
        MISSING,
        PinStatus(left=0, locked=True),
        PinStatus(left=1),
        PinStatus(left=12),
        PinStatus(wait=15),
        PinStatus(wait=121),
    )
    sentences = [pin_message(status, language) for status in statuses]
    assert len(set(sentences)) == len(statuses)
    numbers = ("1", "12", "15", "3")
    assert all(number in sentence for number, sentence in zip(numbers, sentences[3:], strict=True))
    assert pin_message(PinStatus(wait=3600), "ru").endswith("через 60 минут.")
