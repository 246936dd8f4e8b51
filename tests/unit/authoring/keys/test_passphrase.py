"""What counts as the same passphrase, what as a good one, and what is said about a wrong one."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.keys.passphrase import (
    LEAST_LENGTH,
    check_passphrase,
    normalise_passphrase,
    wrong_passphrase,
)
from tests.packs_builder import refused

GOOD = "jurt kompas lampa oqiğa"


@pytest.mark.parametrize(
    "typed",
    [
        f"  {GOOD}\r\n",
        GOOD.replace(" ", "\u00a0"),
        GOOD.replace(" ", " \t "),
        unicodedata.normalize("NFD", GOOD),
        "\ufeff" + GOOD.replace("mp", "m\u00adp"),
        GOOD.replace("kompas", "kom\u200bpas"),
    ],
)
def test_a_pasted_passphrase_is_that_which_was_typed(typed: str) -> None:
    assert normalise_passphrase(typed) == GOOD


@given(st.text())
def test_normalising_twice_changes_nothing(typed: str) -> None:
    once = normalise_passphrase(typed)
    assert normalise_passphrase(once) == once


@pytest.mark.parametrize(
    "good", [GOOD, "correct horse battery staple", "керуен жұлдыз алма қоңырау", "7fK2m9Qx4Lp8Zr3W"]
)
def test_a_long_passphrase_needs_no_symbols(good: str) -> None:
    check_passphrase(good, ("us-mission-kz", "U.S. Mission"))


@pytest.mark.parametrize("short", ["", "x", "Kp$9!xQ2", "a" * (LEAST_LENGTH - 1)])
def test_a_short_passphrase_is_refused_with_the_number_that_is_missing(short: str) -> None:
    with refused("keys.passphrase.short", least=LEAST_LENGTH, count=len(short)):
        check_passphrase(short, ())


@pytest.mark.parametrize(
    "simple",
    [
        "a" * 40,
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjkl",
        "йцукенгшщзхъфывапролджэ",
        "12345678901234567890",
        "20162016201620162016",
        "kiosk kiosk kiosk kiosk kiosk",
        "U.S. Mission in Kazakhstan 1",
    ],
)
def test_a_passphrase_that_is_guessed_first_is_refused(simple: str) -> None:
    with refused("keys.passphrase.simple"):
        check_passphrase(simple, ("us-mission-kz", "U.S. Mission in Kazakhstan"))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("correct horse battery", "keys.passphrase.wrong"),
        ("сщккусе рщкыу ифееукн", "keys.passphrase.wrong_cyrillic"),
        ("CORRECT HORSE BATTERY", "keys.passphrase.wrong_capitals"),
        ("12345", "keys.passphrase.wrong"),
    ],
)
def test_a_wrong_passphrase_is_answered_by_its_likely_reason(typed: str, code: str) -> None:
    assert wrong_passphrase(Path("root-1.pem"), typed).code == code
