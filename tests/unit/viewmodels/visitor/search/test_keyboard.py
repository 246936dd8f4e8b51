"""The on-screen keyboard: its layouts have every letter and fit; shift, symbols and language keys."""

import pytest

from kiosk.viewmodels.visitor.search.key_layouts import LAYOUTS, SYMBOL_LAYOUT, KeyLayout
from kiosk.viewmodels.visitor.search.keyboard import OnScreenKeyboard
from tests.unit.viewmodels.sessions import make_session

RUSSIAN_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ALPHABETS = {"kk": RUSSIAN_ALPHABET + "әіңғүұқөһ", "ru": RUSSIAN_ALPHABET, "en": "abcdefghijklmnopqrstuvwxyz"}
NAMED_KEYS = {"symbols", "language", "erase", "space"}


def keys_of(rows: tuple[str, ...]) -> list[str]:
    return [key.split(":")[0] if len(key) > 1 else key for row in rows for key in row.split(" ")]


def row_width(row: str) -> int:
    return sum(int(key.split(":")[1]) if len(key) > 1 else 1 for key in row.split(" "))


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_and_named_key_is_there_once(language: str) -> None:
    for rows in LAYOUTS[language]:
        keys = keys_of(rows)
        assert len(keys) == len(set(keys))
        assert set(ALPHABETS[language]) | NAMED_KEYS | {"shift"} <= set(keys)
    assert set(SYMBOL_LAYOUT.landscape[0].split()) == set("1234567890")
    assert set(keys_of(SYMBOL_LAYOUT.portrait)) >= NAMED_KEYS


def test_letters_only_of_kazakh_have_a_row_of_their_own() -> None:
    for rows in LAYOUTS["kk"]:
        assert "".join(key for key in keys_of(rows[:1]) if len(key) == 1) == "әіңғүұқөһ"


@pytest.mark.parametrize("layout", [*LAYOUTS.values(), SYMBOL_LAYOUT])
def test_rows_fit_the_width_of_the_keyboard(layout: KeyLayout) -> None:
    assert max(map(row_width, layout.landscape)) <= 12
    assert max(map(row_width, layout.portrait)) <= 10
    assert len(layout.landscape) == 4 and len(layout.portrait) <= 5


def make_keyboard(language: str = "kk") -> tuple[OnScreenKeyboard, list[str]]:
    keyboard, typed = OnScreenKeyboard(make_session(language)), list[str]()
    keyboard.typed.connect(typed.append)
    keyboard.erased.connect(lambda: typed.append("<"))
    return keyboard, typed


def test_shift_applies_to_one_letter() -> None:
    keyboard, typed = make_keyboard()
    for key in ("shift", "ғ", "ұ", "space", "erase"):
        keyboard.press(key)
    assert typed == ["Ғ", "ұ", " ", "<"]


def test_shift_is_switched_off_again_and_by_symbols() -> None:
    keyboard, _ = make_keyboard()
    keyboard.press("shift")
    assert keyboard.shift
    keyboard.press("shift")
    assert not keyboard.shift
    keyboard.press("shift")
    keyboard.press("symbols")
    assert (keyboard.symbols, keyboard.shift) == (True, False)
    assert keyboard.landscapeRows == list(SYMBOL_LAYOUT.landscape) and keyboard.lettersLabel == "АБВ"
    keyboard.press("symbols")
    assert keyboard.landscapeRows == list(LAYOUTS["kk"].landscape)


def test_the_language_key_cycles_through_the_layouts() -> None:
    keyboard, _ = make_keyboard("en")
    layouts = []
    for _ in range(3):
        layouts.append((keyboard.nextLanguage, keyboard.portraitRows))
        keyboard.press("language")
    assert sorted(name for name, _ in layouts) == ["ENG", "РУС", "ҚАЗ"]
    assert sorted(rows for _, rows in layouts) == sorted(list(LAYOUTS[code].portrait) for code in LAYOUTS)
    assert keyboard.portraitRows == list(LAYOUTS["en"].portrait)


def test_the_layout_follows_the_language_until_another_is_chosen() -> None:
    session = make_session("kk")
    keyboard = OnScreenKeyboard(session)
    keyboard.press("language")
    chosen = keyboard.portraitRows
    keyboard.follow_language()
    assert keyboard.portraitRows == chosen
    session.language = "en"
    keyboard.follow_language()
    assert keyboard.portraitRows == list(LAYOUTS["en"].portrait)
