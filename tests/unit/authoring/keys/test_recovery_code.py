"""A private key as digits."""

from itertools import combinations, pairwise

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.keys.recovery_code import GROUPS, decode_key, encode_key, is_complete
from tests.packs_builder import refused

SEED = bytes(range(7, 39))
CODE = encode_key(Ed25519PrivateKey.from_private_bytes(SEED))


@given(st.binary(min_size=32, max_size=32))
def test_every_key_comes_back(seed: bytes) -> None:
    groups = encode_key(Ed25519PrivateKey.from_private_bytes(seed))
    assert len(groups) == GROUPS
    assert decode_key(" ".join(groups)).private_bytes_raw() == seed


@pytest.mark.parametrize(
    "typed",
    [
        "".join(CODE),
        "\r\n".join(f"{group[:3]}-{group[3:]}" for group in CODE),
        " ".join(CODE).replace("0", "O").replace("1", "l"),
        " ".join(CODE).replace("0", "О").replace("3", "З"),
        " ".join(CODE).translate({ord("0") + digit: ord("０") + digit for digit in range(10)}),
    ],
)
def test_people_may_type_it_in_their_own_way(typed: str) -> None:
    assert is_complete(typed)
    assert decode_key(typed).private_bytes_raw() == SEED


@given(st.integers(0, GROUPS * 6 - 1), st.integers(1, 9))
def test_every_wrong_digit_is_found_in_its_group(place: int, change: int) -> None:
    digits = list("".join(CODE))
    digits[place] = str((int(digits[place]) + change) % 10)
    with refused("keys.code.group", groups=str(place // 6 + 1)):
        decode_key("".join(digits))


def test_every_pair_of_swapped_digits_is_found() -> None:
    for number, group in enumerate(CODE):
        for place, (first, second) in enumerate(pairwise(group)):
            if first != second:
                swapped = group[:place] + second + first + group[place + 2 :]
                with refused("keys.code.group", groups=str(number + 1)):
                    decode_key("".join((*CODE[:number], swapped, *CODE[number + 1 :])))


@pytest.mark.parametrize(("first", "second"), list(combinations(range(GROUPS), 2)))
def test_two_groups_in_each_others_place_are_no_key(first: int, second: int) -> None:
    groups = list(CODE)
    groups[first], groups[second] = groups[second], groups[first]
    with refused("keys.code.order"):
        decode_key("".join(groups))


def test_groups_of_two_sheets_are_no_key() -> None:
    other = encode_key(Ed25519PrivateKey.from_private_bytes(SEED[::-1]))
    with refused("keys.code.order"):
        decode_key("".join((*CODE[:8], *other[8:])))


@pytest.mark.parametrize("count", [0, 6, 96, 101, 103])
def test_too_few_or_too_many_digits_are_counted(count: int) -> None:
    with refused("keys.code.length", count=count, needed=102):
        decode_key(("".join(CODE) * 2)[:count])
