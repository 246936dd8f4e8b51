"""The way to a stick is one A4 page in each language."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from kiosk.__main__ import main
from kiosk.authoring.publishing_guide import make_guide

A4 = (595, 842)
FIRST = {"en": "Write the programme", "kk": "Бағдарламаны жазыңыз", "ru": "Запишите программу"}
LAST = {"en": "call the technician.", "kk": "техникті шақырыңыз.", "ru": "позовите техника."}


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_it_is_one_page_with_all_steps(language: str) -> None:
    pdf = PdfDocument(make_guide(language, 0))
    assert len(pdf) == 1
    assert tuple(map(round, pdf[0].get_size())) == A4
    text = " ".join(pdf[0].get_textpage().get_text_bounded().replace("\xa0", " ").split())
    assert FIRST[language] in text and LAST[language] in text


def test_the_command_writes_it_and_refuses_a_folder(tmp_path: Path) -> None:
    assert main(["pack", "guide", str(tmp_path / "guide.pdf"), "--language", "kk"]) == 0
    assert (tmp_path / "guide.pdf").read_bytes().startswith(b"%PDF")
    assert main(["pack", "guide", str(tmp_path)]) == 1
