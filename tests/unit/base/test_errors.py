"""Why a file was refused is said in three languages, not in the words of the operating system."""

import errno
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError, disk_reason
from kiosk.i18n.translator import LANGUAGES, translator


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_real_refusal_is_said_in_every_language(language: str, tmp_path: Path) -> None:
    with pytest.raises(OSError) as refused:
        (tmp_path / "gone" / "report.pdf").read_bytes()
    sentence = translator(language).error(
        KioskError("save.not_written", folder=tmp_path, reason=disk_reason(refused.value))
    )
    assert translator(language).text("disk.missing") in sentence
    assert "No such file" not in sentence


def test_a_rare_reason_keeps_the_words_of_the_system() -> None:
    rare = OSError(errno.EDOM, "Numerical argument out of domain")
    assert translator("ru").error(disk_reason(rare)) == "Numerical argument out of domain"
    assert translator("ru").error(disk_reason(OSError())) == "OSError"
