"""The code page of a text file is found from its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.workbook.reading.code_pages import decode

KAZAKH = "Қазақ тілі клубы;Әңгіме;Ұлы өнер;Үлкен һәм ғылым;көңіл"
RUSSIAN = "Клуб английского языка; Ёлка; ПРАЗДНИК — «Наурыз»"
WORDS = {
    "kz1048": ("қазақ", "тілі", "үлкен", "көңіл", "ғылым", "Әңгіме", "Ұлы", "өнер", "һәм", "іс-шара", "жұма"),
    "cp1251": ("клуб", "английский", "язык", "праздник", "Ёлка", "мероприятие", "Название", "объём"),
    "cp866": ("клуб", "английский", "язык", "праздник", "мероприятие", "Название", "объем"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_kazakh_is_read(encoding: str) -> None:
    assert decode(KAZAKH.encode(encoding)) == KAZAKH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_russian_is_read(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", WORDS)
@given(st.data())
def test_a_few_words_speak_for_their_code_page(encoding: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[encoding]), min_size=3, max_size=12))
    text = ";".join(words)
    assert decode(text.encode(encoding)) == text


def test_plain_ascii_stays() -> None:
    assert decode(b"Title,Date\nTalk,2026\n") == "Title,Date\nTalk,2026\n"
