"""A hash matches its PIN only."""

from kiosk.pin.pin_hash import hash_pin, matches


def test_the_same_pin_has_a_different_hash_each_time() -> None:
    one, other = hash_pin("604729"), hash_pin("604729")
    assert one.salt != other.salt and one.hash != other.hash
    assert matches("604729", one) and not matches("604728", one)
