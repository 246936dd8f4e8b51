"""The keyboard on the screen: every letter is there, in rows that fit."""

import pytest

from kiosk.viewmodels.visitor.search.key_layouts import LAYOUTS, SYMBOL_LAYOUT, KeyLayout
from kiosk.viewmodels.visitor.search.keyboard import OnScreenKeyboard
from tests.unit.viewmodels.sessions import make_session

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ALPHABETS = {"kk": RUSSIAN + "әіңғүұқөһ", "ru": RUSSIAN, "en": "abcdefghijklmnopqrstuvwxyz"}
NAMES = {"symbols", "language", "erase", "space"}


def keys(rows: tuple[str, ...]) -> list[str]:
    return [key.split(":")[0] if len(key) > 1 else key for row in rows for key in row.split(" ")]


def width(row: str) -> int:
    return sum(int(key.split(":")[1]) if len(key) > 1 else 1 for key in row.split(" "))


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_and_every_name_is_there_once(language: str) -> None:
    for rows in LAYOUTS[language]:
        found = keys(rows)
        assert len(found) == len(set(found))
        assert set(ALPHABETS[language]) | NAMES | {"shift"} <= set(found)
    assert set(SYMBOL_LAYOUT.landscape[0].split()) == set("1234567890")
    assert set(keys(SYMBOL_LAYOUT.portrait)) >= NAMES


def test_the_letters_of_kazakh_alone_have_a_row_of_their_own() -> None:
    for rows in LAYOUTS["kk"]:
        assert "".join(key for key in keys(rows[:1]) if len(key) == 1) == "әіңғүұқөһ"


@pytest.mark.parametrize("layout", [*LAYOUTS.values(), SYMBOL_LAYOUT])
def test_no_row_is_wider_than_the_screen(layout: KeyLayout) -> None:
    assert max(map(width, layout.landscape)) <= 12
    assert max(map(width, layout.portrait)) <= 10
    assert len(layout.landscape) == 4 and len(layout.portrait) <= 5


def pad(language: str = "kk") -> tuple[OnScreenKeyboard, list[str]]:
    made, typed = OnScreenKeyboard(make_session(language)), list[str]()
    made.typed.connect(typed.append)
    made.erased.connect(lambda: typed.append("<"))
    return made, typed


def test_keys_type_and_shift_is_for_one_letter() -> None:
    one, typed = pad()
    for key in ("shift", "ғ", "ұ", "space", "erase"):
        one.press(key)
    assert typed == ["Ғ", "ұ", " ", "<"]


def test_shift_is_taken_back_and_symbols_end_it() -> None:
    one, _ = pad()
    one.press("shift")
    assert one.shift
    one.press("shift")
    assert not one.shift
    one.press("shift")
    one.press("symbols")
    assert (one.symbols, one.shift) == (True, False)
    assert one.landscapeRows == list(SYMBOL_LAYOUT.landscape) and one.lettersLabel == "АБВ"
    one.press("symbols")
    assert one.landscapeRows == list(LAYOUTS["kk"].landscape)


def test_the_language_key_goes_round() -> None:
    one, _ = pad("en")
    seen = []
    for _ in range(3):
        seen.append((one.nextLanguage, one.portraitRows))
        one.press("language")
    assert sorted(name for name, _ in seen) == ["ENG", "РУС", "ҚАЗ"]
    assert sorted(rows for _, rows in seen) == sorted(list(LAYOUTS[code].portrait) for code in LAYOUTS)
    assert one.portraitRows == list(LAYOUTS["en"].portrait)


def test_it_follows_the_visitors_language_until_another_is_chosen() -> None:
    shown = make_session("kk")
    one = OnScreenKeyboard(shown)
    one.press("language")
    chosen = one.portraitRows
    one.follow_language()
    assert one.portraitRows == chosen
    shown.language = "en"
    one.follow_language()
    assert one.portraitRows == list(LAYOUTS["en"].portrait)
