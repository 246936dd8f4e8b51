"""Headers are known by many names, in three languages."""

import pytest

from kiosk.authoring.workbook.reading.headers import find_column
from kiosk.authoring.workbook.sheets import EVENTS, SHEETS, Sheet
from kiosk.base.kiosk_toml.rules import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_header_of_a_template_names_its_column(sheet: Sheet, language: str) -> None:
    for column in sheet.columns:
        for code in column.text_languages:
            found = find_column(column.title(language, code), sheet.columns)
            assert found and (found.column, found.text_language) == (column, code), column.title(
                language, code
            )
            assert not found.is_guessed


@pytest.mark.parametrize(
    ("text", "path", "language", "is_guessed"),
    [
        ("Title", ("title",), "en", True),
        ("название", ("title",), "ru", True),
        ("АТАУЫ:", ("title",), "kk", True),
        ("Name of the event / Russian", None, "", False),
        ("Описание на казахском языке", ("body",), "kk", False),
        ("Description, RU", ("body",), "ru", False),
        ("Start\u00a0time", ("begins",), "", False),
        ("Budget", None, "", False),
        ("", None, "", False),
    ],
)
def test_other_names_are_known(
    text: str, path: tuple[str, ...] | None, language: str, is_guessed: bool
) -> None:
    found = find_column(text, EVENTS.columns)
    assert (found.column.path if found else None) == path
    if found:
        assert (found.text_language, found.is_guessed) == (language, is_guessed)
