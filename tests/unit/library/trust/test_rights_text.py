"""What staff read of rights: every value at its place, in the language asked for."""

from dataclasses import replace

import pytest

from kiosk.i18n.translator import translator
from kiosk.library.trust.rights_text import (
    MAX_IDS,
    allowed_lines,
    list_ids,
    request_lines,
    trusted_root_lines,
)
from kiosk.library.trust.trusted_roots import TrustedRoot
from kiosk.packs.rights import RightsRequest
from tests.unit.library.corner_publisher import CORNER_PUBLISHER

REQUEST = RightsRequest(
    CORNER_PUBLISHER,
    replace(CORNER_PUBLISHER, name="The Hall", hosts=("hall.example.org",), venues=("*",), rank=3),
    "The Room (12345)",
)
DIFFERENCES = [
    "– Name: The Room → The Hall",
    "– QR codes lead to: room.example.org → hall.example.org",
    "– Places: corner-almaty → any",
    "– Rank, the lower one comes first: 10 → 3",
]
ASKS = (
    "“The Room (12345)” asks for more than this kiosk allows it. "
    "Until staff allow it, what is allowed today counts:"
)
ROOT = TrustedRoot(
    "room", "The Room", ("room.example.org", "b.example"), ("corner-almaty",), ("*",), 10, "12345 67890", 1, 0
)
TRUSTED = """Packs from “The Room” (room) are taken.
– Themes: any; places: corner-almaty
– Rank 10; of two packs with the same event, the one of the lower rank is shown
– QR codes may lead to: room.example.org, b.example
– Fingerprint to compare with the publisher: 12345 67890"""


def test_a_request_names_the_old_beside_the_new_and_the_command_that_allows_it() -> None:
    assert request_lines(REQUEST, "en") == [ASKS, *DIFFERENCES, "To allow it: kiosk trust allow room"]
    asks, *_, how = request_lines(REQUEST, "en", "a.kpack")
    assert (asks, how) == (ASKS, "To allow it: kiosk trust allow room --pack a.kpack")


def test_what_is_allowed_is_named() -> None:
    assert allowed_lines(REQUEST, "en") == ["“The Room (12345)” may do more from now on:", *DIFFERENCES]


def test_a_trusted_publisher_is_named_with_its_rights() -> None:
    assert trusted_root_lines(ROOT, "en") == [TRUSTED]


def test_a_trusted_publisher_is_named_with_those_behind_it_its_damage_and_its_request() -> None:
    others = (replace(ROOT, name="Another"), replace(ROOT, name="A third"))
    root = replace(ROOT, is_grant_damaged=True, request=REQUEST)
    assert trusted_root_lines(root, "en", others) == [
        TRUSTED,
        "– Where the same event is in another programme too, this one comes before: Another, A third",
        "– What staff allowed “The Room” later cannot be read any more; the rights in its root.json count. "
        "Allow it again: kiosk trust allow room",
        *request_lines(REQUEST, "en"),
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_lines_are_in_the_language_asked_for(language: str) -> None:
    english = request_lines(REQUEST, "en")
    other = request_lines(REQUEST, language)
    assert len(other) == len(english)
    assert not set(other) & set(english)
    assert other[1:-1] == allowed_lines(REQUEST, language)[1:]
    assert allowed_lines(REQUEST, language)[0] != allowed_lines(REQUEST, "en")[0]
    damaged = replace(ROOT, is_grant_damaged=True, request=REQUEST)
    assert trusted_root_lines(damaged, language)[2:] == other


def test_of_a_long_list_the_first_ids_and_the_number_of_the_others_are_named() -> None:
    ids = [f"id{number}" for number in range(MAX_IDS + 3)]
    english = translator("en")
    whole = ", ".join(ids[:MAX_IDS])
    assert list_ids(ids[:MAX_IDS], english) == whole
    assert list_ids(ids[: MAX_IDS + 1], english) == f"{whole} and 1 more"
    assert list_ids(ids, english) == f"{whole} and 3 more"
    assert list_ids([], english) == "–"
    assert list_ids(["a", "*"], english) == "any"
