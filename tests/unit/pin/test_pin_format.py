"""Generated PINs are random and not weak."""

import pytest

from kiosk.pin.pin_format import generate_pin, is_weak


@pytest.mark.parametrize(
    "pins",
    [
        "000000 999999 123456 012345 890123 987654 210987 135791 975319",
        "123123 404404 121212 909090 112233 770044 123321 900009",
        "199105 201231 190000 051991 312026 002099",
    ],
)
def test_easily_guessed_pins_are_weak(pins: str) -> None:
    assert all(map(is_weak, pins.split()))


def test_other_pins_are_not_weak() -> None:
    assert not any(
        map(is_weak, ["604729", "123457", "123132", "121221", "218805", "051891", "112234", "123312"])
    )


def test_generated_pins_use_all_digits_and_are_never_weak() -> None:
    generated = [generate_pin() for _ in range(20_000)]
    assert not any(map(is_weak, generated))
    assert all(len(pin) == 6 and pin.isascii() and pin.isdecimal() for pin in generated)
    assert len(set(generated)) > 19_000
    for place in range(6):
        assert {pin[place] for pin in generated} == set("0123456789")
