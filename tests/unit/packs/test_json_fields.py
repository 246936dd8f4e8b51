"""The limits of values in untrusted JSON: the last allowed value is read, the next one is refused."""

import pytest

from kiosk.packs.json_fields import MAX_INTEGER, integer, string, strings
from tests.packs_builder import refused


@pytest.mark.parametrize(("value", "allowed"), [(-1, False), (0, True), (MAX_INTEGER, True), (2**53, False)])
def test_integers_have_limits(value: int, allowed: bool) -> None:
    if allowed:
        assert integer({"n": value}, "n") == value
    else:
        with refused("packs.field", field="n"):
            integer({"n": value}, "n")


def test_texts_have_a_length() -> None:
    assert string({"t": "xxx"}, "t", 3) == "xxx"
    for text in ("", "xxxx"):
        with refused("packs.field", field="t"):
            string({"t": text}, "t", 3)


def test_lists_have_a_length() -> None:
    assert strings({"t": ["a", "b"]}, "t", 2, 1) == ("a", "b")
    for texts in (["a", "b", "c"], ["a", "a"], ["ab"]):
        with refused("packs.field", field="t"):
            strings({"t": texts}, "t", 2, 1)
