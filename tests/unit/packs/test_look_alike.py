"""Names that look alike are found, and names that do not are left alone."""

import pytest

from kiosk.packs.look_alike import is_blank, look_alike, mixed_word

MISSION = "U.S. Mission in Kazakhstan"


@pytest.mark.parametrize(
    "name",
    [
        "U.S. Missi\u043en in K\u0430z\u0430khstan",
        "u.s. mission in kazakhstan",
        "U.S. MISSION IN KAZAKHSTAN",
        "US Mission in Kazakhstan",
        "U.S.  Mission\u2003in Kazakhstan ",
        "U.S. Mis\u00adsion in Kazakhstan",
        "U.S. Mission in Kazakhstan\u3164",
        "U.S. Mission\u2800in Kazakhstan",
        "U.S. Mlsslon in Kazakhstan",
        "U.S. M1ssion in Kazakhstan",
        "U.S. rnission in Kazakhstan",
        "\uff35.\uff33. Mission in Kazakhstan",
        "\U0001d414.S. Mission in Kazakhstan",
        "Ü.S. Missíon in Kazakhstan",
    ],
)
def test_j03_a_name_that_looks_like_the_mission_is_found(name: str) -> None:
    assert look_alike(name, MISSION)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Нурлан", "Hypлaн"),
        ("АСТАНА", "ACTAHA"),
        ("Қазақстан", "қазақстан"),
        ("rn", "m"),
        ("0", "O"),
        ("Room\u05c0", "Room"),
    ],
)
def test_pairs_that_look_alike(one: str, other: str) -> None:
    assert look_alike(one, other)


@pytest.mark.parametrize(
    "name",
    ["American Corner Almaty", "American Corner Astana", "Американский уголок Алматы", "U.S. Consulate"],
)
def test_other_names_do_not_look_alike(name: str) -> None:
    assert not is_blank(name) and not look_alike(name, MISSION)
    assert mixed_word(name) == ""


@pytest.mark.parametrize(
    "name", ["\u2800", "\u3164\u3164", "\u115f\u1160\uffa0", "…", " ", "— , —", "\U0001d159"]
)
def test_j03_a_name_without_visible_letters_is_blank(name: str) -> None:
    assert is_blank(name)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("U.S. Missi\u043en", "Missi\u043en"),
        ("Клуб Аlmaty", "Аlmaty"),
        ("Аlmaty клуб", "Аlmaty"),
        ("IT-клуб", ""),
        ("Қазақстан Ұлттық", ""),
    ],
)
def test_a_word_in_two_alphabets_is_found(name: str, word: str) -> None:
    assert mixed_word(name) == word
